/**
 * arXiv's markup by the date of the saved pages it was read from. `classic` is the listing program
 * that served /list until February 2024.
 */
export type Generation = 'classic' | '2021-03' | '2023-06' | '2024-03' | '2025-11' | 'current';

type Selector = { readonly css: string; readonly holds: readonly Generation[] };

const TEMPLATES: readonly Generation[] = ['2021-03', '2023-06', '2024-03', '2025-11', 'current'];
const LISTED: readonly Generation[] = ['classic', '2024-03', '2025-11', 'current'];
const SEARCH: readonly Generation[] = ['2025-11', 'current'];
const HTML: readonly Generation[] = ['current'];

/** Abstract pages. Where two are read the same way, the first that is found counts. */
export const ABS = {
  root: { css: '#abs', holds: TEMPLATES },
  metaId: { css: 'meta[name="citation_arxiv_id"]', holds: TEMPLATES },
  metaAbstract: { css: 'meta[name="citation_abstract"]', holds: TEMPLATES },
  title: { css: 'h1.title', holds: TEMPLATES },
  authors: { css: '.authors', holds: TEMPLATES },
  abstract: { css: 'blockquote.abstract', holds: TEMPLATES },
  row: { css: '.metatable tr', holds: TEMPLATES },
  dateline: { css: '.dateline', holds: TEMPLATES },
  withdrawn: { css: 'span.error', holds: TEMPLATES },
  thisVersion: { css: '.arxividv a', holds: TEMPLATES },
  history: { css: '.submission-history', holds: TEMPLATES },
  fullText: { css: '.extra-services > .full-text', holds: TEMPLATES },
} satisfies Record<string, Selector>;

/** Listings and author pages: `dt` and `dd` in one or several `dl`. */
export const LIST = {
  list: { css: '#dlpage > dl', holds: LISTED },
  entry: { css: '#dlpage dl > dt', holds: LISTED },
  number: { css: 'a[name^="item"]', holds: LISTED },
  link: { css: 'a[href*="/abs/"]', holds: LISTED },
  title: { css: '.list-title', holds: LISTED },
  authors: { css: '.list-authors', holds: LISTED },
  comments: { css: '.list-comments', holds: LISTED },
  journalRef: { css: '.list-journal-ref', holds: LISTED },
  subjects: { css: '.list-subjects', holds: LISTED },
  abstract: { css: '.meta > p', holds: LISTED },
} satisfies Record<string, Selector>;

/** Search results. */
export const SEARCH_RESULT = {
  result: { css: 'li.arxiv-result', holds: SEARCH },
  link: { css: 'p.list-title a[href*="/abs/"]', holds: SEARCH },
  tag: { css: '.tags > .tag[data-tooltip]', holds: SEARCH },
  doi: { css: '.tags a[href*="doi.org/"]', holds: SEARCH },
  title: { css: 'p.title', holds: SEARCH },
  authors: { css: 'p.authors', holds: SEARCH },
  abstract: { css: '.abstract-full', holds: SEARCH },
  dates: { css: 'p.is-size-7:not(.comments)', holds: SEARCH },
  label: { css: 'p.comments > .has-text-weight-semibold', holds: SEARCH },
} satisfies Record<string, Selector>;

/** HTML papers made by LaTeXML. */
export const HTML_PAPER = {
  watermark: { css: '#watermark-tr', holds: HTML },
  title: { css: '.ltx_title_document', holds: HTML },
  name: { css: '.ltx_authors .ltx_personname', holds: HTML },
  abstract: { css: '.ltx_abstract .ltx_p', holds: HTML },
  reference: { css: 'li.ltx_bibitem', holds: HTML },
  referenceText: { css: '.ltx_bibblock', holds: HTML },
} satisfies Record<string, Selector>;
