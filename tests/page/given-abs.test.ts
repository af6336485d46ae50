import { describe, expect, it } from 'vitest';
import { splitAuthors } from '@/lib/core/author-names';
import { parseArxivDate } from '@/lib/core/date';
import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { readAbs } from '@/lib/page/read-abs';
import { documentOf, drawnDocumentOf } from './documents';
import { GIVEN, givenPages, type Expected } from './given-pages';

const collapsed = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() || null;
/** arXiv shows accents as Unicode and leaves formulas alone. */
const readable = (text: string | null | undefined) => texToText(collapsed(text) ?? '') || null;

// Of each of these pairs arXiv shows only one name: both are one category.
const ALIASES: Readonly<Record<string, string>> = {
  'math.MP': 'math-ph',
  'math.IT': 'cs.IT',
  'cs.NA': 'math.NA',
  'stat.TH': 'math.ST',
  'eess.SY': 'cs.SY',
  'econ.GN': 'q-fin.EC',
  'acc-phys': 'physics.acc-ph',
  'funct-an': 'math.FA',
};
const canonical = (codes: readonly string[] | undefined) => [
  ...new Set(codes?.map((code) => ALIASES[code] ?? code)),
];

/** Where arXiv itself shows something else than the record, by file and field. */
const ARXIV_DIFFERS: Readonly<Record<string, readonly (keyof Paper)[]>> = {
  // {\deg} in running text is a degree sign on the page.
  'current/abs/1012.4749.html': ['journalRef'],
  // An older version's page shows the categories of the latest.
  'current/abs/0907.2974v11.html': ['categories'],
  'current/abs/0907.2974v6.html': ['categories'],
  // The record's \ast behind two names is shown, and linked, as it stands.
  '2021-03/abs/1101.0019v1.html': ['authors'],
  // The record has a bar between the names, so the page has one link for both.
  'abs/2604.01231.html': ['authors'],
};

function problems(paper: Paper, expected: Expected): (keyof Paper)[] {
  const pairs: [keyof Paper, unknown, unknown][] = [
    ['id', paper.id, expected.id],
    ['version', paper.version, expected.version],
    ['title', readable(paper.title), readable(expected.title_utf8 ?? expected.title)],
    [
      'authors',
      paper.authors,
      splitAuthors(collapsed(expected.authors_utf8 ?? expected.authors) ?? '').map(texToText),
    ],
    ['abstract', readable(paper.abstract), readable(expected.abstract)],
    ['comments', readable(paper.comments), readable(expected.comments)],
    ['journalRef', readable(paper.journalRef), readable(expected.journal_ref)],
    ['reportNo', readable(paper.reportNo), readable(expected.report_no)],
    ['doi', paper.doi, collapsed(expected.doi)],
    ['mscClass', paper.mscClass, collapsed(expected.msc_class)],
    ['acmClass', paper.acmClass, collapsed(expected.acm_class)],
    ['categories', canonical(paper.categories), canonical(expected.categories)],
    ['withdrawn', paper.withdrawn, expected.withdrawn],
    ...datesOf(paper, expected),
  ];
  return pairs
    .filter(([, got, want]) => JSON.stringify(got) !== JSON.stringify(want))
    .map(([field]) => field);
}

/** The record of an older version knows nothing of the versions after it. */
function datesOf(paper: Paper, { submitted, versions }: Expected): [keyof Paper, unknown, unknown][] {
  const pairs: [keyof Paper, unknown, unknown][] = [];
  if (submitted) pairs.push(['submitted', paper.submitted, parseArxivDate(submitted)?.slice(0, 10)]);
  if (versions) {
    const got = paper.versions.slice(0, versions.length).map(({ version, date }) => [version, date]);
    pairs.push(['versions', got, versions.map(({ v, date }) => [v, parseArxivDate(date)])]);
  }
  return pairs;
}

describe.skipIf(!GIVEN)('readAbs on the given pages', () => {
  const pages = givenPages('abs');

  it('has pages to read', () => {
    expect(pages.length).toBeGreaterThan(140);
  });

  it.each(pages.map((page) => [page.file, page] as const))(
    'reads %s as its record has it',
    (file, page) => {
      const html = page.html();
      const paper = readAbs(documentOf(html), new URL(page.url));
      expect(paper?.title).toBeTruthy();
      // Parsing is what takes time here: pages without formulas are parsed once.
      const shown = html.slice(html.indexOf('id="abs"'), html.indexOf('class="extra-services"'));
      if (shown.includes('$')) expect(readAbs(drawnDocumentOf(html), new URL(page.url))).toEqual(paper);
      if (paper && page.expected) expect(problems(paper, page.expected)).toEqual(ARXIV_DIFFERS[file] ?? []);
    },
    30_000,
  );
});
