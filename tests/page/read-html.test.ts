import { describe, expect, it } from 'vitest';
import { readHtml } from '@/lib/page/read-html';
import { seed } from '../pages/papers';
import { htmlPage } from '../pages/template';
import { documentOf } from './documents';

const paper = seed('2210.02414');
const read = (html: string, path: string) =>
  readHtml(documentOf(html), new URL(path, 'https://arxiv.org/html/'));

describe('readHtml', () => {
  const html = htmlPage(paper, 2);

  it('reads what LaTeXML and the watermark say', () => {
    expect(read(html, '2210.02414')).toMatchObject({
      id: paper.id,
      version: 2,
      title: paper.title,
      authors: paper.authors,
      abstract: paper.abstract,
      categories: ['cs.CL'],
      submitted: null,
      versions: [{ version: 2, date: paper.versions[1]?.date?.slice(0, 10), withdrawn: false }],
    });
    expect(read(htmlPage(paper, 1), '2210.02414v1')?.submitted).toBe(paper.submitted);
  });

  it('reads names out of an author block without marks and affiliations', () => {
    const block = 'Ada Author<sup>1</sup>, Ben O. Author* and Çelik Ünal<br>University of 42';
    const named = html.replace(
      /<div class="ltx_authors">[^]*?<\/div>/,
      `<div class="ltx_authors"><span class="ltx_personname">${block}</span></div>`,
    );
    expect(read(named, '2210.02414')?.authors).toEqual(['Ada Author', 'Ben O. Author', 'Çelik Ünal']);
  });

  it('reads formulas as TeX', () => {
    const math = '<math alttext="\\alpha^{2}" display="inline"><mi>α</mi></math>';
    const titled = html.replace(/(ltx_title_document">)[^<]*/, `$1On ${math} things`);
    expect(read(titled, '2210.02414')?.title).toBe('On $\\alpha^{2}$ things');
  });

  it('takes the title of the tab where the paper has none', () => {
    const untitled = html.replace(/<h1 class="ltx_title ltx_title_document">.*?<\/h1>/, '');
    expect(read(untitled, '2210.02414')?.title).toBe(paper.title);
  });

  it('gives nothing for an author page without markup, and where the watermark names another paper', () => {
    expect(read('<title>My paper</title><h1>My paper</h1>', 'cs/9904010')).toBeUndefined();
    expect(read(html, '2301.13442')).toBeUndefined();
    expect(readHtml(documentOf(html), new URL('https://arxiv.org/abs/2210.02414'))).toBeUndefined();
  });
});
