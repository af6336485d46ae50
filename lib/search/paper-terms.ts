import { monthOfId } from '@/lib/core/paper-id';
import { analyse } from './analyse';
import { nameTerms } from './names';
import type { BriefFacts, SegmentPaper } from './segment-paper';
import type { ListName } from './terms';

/** A term of a paper and where it stands. */
export type Occurrence = { term: string; list: ListName };

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
/** Filters are kept beside names, as nobody's name begins with a sign. */
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
  const inTitle = new Set(
    analyse(paper.title)
      .slice(0, MOST_TERMS)
      .map((token) => token.term),
  );
  const key = [...new Set(paper.keyTerms)].filter((term) => !inTitle.has(term)).slice(0, MOST_TERMS);
  const names = new Set(paper.authors.slice(0, 5_000).flatMap(nameTerms));
  const inList = (terms: Iterable<string>, list: ListName): Occurrence[] =>
    [...terms].map((term) => ({ term, list }));
  return [
    ...inList(inTitle, 'title'),
    ...inList(key, 'abstract'),
    ...inList(names, 'author'),
    ...inList(filterTerms(paper, paper.facts), FILTER_LIST),
  ];
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
