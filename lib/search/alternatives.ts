import type { ListName, TermEntry } from './terms';
import { otherSpelling } from './other-spelling';
import { FILTER_LIST, yearTerm } from './paper-terms';
import type { Segment } from './segment';
import { splitAtDigits, type Join, type Unit, type Units } from './units';

/**
 * One way a paper may have a unit: all of `terms`, each in one of `lists`. `factor` (of 64) is what the
 * match counts for beside the word itself; `spelled` names it where it is not what was typed.
 */
export type Alternative = {
  terms: readonly string[];
  lists: readonly ListName[];
  factor: number;
  spelled: string | null;
};

/** Entries of the terms a query may need, of each segment. */
export type Directory = { segment: Segment; entries: Map<string, TermEntry> }[];

const TEXT: readonly ListName[] = ['title', 'abstract'];
const NAMES: readonly ListName[] = ['author'];
const WHOLE = 64;
const JOINED = 60;
const SPLIT = 56;
const COMPLETED = 52;
const MOST_COMPLETIONS = 40;
const FEWEST_COMPLETIONS = 3;
/** A letter or two begin so many words that reading them all would take as long as the rest of the query. */
const COMPLETION_POSTINGS = 100_000;
const COMPLETION_BLOCKS = 6;

/** The lists a unit may be found in. */
function listsFor(unit: Unit): readonly ListName[] {
  return unit.field === 'author' ? NAMES : unit.field === 'title' ? ['title'] : TEXT;
}

/** What each unit may be without any guessing: itself, joined with its neighbour, split, completed. */
export async function plainAlternatives(
  directory: Directory,
  { units, joins }: Units,
): Promise<Alternative[][]> {
  const found = await Promise.all(
    units.map(async (unit) => [...wholes(unit), ...(await completions(directory, unit))]),
  );
  for (const join of joins) {
    for (let at = join.from; at < join.to; at += 1) found[at]?.push(...joined(join, units[at]));
  }
  await loadTerms(
    directory,
    found.flat(2).flatMap((alternative) => alternative.terms),
  );
  return found;
}

/** Reads what is not yet known of these terms. */
export async function loadTerms(directory: Directory, terms: readonly string[]): Promise<void> {
  await Promise.all(
    directory.map(async ({ segment, entries }) => {
      const found = await segment.terms(terms.filter((term) => !entries.has(term)));
      for (const [term, entry] of found) entries.set(term, entry);
    }),
  );
}

/** Papers that have a term in one of the lists, over all segments. */
export function countOf(directory: Directory, term: string, lists: readonly ListName[]): number {
  let count = 0;
  for (const { entries } of directory) {
    const entry = entries.get(term);
    for (const name of lists) count += entry?.lists[name]?.count ?? 0;
  }
  return count;
}

function wholes(unit: Unit): Alternative[] {
  const ways: Alternative[] = [];
  if (unit.field !== 'author') {
    ways.push({ terms: [unit.term], lists: listsFor(unit), factor: WHOLE, spelled: null });
    const other = otherSpelling(unit.term);
    if (other !== null) ways.push({ terms: [other], lists: listsFor(unit), factor: JOINED, spelled: null });
    const parts = splitAtDigits(unit.term);
    if (parts.length > 0) ways.push({ terms: parts, lists: listsFor(unit), factor: SPLIT, spelled: null });
  }
  if (unit.field !== 'title') {
    const name = [...unit.raw].length === 1 ? `${unit.raw}.` : unit.raw;
    ways.push({ terms: [name], lists: NAMES, factor: WHOLE, spelled: null });
  }
  if (unit.field === 'any' && /^(?:19|20)\d\d$/.test(unit.raw)) {
    ways.push({ terms: [yearTerm(Number(unit.raw))], lists: [FILTER_LIST], factor: WHOLE, spelled: null });
  }
  if (unit.given && unit.raw.length > 1) {
    ways.push({ terms: [`${[...unit.raw][0] ?? ''}.`], lists: NAMES, factor: WHOLE / 2, spelled: null });
  }
  return ways;
}

function joined(join: Join, unit: Unit | undefined): Alternative[] {
  if (unit?.field === 'author') return [{ terms: [join.raw], lists: NAMES, factor: JOINED, spelled: null }];
  const text: Alternative = { terms: [join.term], lists: TEXT, factor: JOINED, spelled: null };
  return [text, { terms: [join.raw], lists: NAMES, factor: JOINED, spelled: null }];
}

/** The most frequent words that begin as the unit does. */
async function completions(directory: Directory, unit: Unit): Promise<Alternative[]> {
  if (!unit.open) return [];
  const lists: readonly ListName[] = unit.field === 'any' ? [...TEXT, ...NAMES] : listsFor(unit);
  const counts = new Map<string, number>();
  for (const { segment } of directory) {
    for (const { term, count } of await segment.termsWithPrefix(unit.raw, COMPLETION_BLOCKS)) {
      if (!term.startsWith('#')) counts.set(term, (counts.get(term) ?? 0) + count);
    }
  }
  const best = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_COMPLETIONS);
  let postings = 0;
  return best
    .filter(([, count], at) => (postings += count) <= COMPLETION_POSTINGS || at < FEWEST_COMPLETIONS)
    .filter(([term]) => term !== unit.raw && term !== unit.term)
    .map(([term]) => ({ terms: [term], lists, factor: COMPLETED, spelled: null }));
}
