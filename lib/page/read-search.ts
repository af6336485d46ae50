import { dayOf, parseArxivDate } from '@/lib/core/date';
import type { Paper } from '@/lib/core/paper';
import { authorsIn, namedBy, onlyMatch, textOrNull } from './fields';
import { SEARCH_RESULT } from './selectors';
import { collapse, isElement, isText, textOf } from './text';

/** One search result: the paper as it is stated there, and its element. */
export type SearchRow = { paper: Paper; row: Element };

/** arXiv shows at most 200 results on a page. */
const LABEL = 'has-text-weight-semibold';
const RESULT_LIMIT = 1_000;

/** The results of a search page, in the page's order; one that contradicts itself is left out. */
export function readSearch(document: Document): SearchRow[] {
  const rows: SearchRow[] = [];
  for (const row of document.querySelectorAll(SEARCH_RESULT.result.css)) {
    if (rows.length === RESULT_LIMIT) break;
    const paper = readResult(row);
    if (paper) rows.push({ paper, row });
  }
  return rows;
}

/** One result alone, for a page that reads its rows as they come into view. */
export function readResult(row: Element): Paper | undefined {
  const part = (name: keyof typeof SEARCH_RESULT): Element | null =>
    row.querySelector(SEARCH_RESULT[name].css);
  const named = namedBy(onlyMatch(row, SEARCH_RESULT.link.css));
  const title = textOf(part('title'));
  if (!named || title === '') return undefined;
  const details = detailsOf(row);
  const abstract = textOf(part('abstract')).replace(/\s*△ Less$/, '');
  return {
    ...named,
    title,
    ...authorsIn(part('authors')),
    abstract: abstract === '' ? null : abstract,
    comments: details.get('comments') ?? null,
    journalRef: details.get('journal ref') ?? null,
    reportNo: details.get('report number') ?? null,
    doi: textOrNull(part('doi')),
    categories: [...row.querySelectorAll(SEARCH_RESULT.tag.css)].map((tag) => textOf(tag)),
    mscClass: listed(details.get('msc class')),
    acmClass: listed(details.get('acm class')),
    submitted: submittedOn(textOf(part('dates'))),
    versions: [],
    withdrawn: false,
  };
}

/** What stands behind each bold label, by the label in lower case without its colon. */
function detailsOf(row: Element): Map<string, string> {
  const details = new Map<string, string>();
  for (const label of row.querySelectorAll(SEARCH_RESULT.label.css)) {
    let text = '';
    for (let node = label.nextSibling; node; node = node.nextSibling) {
      if (isElement(node)) {
        if (node.classList.contains(LABEL)) break;
        text += textOf(node);
      } else if (isText(node)) text += node.data;
    }
    details.set(
      collapse(label.textContent ?? '')
        .replace(/:$/, '')
        .toLowerCase(),
      collapse(text),
    );
  }
  return details;
}

/** arXiv's search prints classes as a Python list: `['68T10']`. */
function listed(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  return text.replace(/^\['(.*)'\]$/, '$1').replaceAll("', '", ', ');
}

/** `Submitted 19 August, 2026; v1 submitted 14 August, 2026; ...`: the first version's day. */
function submittedOn(text: string): string | null {
  const date = parseArxivDate(/\bv1 submitted (.*)/i.exec(text)?.[1] ?? text);
  return date === null ? null : dayOf(date);
}
