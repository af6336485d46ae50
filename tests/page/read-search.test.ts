import { describe, expect, it } from 'vitest';
import { readSearch } from '@/lib/page/read-search';
import { MANY_AUTHORS, OLD_STYLE, SEEDS, seed } from '../pages/papers';
import { searchPage } from '../pages/template';
import { documentOf } from './documents';

describe('readSearch', () => {
  const papers = [...SEEDS, OLD_STYLE];
  const rows = readSearch(documentOf(searchPage('pre-training', papers)));

  it('reads every result, its matched words and all its details', () => {
    expect(rows.map(({ paper }) => paper)).toEqual(
      papers.map((paper) => ({ ...paper, version: null, versions: [], mscClass: null, acmClass: null })),
    );
  });

  it('gives the element of each result', () => {
    expect(rows[0]?.row.className).toBe('arxiv-result');
  });

  it('reads the authors that are shown, and that there are more', () => {
    const [result] = readSearch(documentOf(searchPage('search', [MANY_AUTHORS])));
    expect(result?.paper.authors).toEqual(MANY_AUTHORS.authors.slice(0, 25));
    expect(result?.paper.hasMoreAuthors).toBe(true);
    expect(rows.some(({ paper }) => 'hasMoreAuthors' in paper)).toBe(false);
  });

  it('reads classes that share one line with the report number', () => {
    const details = `<p class="comments is-size-7"><span class="has-text-weight-semibold">Report number:</span> R-1
      <span class="has-text-weight-semibold">MSC Class:</span> ['68T10', '82B10'] <span class="has-text-weight-semibold">ACM Class:</span> ['C.3']</p></li>`;
    const html = searchPage('x', [seed('2210.02414')]).replace('</li>', details);
    const [result] = readSearch(documentOf(html));
    expect(result?.paper).toMatchObject({ reportNo: 'R-1', mscClass: '68T10, 82B10', acmClass: 'C.3' });
  });

  it('reads a version that the link names', () => {
    const html = searchPage('x', [seed('2210.02414')]);
    const older = html.replace('/abs/2210.02414">arXiv:2210.02414', '/abs/2210.02414v1">arXiv:2210.02414v1');
    expect(readSearch(documentOf(older))[0]?.paper).toMatchObject({ id: '2210.02414', version: 1 });
  });

  it('leaves out two results that have run into one', () => {
    const html = searchPage('x', SEEDS.slice(0, 3));
    const merged = html
      .replace('</li>', '')
      .replace(/<li class="arxiv-result">(?=\s*<div[^]*?<li class)/, '');
    expect(readSearch(documentOf(merged)).length).toBeLessThan(3);
    for (const { paper } of readSearch(documentOf(merged))) expect(paper.title).toBe(seed(paper.id).title);
  });

  it('finds nothing where there are no results', () => {
    expect(readSearch(documentOf(searchPage('zzzznothing', [])))).toEqual([]);
  });
});
