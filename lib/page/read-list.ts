import type { Paper } from '@/lib/core/paper';
import { authorsIn, categoriesIn, namedBy, onlyMatch, textOrNull } from './fields';
import { LIST } from './selectors';
import { textOf } from './text';

/** One row of a listing: the paper as the row states it, and the row's two elements. */
export type ListRow = { paper: Paper; row: { dt: Element; dd: Element } };

/** arXiv shows at most 2,000 entries on a page. */
const ROW_LIMIT = 5_000;

/**
 * The rows of a listing or author page, in the page's order; every row once. A row whose parts
 * contradict each other, or that has lost its second element, is left out.
 */
export function readList(document: Document): ListRow[] {
  const rows: ListRow[] = [];
  for (const dt of document.querySelectorAll(LIST.entry.css)) {
    if (rows.length === ROW_LIMIT) break;
    const row = readRow(dt);
    if (row) rows.push(row);
  }
  return rows;
}

/** One row alone, for a page that reads its rows as they come into view. */
export function readRow(dt: Element): ListRow | undefined {
  const dd = dt.nextElementSibling;
  const named = namedBy(onlyMatch(dt, LIST.link.css));
  if (!named || dd?.tagName !== 'DD' || dd.querySelector(LIST.number.css)) return undefined;
  const title = textOf(onlyMatch(dd, LIST.title.css));
  if (title === '') return undefined;
  const paper: Paper = {
    ...named,
    title,
    ...authorsIn(dd.querySelector(LIST.authors.css)),
    abstract: textOrNull(dd.querySelector(LIST.abstract.css)),
    comments: textOrNull(dd.querySelector(LIST.comments.css)),
    journalRef: textOrNull(dd.querySelector(LIST.journalRef.css)),
    reportNo: null,
    doi: null,
    categories: categoriesIn(dd.querySelector(LIST.subjects.css)),
    mscClass: null,
    acmClass: null,
    submitted: null,
    versions: [],
    withdrawn: false,
  };
  return { paper, row: { dt, dd } };
}
