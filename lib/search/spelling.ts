import { type Alternative, countOf, type Directory, loadTerms } from './alternatives';
import { backwards } from './endings';
import { editDistance, editsAllowed } from './edit-distance';
import type { ListName } from './terms';
import type { Unit } from './units';

const MOST_BLOCKS = 12;
const SWAPPED_ONLY = 3;
const MOST_CANDIDATES = 10;
/** What a match counts for, of 64, by the number of edits. */
const FACTORS = [64, 46, 36];
const SPLIT = 50;
const TEXT_AND_NAMES: readonly ListName[] = ['title', 'abstract', 'author'];

/**
 * Words near a unit: one edit off at four to seven letters, two from eight. One end of a misspelled
 * word is as it should be: candidates share its beginning or its ending.
 */
export async function nearAlternatives(directory: Directory, unit: Unit): Promise<Alternative[]> {
  if (unit.raw.length === SWAPPED_ONLY) return swapped(directory, unit);
  const edits = editsAllowed(unit.raw.length);
  if (edits === 0 || /^\d+$/.test(unit.raw)) return [];
  const lists = listsOf(unit);
  const candidates = new Set<string>();
  for (const word of new Set([unit.raw, unit.term])) {
    for (const term of await sharingAnEnd(directory, word, edits)) candidates.add(term);
  }
  const near: { term: string; distance: number }[] = [];
  for (const term of candidates) {
    const exact = Math.min(editDistance(unit.raw, term, edits), editDistance(unit.term, term, edits));
    const distance = unit.open ? Math.min(exact, editDistance(unit.raw, term, edits, true)) : exact;
    if (distance <= edits && term !== unit.term) near.push({ term, distance });
  }
  await loadTerms(
    directory,
    near.map(({ term }) => term),
  );
  const known = near
    .map((candidate) => ({ ...candidate, count: countOf(directory, candidate.term, lists) }))
    .filter(({ count }) => count > 0);
  known.sort((a, b) => a.distance - b.distance || b.count - a.count || (a.term < b.term ? -1 : 1));
  return known.slice(0, MOST_CANDIDATES).map(({ term, distance }) => ({
    terms: [term],
    lists,
    factor: FACTORS[distance] ?? 0,
    spelled: term,
  }));
}

/** `teh` for `the`: of words this short only two neighbours in each other's place. */
async function swapped(directory: Directory, unit: Unit): Promise<Alternative[]> {
  const [a = '', b = '', c = ''] = unit.raw;
  const terms = [b + a + c, a + c + b].filter((term) => term !== unit.raw && /^\p{L}+$/u.test(term));
  await loadTerms(directory, terms);
  const lists = listsOf(unit);
  const counts = new Map(terms.map((term) => [term, countOf(directory, term, lists)]));
  const known = [...counts].filter(([, count]) => count > 0).sort(([, n], [, m]) => m - n);
  return known.map(([term]) => ({ terms: [term], lists, factor: FACTORS[1] ?? 0, spelled: term }));
}

/** `superresolution` for `super resolution`: two known words that nobody wrote a space between. */
export async function splitAlternatives(directory: Directory, unit: Unit): Promise<Alternative[]> {
  if (unit.raw.length < 6 || unit.field === 'author') return [];
  const pairs: [string, string][] = [];
  for (let at = 3; at <= unit.raw.length - 3; at += 1)
    pairs.push([unit.raw.slice(0, at), unit.term.slice(at)]);
  await loadTerms(directory, pairs.flat());
  const lists: readonly ListName[] = unit.field === 'title' ? ['title'] : ['title', 'abstract'];
  const strength = (pair: [string, string]): number =>
    Math.min(...pair.map((term) => countOf(directory, term, lists)));
  const best = pairs.filter((pair) => strength(pair) > 0).sort((a, b) => strength(b) - strength(a));
  return best.slice(0, 2).map((terms) => ({ terms, lists, factor: SPLIT, spelled: terms.join(' ') }));
}

/** The lists that a misspelled word may be in. */
export function listsOf(unit: Unit): readonly ListName[] {
  if (unit.field === 'any') return TEXT_AND_NAMES;
  return unit.field === 'author' ? ['author'] : ['title'];
}

/**
 * Terms that begin or end as the word does. With one edit in a word of n letters, the a before it or
 * the n - a - 1 after it are as they should be; with two, most often a third of the word at one end is.
 */
async function sharingAnEnd(directory: Directory, word: string, edits: number): Promise<string[]> {
  const { length } = word;
  const beginning = Math.max(2, edits === 1 ? Math.floor((length - 1) / 2) : Math.floor(length / 3));
  const ending = edits === 1 ? length - beginning - 1 : Math.floor(length / 3) + 1;
  const found: string[] = [];
  for (const { segment } of directory) {
    const entries = await segment.termsWithPrefix(word.slice(0, beginning), MOST_BLOCKS);
    found.push(...entries.map(({ term }) => term));
    const endings = await segment.termsWithEnding(backwards(word), ending, MOST_BLOCKS);
    found.push(...endings.map(({ term }) => term));
  }
  return found.filter((term) => !term.startsWith('#'));
}
