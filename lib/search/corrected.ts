import type { Alternative, Directory } from './alternatives';
import type { Query } from './query';
import { totalCount } from './scoreboard';
import type { Hit } from './search-types';
import { commonNear } from './spelling';
import { partsOf, type Unit } from './units';

/** So few papers that have every word as typed may all have the same slip. */
const FEW = 8;
/** A word in more papers than these is taken as it is. */
const MOST = 100;
/** A word is meant instead that so many times as many papers have, if so many times as many, and enough, have all of that query. */
const MORE_COMMON = 50;
const MORE_FOUND = 10;
const ENOUGH = 30;
/** Papers found as typed stay first, and scores fall. */
const BEHIND = 0.98;

/** What a query found, of each segment, and whether what it found has every word. */
type Found = { found: readonly Uint32Array[] | null; hasAll: boolean };

/** Whether so few papers have what was typed that something else may have been meant. */
export function isFew({ found, hasAll }: Found): boolean {
  return hasAll && found !== null && countAll(found) <= FEW;
}

/** Whether what was not typed is found so much more often that it was meant, or may have been. */
export function isMeant(typed: Found, other: Found): boolean {
  if (!other.hasAll || typed.found === null || other.found === null) return false;
  return countAll(other.found) >= Math.max(ENOUGH, MORE_FOUND * countAll(typed.found));
}

/**
 * The query with its rare words replaced by far more common ones that are a likely slip away; null where there are
 * none. Words of operators and phrases are taken as they are.
 */
export async function correctedText(
  directory: Directory,
  { query, text, units }: { query: Query; text: string; units: readonly Unit[] },
  alternatives: readonly Alternative[][],
): Promise<string | null> {
  const changes = new Map<string, string>();
  for (const [at, unit] of units.entries()) {
    const count = totalCount(directory, alternatives[at] ?? []);
    const word = query.words.find((own) => own.field === 'any' && !own.phrase && isOne(own.text, unit));
    if (count > MOST || word === undefined || !/^\p{L}+$/u.test(unit.raw)) continue;
    const other = await commonNear(directory, unit, MORE_COMMON * count);
    if (other !== null) changes.set(word.text, other);
  }
  if (changes.size === 0) return null;
  const pieces = text.normalize('NFC').split(/(\s+)/);
  return pieces.map((piece) => changes.get(piece) ?? piece).join('');
}

/** Those found as typed that have every word, then those found by what was meant. */
export function typedFirst(typed: readonly Hit[], meant: readonly Hit[]): Hit[] {
  const last = typed.at(-1)?.score ?? Infinity;
  const part = Math.min(1, (last * BEHIND) / Math.max(1, meant[0]?.score ?? 0));
  const known = new Set(typed.map(({ paper }) => paper.id));
  const others = meant.filter(({ paper }) => !known.has(paper.id));
  return [...typed, ...others.map((hit) => ({ ...hit, score: hit.score * part }))];
}

/** Papers of either, of each segment. */
export function either(a: readonly Uint32Array[], b: readonly Uint32Array[]): Uint32Array[] {
  return a.map((own, at) => new Uint32Array(new Set([...own, ...(b[at] ?? [])])).sort());
}

function isOne(text: string, unit: Unit): boolean {
  const parts = partsOf(text);
  return parts.length === 1 && parts[0]?.raw === unit.raw;
}

function countAll(found: readonly Uint32Array[]): number {
  return found.reduce((sum, { length }) => sum + length, 0);
}
