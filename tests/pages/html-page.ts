import type { Paper } from '@/lib/core/paper';
import { dayWritten } from './abs-page';
import { page } from './markup';

/** One entry of the bibliography; `id` is the arXiv id it names, if it does. */
export type Reference = { text: string; id?: string };

/** An HTML paper as LaTeXML makes it and arXiv frames it since February 2026. */
export function htmlPage(paper: Paper, version: number, references: readonly Reference[] = []): string {
  const dated = paper.versions.find((one) => one.version === version) ?? { date: null };
  return page`<!DOCTYPE html><html lang="en" data-theme="light" data-toc-display="open">
<head>
<meta http-equiv="content-type" content="text/html; charset=UTF-8">
<title>${paper.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<link rel="stylesheet" href="https://arxiv.org/static/browse/0.3.4/css/arxiv-html-papers-20260131.css" type="text/css">
</head>
<body><header class="arxiv-html-header"><a href="https://arxiv.org/">arXiv</a></header>
<nav class="ltx_page_navbar"><nav class="ltx_TOC"><ol class="ltx_toclist"><li class="ltx_tocentry ltx_tocentry_section"><a href="#S1" class="ltx_ref">1 Introduction</a></li></ol></nav></nav>
<div class="ltx_page_main">
<div id="infobox" class="infobox">
  <a id="license-tr" href="https://info.arxiv.org/help/license/index.html#licenses-available">License: CC BY 4.0</a>
  <div id="watermark-tr">
arXiv:${paper.id}v${version} [${paper.categories[0]}] ${dayWritten(dated)}</div>
</div><div class="ltx_page_content">
<article class="ltx_document ltx_authors_1line">
<h1 class="ltx_title ltx_title_document">${paper.title}</h1>
<div class="ltx_authors">${paper.authors.map(
    (name) => page`
<span class="ltx_creator ltx_role_author">
<span class="ltx_personname">${name}
</span></span>`,
  )}
</div>
<div class="ltx_abstract">
<h6 class="ltx_title ltx_title_abstract">Abstract</h6>
<p class="ltx_p">${paper.abstract ?? ''}</p>
</div>
<section id="S1" class="ltx_section">
<h2 class="ltx_title ltx_title_section"><span class="ltx_tag ltx_tag_section">1 </span>Introduction</h2>
<div id="S1.p1" class="ltx_para"><p class="ltx_p">As others have shown ${references.map(
    (_, index) =>
      page`<cite class="ltx_cite ltx_citemacro_cite">[<a href="#bib.bib${index + 1}" title="" class="ltx_ref">${index + 1}</a>]</cite> `,
  )}.</p></div>
</section>
<section id="bib" class="ltx_bibliography">
<h2 class="ltx_title ltx_title_bibliography">References</h2>
<ul class="ltx_biblist">${references.map(
    ({ text, id }, index) => page`
<li id="bib.bib${index + 1}" class="ltx_bibitem"><span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">[${index + 1}]</span>
<span class="ltx_bibblock">${text}${id === undefined ? '' : ` arXiv:${id}.`}</span></li>`,
  )}
</ul>
</section>
</article>
</div></div>
</body></html>
`.markup;
}

/** A PDF of one empty page: browsers open it in their own viewer. */
export function pdfStub(): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
}
