import { beforeAll, describe, expect, it } from 'vitest';
import { ABS, HTML_PAPER, LIST, SEARCH_RESULT } from '@/lib/page/selectors';
import { OLD_STYLE, SEEDS, WITHDRAWN } from '../pages/papers';
import { absPage, classicListPage, htmlPage, listPage, searchPage } from '../pages/template';
import { documentOf } from './documents';
import { GIVEN, givenPages } from './given-pages';

const TABLES = { abs: ABS, list: LIST, search: SEARCH_RESULT, html: HTML_PAPER };
type Kind = keyof typeof TABLES;

function missing(kind: Kind, generation: string, documents: readonly Document[]): string[] {
  return Object.entries(TABLES[kind])
    .filter(([, { holds }]) => holds.some((one) => one === generation))
    .filter(([, { css }]) => !documents.some((document) => document.querySelector(css)))
    .map(([name]) => name);
}

describe('the selectors of the current generation', () => {
  const rows = [OLD_STYLE, ...SEEDS].map((paper) => ({ paper }));
  const pages: Record<Kind, string[]> = {
    abs: [absPage(OLD_STYLE), absPage(WITHDRAWN)],
    list: [listPage([{ rows }], { name: 'cs.CL', abstracts: true })],
    search: [searchPage('x', [OLD_STYLE])],
    html: [htmlPage(OLD_STYLE, 3, [{ text: 'A. Author. A title.' }])],
  };

  it.each(['abs', 'list', 'search', 'html'] as const)('all find something on our own %s pages', (kind) => {
    expect(missing(kind, 'current', pages[kind].map(documentOf))).toEqual([]);
  });

  it('that hold for the listings of before 2024 find something there', () => {
    const found = missing('list', 'classic', [documentOf(classicListPage([OLD_STYLE, ...SEEDS], 'hep-th'))]);
    expect(found).toEqual([]);
  });
});

describe.skipIf(!GIVEN)('the selectors on the given pages', () => {
  const ENOUGH = 12;
  const documents = new Map<string, Document[]>();
  beforeAll(() => {
    for (const page of givenPages('abs', 'list', 'search', 'html')) {
      if (page.url.includes('show=2000') || page.status !== 200) continue;
      const key = `${page.kind} ${page.gen}`;
      const some = documents.get(key) ?? [];
      if (some.length < ENOUGH) documents.set(key, [...some, documentOf(page.html())]);
    }
  }, 60_000);

  const held: [Kind, string][] = [
    ...['2021-03', '2023-06', '2024-03', '2025-11', 'current'].map((one): [Kind, string] => ['abs', one]),
    ['list', '2025-11'],
    ['list', 'current'],
    ['search', '2025-11'],
    ['search', 'current'],
    ['html', 'current'],
  ];

  it.each(held)('find something on %s pages of %s', (kind, generation) => {
    const nowhere = missing(kind, generation, documents.get(`${kind} ${generation}`) ?? []);
    // Not every generation here has a withdrawn paper, or a listing with abstracts.
    const allowed =
      kind === 'abs' ? 'withdrawn' : generation === '2025-11' && kind === 'list' ? 'abstract' : '';
    expect(nowhere.filter((name) => name !== allowed)).toEqual([]);
  });
});
