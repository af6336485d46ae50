import type { Alternative } from './alternatives';
import type { Postings } from './postings';
import type { Segment } from './segment';
import type { ListName, TermEntry } from './terms';

/** What a word counts for, of 64, by where it stands. */
const FIELD_FACTORS: Readonly<Record<ListName, number>> = { title: 68, abstract: 38, author: 62 };

/** Lists longer than this many pieces are read only so far: the head holds the best papers. */
const MOST_PIECES = 160;

/** Papers, and what the match counts for: in all of them the same, or in each. */
export type Gains = { docs: Postings; factors: number | Uint16Array };

/** The lists in which a segment has a unit. */
export async function readUnit(
  segment: Segment,
  entries: ReadonlyMap<string, TermEntry>,
  alternatives: readonly Alternative[],
): Promise<Gains[]> {
  const lists = await Promise.all(
    alternatives.map(({ terms, lists, factor }) =>
      terms.length > 1
        ? readTogether(segment, entries, terms, lists, factor)
        : readLists(segment, entries.get(terms[0] ?? ''), lists, factor),
    ),
  );
  return lists.flat();
}

/** The lists that have one word. */
export async function readLists(
  segment: Segment,
  entry: TermEntry | undefined,
  lists: readonly ListName[],
  factor: number,
): Promise<Gains[]> {
  const read = lists.map(async (name) => {
    const ref = entry?.lists[name];
    if (!ref) return [];
    const factors = Math.round((FIELD_FACTORS[name] * factor) / 64);
    return [{ docs: await segment.postings(ref, MOST_PIECES), factors }];
  });
  return (await Promise.all(read)).flat();
}

/** Papers that have all of these words, as one list; each counts for its weakest. */
async function readTogether(
  segment: Segment,
  entries: ReadonlyMap<string, TermEntry>,
  terms: readonly string[],
  lists: readonly ListName[],
  factor: number,
): Promise<Gains[]> {
  if (terms.some((term) => !entries.has(term))) return [];
  const read = await Promise.all(terms.map((term) => readLists(segment, entries.get(term), lists, factor)));
  const [first = [], ...others] = read.map(byDoc);
  const docs: number[] = [];
  const factors: number[] = [];
  for (const [doc, gain] of [...first].sort(([a], [b]) => a - b)) {
    const weakest = others.reduce((least, gains) => Math.min(least, gains.get(doc) ?? 0), gain);
    if (weakest === 0) continue;
    docs.push(doc);
    factors.push(weakest);
  }
  return [{ docs: Uint32Array.from(docs), factors: Uint16Array.from(factors) }];
}

function byDoc(lists: readonly Gains[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const { docs, factors } of lists) {
    for (const [at, doc] of docs.entries()) {
      const factor = typeof factors === 'number' ? factors : (factors[at] ?? 0);
      best.set(doc, Math.max(best.get(doc) ?? 0, factor));
    }
  }
  return best;
}
