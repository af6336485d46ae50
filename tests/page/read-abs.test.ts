import { describe, expect, it } from 'vitest';
import { readAbs } from '@/lib/page/read-abs';
import { FIELD_LIMIT } from '@/lib/page/text';
import { absPage } from '../pages/template';
import { notFoundPage } from '../pages/abs-page';
import { BARE, HOSTILE, INVENTED, MANY_AUTHORS, OLD_STYLE, SEEDS, WITHDRAWN, seed } from '../pages/papers';
import { absUrl, documentOf, drawnDocumentOf } from './documents';

const COLLAPSED = /\s+/g;
const collapsed = (text: string | null) => text?.replace(COLLAPSED, ' ').trim() ?? null;

describe('readAbs', () => {
  it.each(
    [...SEEDS, ...INVENTED].filter((paper) => paper !== HOSTILE).map((paper) => [paper.id, paper] as const),
  )('reads %s as it is, before and after MathJax', (id, paper) => {
    const expected = { ...paper, abstract: collapsed(paper.abstract), title: collapsed(paper.title) };
    const html = absPage(paper);
    expect(readAbs(documentOf(html), absUrl(id))).toEqual(expected);
    expect(readAbs(drawnDocumentOf(html), absUrl(id))).toEqual(expected);
  });

  it('gives the same paper whether the page was drawn by MathJax as served or afterwards', () => {
    const served = documentOf(absPage(OLD_STYLE, { mathjax: true }));
    expect(served.querySelectorAll('script[type="math/tex"]').length).toBeGreaterThan(3);
    expect(readAbs(served, absUrl(OLD_STYLE.id))).toEqual(OLD_STYLE);
  });

  it('reads the version of the address, and the latest without one', () => {
    const [first, latest] = [absPage(OLD_STYLE, { version: 1 }), absPage(OLD_STYLE)];
    expect(readAbs(documentOf(first), absUrl('hep-th/9711200v1'))?.version).toBe(1);
    expect(readAbs(documentOf(latest), absUrl('hep-th/9711200'))?.version).toBe(3);
  });

  it('knows version and day while the history is still to come', () => {
    const html = absPage(OLD_STYLE);
    const half = documentOf(html.slice(0, html.indexOf('<div class="submission-history">')));
    expect(readAbs(half, absUrl(OLD_STYLE.id))).toEqual({ ...OLD_STYLE, versions: [] });
  });

  it('takes any spelling of an address that arXiv takes', () => {
    const document = documentOf(absPage(OLD_STYLE));
    for (const spelling of ['HEP-TH/9711200', 'hep-th/9711200?context=gr-qc', 'arXiv:hep-th/9711200']) {
      expect(readAbs(document, new URL(`https://arxiv.org/abs/${spelling}`))?.id).toBe('hep-th/9711200');
    }
  });

  it('puts the address where arXiv shows "this https URL"', () => {
    const document = documentOf(absPage(seed('2210.02414')));
    expect(document.querySelector('blockquote')?.textContent).toContain('this https URL');
    const abstract = readAbs(document, absUrl('2210.02414'))?.abstract;
    expect(abstract).toContain('https://github.com/THUDM/GLM-130B');
    expect(abstract).not.toContain('this https URL');
  });

  const linking = (field: 'abstract' | 'comments', link: string, plain = '') => {
    const html = absPage({ ...BARE, [field]: 'See HERE, please.' })
      .replace(/(citation_abstract" content=")[^"]*/, `$1${plain}`)
      .replace(/HERE(?=, please\.[\n<])/, link);
    return readAbs(documentOf(html), absUrl(BARE.id))?.[field];
  };

  it('knows from the plain abstract whether the authors wrote a scheme', () => {
    const link = '<a href="http://exploration.org">this http URL</a>';
    expect(linking('abstract', link, 'See exploration.org, please.')).toBe('See exploration.org, please.');
    expect(linking('abstract', link, 'See http://exploration.org, please.')).toBe(
      'See http://exploration.org, please.',
    );
  });

  it.each([
    ['http://underexplored.The', 'underexplored.The'],
    ['http://IEEEtran.cls', 'IEEEtran.cls'],
    ['http://J.Stat.Phys', 'J.Stat.Phys'],
    ['http://www.springerlink.com', 'http://www.springerlink.com'],
    ['http://example.de:80/~a?b=c', 'http://example.de:80/~a?b=c'],
    ['https://matpes.ai', 'https://matpes.ai'],
    ['ftp://ftp.example.org/x', 'ftp://ftp.example.org/x'],
  ])('reads the link arXiv made to %s as %s where nothing tells', (href, text) => {
    const scheme = href.slice(0, href.indexOf(':'));
    expect(linking('comments', `<a href="${href}">this ${scheme} URL</a>`)).toBe(`See ${text}, please.`);
  });

  it('reads a DOI as it was written, not as the address arXiv makes of it', () => {
    const doi =
      '<a href="https://doi.org/10.1000/a%3C1" data-doi="10.1000/a&lt;1">https://doi.org/10.1000/a%3C1</a>';
    expect(linking('comments', doi)).toBe('See 10.1000/a<1, please.');
    // arXiv's own page doubles the address here; the record does not.
    expect(linking('comments', `https://doi.org/${doi}`)).toBe('See https://doi.org/10.1000/a<1, please.');
  });

  it('reads every DOI of a cell, whether or not a link spells it out', () => {
    const more = '<a href="https://doi.org/10.1000/b">10.1000/b</a></td>';
    const html = absPage({ ...BARE, doi: '10.1000/a' }).replace(/(data-doi[^]*?)<\/td>/, `$1 ${more}`);
    expect(readAbs(documentOf(html), absUrl(BARE.id))?.doi).toBe('10.1000/a 10.1000/b');
  });

  it('takes the abstract under #abs when the tabs above it show another', () => {
    const document = documentOf(absPage(seed('2210.02414'), { labsAbove: true }));
    const [second] = document.querySelectorAll('blockquote');
    if (second) second.textContent = 'Not this one.';
    expect(document.querySelectorAll('blockquote')).toHaveLength(2);
    expect(readAbs(document, absUrl('2210.02414'))?.abstract).toBe(seed('2210.02414').abstract);
  });

  it('tells a withdrawn version from one whose newer version is', () => {
    const read = (version: number) =>
      readAbs(documentOf(absPage(WITHDRAWN, { version })), absUrl(`${WITHDRAWN.id}v${version}`));
    expect(read(2)?.withdrawn).toBe(true);
    expect(read(1)?.withdrawn).toBe(false);
    expect(read(1)?.versions.map((one) => one.withdrawn)).toEqual([false, true]);
  });

  it('reads authors beyond the hundred that are shown', () => {
    const paper = readAbs(documentOf(absPage(MANY_AUTHORS)), absUrl(MANY_AUTHORS.id));
    expect(paper?.authors).toEqual(MANY_AUTHORS.authors);
  });

  it('keeps hostile text as text', () => {
    const document = documentOf(absPage(HOSTILE));
    const paper = readAbs(document, absUrl(HOSTILE.id));
    expect(paper?.title).toBe(collapsed(HOSTILE.title));
    expect(paper?.abstract).toBe(collapsed(HOSTILE.abstract));
    expect(paper?.authors).toEqual(HOSTILE.authors);
    expect(paper?.comments).toBe(HOSTILE.comments);
    expect(document.querySelector('img, iframe, #abs script')).toBeNull();
  });

  it('stops at a field without end', () => {
    const paper = { ...BARE, abstract: 'word '.repeat(100_000) };
    const abstract = readAbs(documentOf(absPage(paper)), absUrl(BARE.id))?.abstract ?? '';
    expect(abstract.length).toBeLessThanOrEqual(FIELD_LIMIT);
  });

  it('gives nothing where address and page name different papers', () => {
    const document = documentOf(absPage(BARE));
    expect(readAbs(document, absUrl('2210.02414'))).toBeUndefined();
    document.querySelector('meta[name="citation_arxiv_id"]')?.setAttribute('content', '2210.02414');
    expect(readAbs(document, absUrl(BARE.id))).toBeUndefined();
  });

  it('gives nothing for a paper that does not exist, and for an empty page', () => {
    expect(readAbs(documentOf(notFoundPage('2601.99999')), absUrl('2601.99999'))).toBeUndefined();
    expect(readAbs(documentOf(''), absUrl('2601.99999'))).toBeUndefined();
  });
});
