import { categoryName } from '@/lib/core/categories';
import type { Paper } from '@/lib/core/paper';
import { dayWritten } from './abs-page';
import { framed } from './frame';
import { joined, NOTHING, page, type Markup } from './markup';

const SHOWN_AUTHORS = 25;

/** Search results for `query`: words of it that occur in titles and abstracts are marked. */
export function searchPage(query: string, papers: readonly Paper[]): string {
  const results = papers.map((paper) => resultOf(paper, query));
  return framed({
    title: `Search | arXiv e-print repository`,
    body: page`<main class="container" id="main-container">
  <div class="level"><h1 class="title is-clearfix">Showing 1–${papers.length} of ${papers.length} results for all: ${query}</h1></div>
${papers.length === 0 ? page`<p class="is-size-4 has-text-warning">Sorry, your query produced no results</p>` : page`<ol class="breathe-horizontal" start="1">${results}</ol>`}
</main>`,
  });
}

function resultOf(paper: Paper, query: string): Markup {
  const { id } = paper;
  const tags = paper.categories.map(
    (code, index) =>
      page`<span class="tag is-small ${index === 0 ? 'is-link' : 'is-grey'} tooltip is-tooltip-top" data-tooltip="${categoryName(code)}">${code}</span>
        `,
  );
  return page`
  <li class="arxiv-result">
    <div class="is-marginless">
      <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a>
        <span>&nbsp;[<a href="https://arxiv.org/pdf/${id}">pdf</a>, <a href="https://arxiv.org/format/${id}">other</a>]&nbsp;</span>
      </p>
      <div class="tags is-inline-block">
        ${tags}</div>
      ${doiTag(paper)}
    </div>
    <p class="title is-5 mathjax">
        ${marked(paper.title, query)}
    </p>
    <p class="authors">
      <span class="has-text-black-bis has-text-weight-semibold">Authors:</span>
      ${authorsOf(paper)}
    </p>
    ${abstractOf(paper, query)}
    <p class="is-size-7">${submittedOf(paper)}</p>
    ${detail('Comments:', paper.comments)}
    ${detail('Report number:', paper.reportNo)}
    ${detail('Journal ref:', paper.journalRef)}
  </li>`;
}

function doiTag({ doi }: Paper): Markup {
  return doi === null
    ? NOTHING
    : page`<div class="is-inline-block" style="margin-left: 0.5rem">
        <div class="tags has-addons">
          <span class="tag is-dark is-size-7">doi</span>
          <span class="tag is-light is-size-7"><a class="" href="https://doi.org/${doi}">${doi} <i class="fa fa-external-link" aria-hidden="true"></i></a></span>
        </div>
      </div>`;
}

function authorsOf({ authors }: Paper): Markup {
  const links = authors
    .slice(0, SHOWN_AUTHORS)
    .map((name) => page`<a href="/search/?searchtype=author&amp;query=${name}">${name}</a>`);
  const rest = authors.length - SHOWN_AUTHORS;
  return page`${joined(links, ',\n      ')}${rest > 0 ? `, et al. (${rest} additional authors not shown)` : ''}`;
}

function abstractOf({ id, abstract, versions }: Paper, query: string): Markup {
  if (abstract === null) return NOTHING;
  const name = `${id}v${versions.at(-1)?.version ?? 1}`;
  return page`<p class="abstract mathjax">
      <span class="has-text-black-bis has-text-weight-semibold">Abstract</span>:
      <span class="abstract-short has-text-grey-dark mathjax" id="${name}-abstract-short" style="display: inline;">
        ${marked(abstract.slice(0, 200), query)}&hellip;
        <a class="is-size-7" style="white-space: nowrap;">&#9661; More</a>
      </span>
      <span class="abstract-full has-text-grey-dark mathjax" id="${name}-abstract-full" style="display: none;">
        ${marked(abstract, query)}
        <a class="is-size-7" style="white-space: nowrap;">&#9651; Less</a>
      </span>
    </p>`;
}

function submittedOf({ versions }: Paper): Markup {
  const first = versions[0];
  const last = versions.at(-1);
  if (!first || !last) return NOTHING;
  const label = (text: string): Markup =>
    page`<span class="has-text-black-bis has-text-weight-semibold">${text}</span>`;
  return page`${label('Submitted')} ${dayWithComma(last)};
      ${last === first ? NOTHING : page`${label('v1')} submitted ${dayWithComma(first)};`}
      ${label('originally announced')} ${dayWithComma(first).replace(/^\d+ (\w+),/, '$1')}.`;
}

function dayWithComma(version: { date: string | null }): string {
  return dayWritten(version).replace(/ (\d{4})$/, ', $1');
}

function detail(label: string, value: string | null): Markup {
  return value === null
    ? NOTHING
    : page`<p class="comments is-size-7">
      <span class="has-text-black-bis has-text-weight-semibold">${label}</span>
      <span class="has-text-grey-dark mathjax">${value}</span>
    </p>`;
}

function marked(text: string, query: string): Markup {
  const words = query.split(/\W+/).filter((word) => word !== '');
  if (words.length === 0) return page`${text}`;
  const pieces = text.split(new RegExp(`\\b(${words.join('|')})\\b`, 'i'));
  return joined(
    pieces.map((piece, index) =>
      index % 2 === 0 ? page`${piece}` : page`<span class="search-hit mathjax">${piece}</span>`,
    ),
  );
}
