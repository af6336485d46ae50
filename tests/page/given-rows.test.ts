import { describe, expect, it } from 'vitest';
import { detectPage } from '@/lib/page/detect';
import { readPage } from '@/lib/page/read';
import { readHtml } from '@/lib/page/read-html';
import { readList } from '@/lib/page/read-list';
import { readSearch } from '@/lib/page/read-search';
import { documentOf, drawnDocumentOf } from './documents';
import { GIVEN, givenPages } from './given-pages';

const named = (...kinds: string[]) =>
  givenPages(...kinds).map((page) => [`${page.gen} ${page.url}`, page] as const);

describe.skipIf(!GIVEN)('the other readers on the given pages', () => {
  it.each(named('list', 'author'))(
    'finds every row of %s',
    (_, page) => {
      const html = page.html();
      const document = documentOf(html);
      const rows = readList(document).map(({ paper }) => paper);
      // Counted in the markup, not by the reader.
      const ids = [...html.matchAll(/title="Abstract" id="([^"]+)"/g)].map(([, id]) => id);
      expect(rows.map(({ id }) => id)).toEqual(ids);
      expect(
        rows.filter(({ authors, categories }) => authors.length === 0 || categories.length === 0),
      ).toEqual([]);
      expect(new Set(readPage(document, new URL(page.url)).map(({ id }) => id)).size).toBe(new Set(ids).size);
      const { new: fresh, cross, rep, ids: expected, count } = page.expected ?? {};
      if (fresh) expect(ids).toEqual([...fresh, ...(cross ?? []), ...(rep ?? [])]);
      if (expected) expect(ids).toEqual(expected);
      if (count !== undefined) expect(ids).toHaveLength(count);
    },
    30_000,
  );

  it.each(named('list').filter(([, { url }]) => !url.includes('show=2000')))(
    'reads the same of %s after MathJax',
    (_, page) => {
      const html = page.html();
      expect(readList(drawnDocumentOf(html)).map(({ paper }) => paper)).toEqual(
        readList(documentOf(html)).map(({ paper }) => paper),
      );
    },
    30_000,
  );

  it.each(named('search'))(
    'finds every result of %s',
    (_, page) => {
      const papers = readSearch(documentOf(page.html())).map(({ paper }) => paper);
      expect(papers.map(({ id }) => id)).toEqual(page.expected?.ids);
      expect(papers.filter((paper) => paper.authors.length === 0 || paper.submitted === null)).toEqual([]);
      expect(papers.filter(({ abstract }) => /△|▽/.test(abstract ?? ''))).toEqual([]);
    },
    30_000,
  );

  it.each(named('html'))('reads %s', (_, page) => {
    const paper = readHtml(documentOf(page.html()), new URL(page.url));
    const { id, version, title_utf8, title = title_utf8, categories } = page.expected ?? {};
    if (!id) expect(paper).toBeUndefined();
    // The watermark names the primary category only.
    else expect(paper).toMatchObject({ id, version, title, categories: categories?.slice(0, 1) });
    expect(paper?.authors).not.toEqual([]);
  });

  it.each(named('other', 'list').filter(([, { status }]) => status >= 400))(
    'finds no paper on %s',
    (_, page) => {
      expect(readPage(documentOf(page.html()), new URL(page.url))).toEqual([]);
    },
  );

  it('tells the kind of every page by its address', () => {
    const kinds = [...named('abs', 'list', 'author', 'search', 'html', 'other')];
    // An address can be right and its page missing.
    const wrong = kinds.filter(
      ([, { kind, url, status }]) => status === 200 && detectPage(new URL(url)).kind !== kind,
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});
