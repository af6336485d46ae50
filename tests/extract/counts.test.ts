import { expect, it } from 'vitest';
import { extractStated } from '@/lib/extract';
import { paperWith } from './papers';

it.each([
  ['33 pages', 33, null, null],
  ['7 figures, 8 pages', 8, 7, null],
  ['12+5 pages', 17, null, null],
  ['10 + 18 pages, 9 figures, 10 tables', 28, 9, 10],
  ['Main: 8 pages, 3 figures. SI: 17 pages, 9 figures', 25, 12, null],
  ['13 pages main, 20 total', 20, null, null],
  ['13 pages including supplementary material, 3 figures', 13, 3, null],
  ['5 pages, 2 figures + 4 pages supplemental material, 3 figures', 9, 5, null],
  ['20 pages (6 pages appendix)', 20, null, null],
  ['14 pages including 2 pages Appendix and 2 pages references', 14, null, null],
  ['24 pages, including 13 pages of main text and 11 pages of appendix', 24, null, null],
  ['10 pages incl. 2 pages appendix', 10, null, null],
  ['10 pages with 2 pages of appendix', 10, null, null],
  ['7 pages with a 6-page appendix, 3 figures', 7, 3, null],
  ['Main paper 14 pages with 7 pages supplementary', 21, null, null],
  ['15 pages with 5 additional pages of Supplementary Information', 20, null, null],
  ['4 pages with 4 figures, 5 pages of appendix', 9, 4, null],
  ['Main paper: 12 pages (including 3 pages of references), 6 figures. Appendix: 9 pages', 21, 6, null],
  ['12 pages, 0 figures', 12, 0, null],
  ['16 pages, no figures', 16, 0, null],
  ['28 pg, 3 figs., 1 table', 28, 3, 1],
  ['Pages: 11, Figures: 6, Tables: 3', 11, 6, 3],
  ['LaTeX, 15 pages, 4 postscript figures', 15, 4, null],
  ['five pages, two tables', 5, null, 2],
  ['pages 29-37 of a book', null, null, null],
  ['see Figure 3 and Table 2 on page 4', null, null, null],
  ['Vol 5 pp. 12-21', null, null, null],
  ['accepted', null, null, null],
])('%s', (comments, pages, figures, tables) => {
  const facts = extractStated(paperWith({ comments }));
  expect([facts.pages?.value ?? null, facts.figures?.value ?? null, facts.tables?.value ?? null]).toEqual([
    pages,
    figures,
    tables,
  ]);
});
