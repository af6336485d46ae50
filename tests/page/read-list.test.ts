import { describe, expect, it } from 'vitest';
import type { Paper } from '@/lib/core/paper';
import { readPage } from '@/lib/page/read';
import { readList, readRow } from '@/lib/page/read-list';
import { HOSTILE, INVENTED, MANY_AUTHORS, OLD_STYLE, SEEDS } from '../pages/papers';
import { authorPage, classicListPage, listPage } from '../pages/template';
import { documentOf, drawnDocumentOf } from './documents';

const rowsOf = (papers: readonly Paper[]) => papers.map((paper) => ({ paper }));
const collapsed = (text: string | null) => text?.replace(/\s+/g, ' ').trim() ?? null;

/** What a listing says of a paper: no dates, no DOI, no report number. */
function listed(paper: Paper, abstracts: boolean): Paper {
  return {
    ...paper,
    version: null,
    title: collapsed(paper.title) ?? '',
    abstract: abstracts ? collapsed(paper.abstract) : null,
    reportNo: null,
    doi: null,
    mscClass: null,
    acmClass: null,
    submitted: null,
    versions: [],
    withdrawn: false,
  };
}

describe('readList', () => {
  const papers = [...SEEDS, ...INVENTED];
  const sections = [
    { heading: 'New submissions', rows: rowsOf(papers.slice(0, 6)) },
    { heading: 'Cross submissions', rows: [] },
    {
      heading: 'Replacement submissions',
      rows: papers.slice(6).map((paper) => ({ paper, note: 'replaced' })),
    },
  ];

  it.each([true, false])('reads every row of every section as it stands (abstracts: %s)', (abstracts) => {
    const rows = readList(documentOf(listPage(sections, { name: 'cs.CL', abstracts })));
    expect(rows.map(({ paper }) => paper)).toEqual(papers.map((paper) => listed(paper, abstracts)));
  });

  it('reads the same before and after MathJax', () => {
    const html = listPage(sections, { name: 'cs.CL', abstracts: true });
    const drawn = drawnDocumentOf(html);
    expect(drawn.querySelectorAll('.MathJax').length).toBeGreaterThan(3);
    expect(readList(drawn).map(({ paper }) => paper)).toEqual(
      readList(documentOf(html)).map(({ paper }) => paper),
    );
  });

  it('gives the two elements of each row', () => {
    const [first] = readList(documentOf(listPage(sections, { name: 'cs.CL' })));
    expect(first?.row.dt.tagName).toBe('DT');
    expect(first?.row.dt.querySelector('a[title="Abstract"]')?.id).toBe(first?.paper.id);
    expect(first?.row.dd.textContent).toContain(SEEDS[0]?.title);
  });

  it('reads one row alone as it reads it among the others', () => {
    const document = documentOf(listPage(sections, { name: 'cs.CL', abstracts: true }));
    const alone = [...document.querySelectorAll('dt')].map((dt) => readRow(dt));
    expect(alone).toEqual(readList(document));
  });

  it('reads author pages and the listings of before 2024', () => {
    const ids = SEEDS.map(({ id }) => id);
    expect(readList(documentOf(authorPage('Jie Tang', SEEDS))).map(({ paper }) => paper.id)).toEqual(ids);
    const classic = readList(documentOf(classicListPage(SEEDS, 'cs.CL'))).map(({ paper }) => paper);
    expect(classic.map(({ id }) => id)).toEqual(ids);
    expect(classic[0]?.authors).toEqual(SEEDS[0]?.authors);
    expect(classic[0]?.categories).toEqual(SEEDS[0]?.categories);
  });

  it('gives a paper that stands on two days twice as rows, once as a paper', () => {
    const document = documentOf(
      listPage([{ rows: rowsOf(SEEDS.slice(0, 2)) }, { rows: rowsOf(SEEDS.slice(0, 1)) }], { name: 'cs.CL' }),
    );
    expect(readList(document)).toHaveLength(3);
    expect(readPage(document, new URL('https://arxiv.org/list/cs.CL/recent'))).toHaveLength(2);
  });

  it('leaves out a row whose link leads elsewhere than it says', () => {
    const html = listPage([{ rows: rowsOf(SEEDS) }], { name: 'cs.CL' });
    const swapped = html.replace(`href ="/abs/${SEEDS[3]?.id}"`, `href ="/abs/${SEEDS[4]?.id}"`);
    expect(swapped).not.toBe(html);
    expect(readList(documentOf(swapped))).toHaveLength(SEEDS.length - 1);
  });

  it('never gives a row the facts of the next one where tags are missing between them', () => {
    const html = listPage([{ rows: rowsOf([HOSTILE, MANY_AUTHORS, OLD_STYLE]) }], { name: 'cs.CL' });
    const merged = html
      .replace('</dt>', '')
      .replace('<dd>', '')
      .replace('</dd>', '')
      .replace(/<dt>(?=\s*<a name='item2')/, '');
    const titles = readList(documentOf(merged)).map(({ paper }) => [paper.id, paper.title]);
    expect(titles).toEqual([[OLD_STYLE.id, OLD_STYLE.title]]);
  });

  it('finds nothing on a page that is no listing', () => {
    expect(readList(documentOf('<dl><dt>a<dd>b</dl>'))).toEqual([]);
    expect(readList(documentOf(''))).toEqual([]);
  });
});
