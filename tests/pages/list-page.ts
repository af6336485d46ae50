import type { Paper } from '@/lib/core/paper';
import { subjectsOf } from './abs-page';
import { framed } from './frame';
import { fieldMarkup, joined, NOTHING, page, type Markup } from './markup';

/** `note` is what stands behind the id: `cross-list from cs.AI`, `replaced`. */
export type ListedPaper = { paper: Paper; note?: string };
/** One `dl`: a section of /new, a day of /recent, or a whole month. */
export type ListSection = { heading?: string; rows: readonly ListedPaper[] };
export type ListOptions = {
  /** The page's own heading. */
  name: string;
  /** True on /new and on catchup pages with abstracts. */
  abstracts?: boolean;
  mathjax?: boolean;
};

/** A listing, in the markup of mid-2026. */
export function listPage(sections: readonly ListSection[], options: ListOptions): string {
  return framed({
    title: options.name,
    body: page`<div id='content-inner'>
<div id='dlpage'>
  <h1>${options.name}</h1>
  <div class='paging'>Total of ${countOf(sections)} entries</div>
${sectionsOf(sections, options)}
</div>
</div>`,
  });
}

/** The page of an author with an arXiv author identifier. */
export function authorPage(name: string, papers: readonly Paper[]): string {
  const rows = papers.map((paper) => ({ paper }));
  return framed({
    title: `${name}'s articles on arXiv`,
    body: page`<div id='content-inner'>
    <div id='dlpage'>
        <h1>${name}'s articles on arXiv</h1>${sectionsOf([{ rows }], { name })}
    </div>
</div>`,
  });
}

/** The listing program that served /list until February 2024. */
export function classicListPage(papers: readonly Paper[], name: string): string {
  return page`<!DOCTYPE html>
<html lang="en"><head><title>${name}</title></head><body class="with-cu-identity">
<div id="content"><div id='dlpage'>
<h1>${name}</h1>
<h3>Wed, 14 Feb 2024</h3>
<dl>
${papers.map((paper, index) => classicRow(paper, index + 1))}
</dl>
</div></div></body></html>
`.markup;
}

function countOf(sections: readonly ListSection[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

function sectionsOf(sections: readonly ListSection[], options: ListOptions): Markup {
  let number = 0;
  return joined(
    sections.map(({ heading, rows }) => {
      const first = number + 1;
      number += rows.length;
      return page`<dl id='articles'>
    ${heading === undefined ? NOTHING : page`<h3>${heading}</h3>`}
${rows.length === 0 ? page`<p>No updates for this time period.</p>` : rows.map((row, index) => rowOf(row, first + index, options))}
</dl>
`;
    }),
  );
}

function rowOf({ paper, note }: ListedPaper, number: number, options: ListOptions): Markup {
  const { id } = paper;
  const mathjax = options.mathjax ?? false;
  return page`
    <dt>
      <a name='item${number}'>[${number}]</a>
      <a href ="/abs/${id}" title="Abstract" id="${id}">
        arXiv:${id}
      </a>
      ${note === undefined ? '' : `(${note})`}
        [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v${paper.versions.at(-1)?.version ?? 1}" title="View HTML" id="html-${id}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${id}">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${fieldMarkup(paper.title, mathjax)}
        </div>
        <div class='list-authors'>${authorLinks(paper, 'https://arxiv.org/search/?searchtype=author&query=')}</div>
        ${optional('list-comments mathjax', 'Comments:', paper.comments, mathjax)}
        ${optional('list-journal-ref', 'Journal-ref:', paper.journalRef, mathjax)}
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>${subjectsOf(paper)}
        </div>
        ${options.abstracts && paper.abstract !== null ? page`<p class='mathjax'>${fieldMarkup(paper.abstract, mathjax)}</p>` : NOTHING}
      </div>
    </dd>`;
}

function classicRow(paper: Paper, number: number): Markup {
  const { id } = paper;
  const abstract =
    paper.abstract === null ? NOTHING : page`<p class="mathjax">${fieldMarkup(paper.abstract, false)}</p>`;
  return page`<dt><a name="item${number}">[${number}]</a>&nbsp;  <span class="list-identifier"><a href="/abs/${id}" title="Abstract">arXiv:${id}</a> [<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="/format/${id}" title="Other formats">other</a>]</span></dt>
<dd>
<div class="meta">
<div class="list-title mathjax">
<span class="descriptor">Title:</span> ${fieldMarkup(paper.title, false)}
</div>
<div class="list-authors">
<span class="descriptor">Authors:</span>
${authorLinks(paper, '/search/cs?searchtype=author&query=')}
</div>
${optional('list-comments mathjax', 'Comments:', paper.comments, false)}
${optional('list-journal-ref', 'Journal-ref:', paper.journalRef, false)}
<div class="list-subjects">
<span class="descriptor">Subjects:</span> ${subjectsOf(paper)}
</div>
${abstract}
</div>
</dd>
`;
}

function authorLinks(paper: Paper, search: string): Markup {
  return joined(
    paper.authors.map((name) => page`<a href="${search + name}">${name}</a>`),
    ', ',
  );
}

function optional(classes: string, label: string, value: string | null, mathjax: boolean): Markup {
  return value === null
    ? NOTHING
    : page`<div class='${classes}'><span class='descriptor'>${label}</span>
          ${fieldMarkup(value, mathjax)}
        </div>`;
}
