import { type Alternative, countOf, type Directory, loadTerms } from './alternatives';
import { backwards } from './endings';
import { editDistance, editsAllowed } from './edit-distance';
import type { ListName } from './terms';
import type { Unit } from './units';

const MOST_BLOCKS = 12;
const SWAPPED_ONLY = 3;
/** Of words that are there as typed, shorter ones are too often another word with a letter changed. */
const EDITED_FROM = 6;
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
  const terms = swaps(unit.raw);
  await loadTerms(directory, terms);
  const lists = listsOf(unit);
  const counts = new Map(terms.map((term) => [term, countOf(directory, term, lists)]));
  const known = [...counts].filter(([, count]) => count > 0).sort(([, n], [, m]) => m - n);
  return known.map(([term]) => ({ terms: [term], lists, factor: FACTORS[1] ?? 0, spelled: term }));
}

/** The word with two neighbours in each other's place, each two of them. */
function swaps(word: string): string[] {
  if (!/^[a-z]+$/.test(word)) return [];
  const all = [...word].slice(1).map((letter, at) => {
    return word.slice(0, at) + letter + word.charAt(at) + word.slice(at + 2);
  });
  return all.filter((swapped) => swapped !== word);
}

/**
 * The most common of the words that at least so many papers have and that are a likely slip away: two neighbours swapped, or
 * from six letters any one edit. Null where there is none.
 */
export async function commonNear(directory: Directory, unit: Unit, least: number): Promise<string | null> {
  const { raw, term } = unit;
  const lists = listsOf(unit);
  const terms =
    raw.length < EDITED_FROM
      ? [...swaps(raw), ...swaps(term)]
      : (await sharingAnEnd(directory, term, 1, least / lists.length)).filter(
          (other) =>
            other !== raw && Math.min(editDistance(raw, other, 1), editDistance(term, other, 1)) === 1,
        );
  await loadTerms(directory, terms);
  const counts = new Map(terms.map((other) => [other, countOf(directory, other, lists)]));
  const common = [...counts].filter(([other, count]) => other !== term && count >= least);
  common.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return common[0]?.[0] ?? null;
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

function listsOf(unit: Unit): readonly ListName[] {
  if (unit.field === 'any') return TEXT_AND_NAMES;
  return unit.field === 'author' ? ['author'] : ['title'];
}

/**
 * Terms that begin or end as the word does. With one edit in a word of n letters, the a before it or
 * the n - a - 1 after it are as they should be; with two, most often a third of the word at one end is.
 */
async function sharingAnEnd(directory: Directory, word: string, edits: number, least = 1): Promise<string[]> {
  const { length } = word;
  const beginning = Math.max(2, edits === 1 ? Math.floor((length - 1) / 2) : Math.floor(length / 3));
  const ending = edits === 1 ? length - beginning - 1 : Math.floor(length / 3) + 1;
  const found: string[] = [];
  for (const { segment } of directory) {
    const entries = await segment.termsWithPrefix(word.slice(0, beginning), MOST_BLOCKS, least);
    found.push(...entries.flatMap(({ term, count }) => (count >= least ? [term] : [])));
    const endings = await segment.termsWithEnding(backwards(word), ending, MOST_BLOCKS);
    found.push(...endings.flatMap(({ term, most }) => (2 ** (most + 1) > least ? [term] : [])));
  }
  return found.filter((term) => !term.startsWith('#'));
}
