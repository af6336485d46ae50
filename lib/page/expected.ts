import { type Page } from './detect';
import { ABS, LIST, SEARCH_RESULT } from './selectors';

/** Fewer links than these are no listing: a page with nothing to list may name a paper or two. */
const FEW = 3;

/** True when an abstract page says that it is of a paper; "not found" does not. */
export function hasPaper(document: Document): boolean {
  return document.querySelector(`${ABS.metaId.css}, ${ABS.root.css} ${ABS.title.css}`) !== null;
}

/** True when a page links to papers as a listing does, whatever its rows are made of. */
export function namesPapers(document: Document): boolean {
  return document.querySelectorAll(LIST.link.css).length >= FEW;
}

/** What of the markup that we know a page has: for a report that it has changed. */
export function knownParts(document: Document, kind: Page['kind']): string[] {
  const selectors = kind === 'abs' ? ABS : kind === 'search' ? SEARCH_RESULT : LIST;
  return Object.values(selectors).map(({ css }) => `${document.querySelectorAll(css).length} ${css}`);
}
