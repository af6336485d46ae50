import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { namesPapers } from './expected';
import { namedBy, onlyMatch } from './fields';
import { readRow } from './read-list';
import { readResult } from './read-search';
import { LIST, SEARCH_RESULT } from './selectors';

/** Where a row of a listing, an author page or search results stands; the paper is read when asked for. */
export type RowPlace = {
  id: PaperId;
  /** Its first element and its last: the same one in search results. */
  first: Element;
  last: Element;
  /** The line whose end is empty: controls are laid over it. */
  line: Element;
  title: Element | null;
  /** The link to its abstract page. */
  link: HTMLElement | null;
  read: () => Paper | undefined;
  /** Where its abstract is shown, on pages that show one; looked for when asked. */
  abstract: () => Element | null;
};

type Kind = 'list' | 'search';

/**
 * The rows of a page as the parser leaves them behind: cheap to know of all at once. Each call gives
 * those that have come since the last; a row that is not as expected is passed over. `isParsed` says
 * whether the parser has left an element.
 */
export function rowsAsParsed(
  document: Document,
  kind: Kind,
  isParsed: (element: Element, ended: boolean) => boolean,
): (ended: boolean) => RowPlace[] {
  const { entry, placeOf, lastOf } = KINDS[kind];
  let known = 0;
  return (ended) => {
    const places: RowPlace[] = [];
    const entries = document.querySelectorAll(entry);
    for (; known < entries.length; known += 1) {
      const first = entries[known];
      const last = first && lastOf(first);
      if (!first || (!ended && !(last && isParsed(last, ended)))) break;
      const place = last && placeOf(first, last);
      if (place) places.push(place);
    }
    return places;
  };
}

/** True when the page has what should be rows, whether or not they can be read. */
export function hasEntries(document: Document, kind: Kind): boolean {
  return document.querySelector(KINDS[kind].entry) !== null || namesPapers(document);
}

const KINDS = {
  list: { entry: LIST.entry.css, placeOf: listPlace, lastOf: (dt: Element) => dt.nextElementSibling },
  search: { entry: SEARCH_RESULT.result.css, placeOf: searchPlace, lastOf: (item: Element) => item },
} satisfies Record<Kind, unknown>;

function listPlace(first: Element, last: Element): RowPlace | undefined {
  const link = onlyMatch(first, LIST.link.css);
  const id = namedBy(link)?.id;
  if (id === undefined || last.tagName !== 'DD') return undefined;
  const title = last.querySelector(LIST.title.css);
  const read = (): Paper | undefined => readRow(first)?.paper;
  const abstract = (): Element | null => last.querySelector(LIST.abstract.css);
  return { id, first, last, line: first, title, link: focusable(link), read, abstract };
}

function searchPlace(first: Element, last: Element): RowPlace | undefined {
  const link = onlyMatch(first, SEARCH_RESULT.link.css);
  const id = namedBy(link)?.id;
  // The id line is full of categories and the DOI; what follows the dates is not.
  const line = first.querySelector(SEARCH_RESULT.dates.css);
  if (id === undefined || !line) return undefined;
  const title = first.querySelector(SEARCH_RESULT.title.css);
  const abstract = (): Element | null => first.querySelector(SEARCH_RESULT.abstract.css);
  return { id, first, last, line, title, link: focusable(link), read: () => readResult(first), abstract };
}

function focusable(link: Element | undefined): HTMLElement | null {
  return link && 'focus' in link ? (link as HTMLElement) : null; // `focus` is of HTML elements and SVG's
}
