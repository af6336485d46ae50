import { monthOfId } from '@/lib/core/paper-id';
import { analyse } from './analyse';
import { nameTerms } from './names';
import type { BriefFacts, SegmentPaper } from './segment-paper';
import type { ListName } from './terms';

/** How a term occurs in a paper: where, and the mark its posting carries. */
export type Occurrence = { term: string; list: ListName; mark: number };

/** Key terms this far up the list are what the abstract is about. */
const STRONG = 12;
const MOST_TERMS = 400;

/** Terms that no text has stand for what is filtered by. */
export const categoryTerm = (name: string): string => `#c:${name.toLowerCase()}`;
export const venueTerm = (name: string): string =>
  `#v:${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 40)}`;
export const yearTerm = (year: number): string => `#y:${year}`;
export const CODE_TERM = '#code';
/** Filters need no mark, so their lists are kept as those of names are. */
export const FILTER_LIST: ListName = 'author';

/** A publisher's DOI as a term of fixed length: two 32-bit FNV-1a hashes of its lower-case form. */
export function doiTerm(doi: string): string {
  const text = doi.trim().toLowerCase().slice(0, 200);
  return `#d:${fnv(text, 0x811c9dc5)}${fnv(text, 0x2b5f1a3d).slice(0, 2)}`;
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** All that a paper is found by. */
export function occurrencesOf(paper: SegmentPaper): Occurrence[] {
  const title = analyse(paper.title).slice(0, MOST_TERMS);
  const inTitle = new Set(title.map((token) => token.term));
  const mark = titleMark(title.filter((token) => !token.joined).length);
  const found: Occurrence[] = [...inTitle].map((term) => ({ term, list: 'title', mark }));
  const key = [...new Set(paper.keyTerms)].filter((term) => !inTitle.has(term)).slice(0, MOST_TERMS);
  for (const [at, term] of key.entries()) found.push({ term, list: 'abstract', mark: at < STRONG ? 1 : 0 });
  const names = new Set(paper.authors.slice(0, 5_000).flatMap(nameTerms));
  for (const term of names) found.push({ term, list: 'author', mark: 0 });
  for (const term of filterTerms(paper, paper.facts)) found.push({ term, list: FILTER_LIST, mark: 0 });
  return found;
}

/** Shorter titles are more about each of their words: 3 up to four words, 0 from twelve. */
function titleMark(words: number): number {
  return words <= 4 ? 3 : words <= 7 ? 2 : words <= 11 ? 1 : 0;
}

function filterTerms({ id, categories, doi }: SegmentPaper, { venue, code }: BriefFacts): Set<string> {
  const terms = new Set<string>([yearTerm(monthOfId(id).year)]);
  for (const name of categories) {
    terms.add(categoryTerm(name));
    terms.add(categoryTerm(name.split('.')[0] ?? name));
  }
  if (venue) terms.add(venueTerm(venue.name));
  if (code !== null) terms.add(CODE_TERM);
  if (doi !== null) terms.add(doiTerm(doi));
  return terms;
}
