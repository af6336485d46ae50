import type { Alternative, Directory } from './alternatives';
import type { Postings } from './postings';
import type { Segment } from './segment';
import type { ListName, TermEntry } from './terms';

/** Points a bit of information is worth; scores are whole numbers of them. */
export const POINTS = 32;

/** What a word counts for, of 64, by where it stands. */
const FIELD_FACTORS: Readonly<Record<ListName, number>> = { title: 68, abstract: 38, author: 62 };

/** Lists longer than this many pieces are read only so far: the head holds the best papers. */
const MOST_PIECES = 160;

/**
 * Scores of a segment's papers, by number: what they have of each unit. A board is as long as its segment, so it is
 * handed back when done with, and wiped only where it was written.
 */
export class Scoreboard {
  readonly totals: Uint16Array;
  /** A bit for each unit a paper has. */
  readonly masks: Uint16Array;
  /** What a paper has of the unit being added. */
  private readonly best: Uint16Array;
  private list = new Uint32Array(1024);
  private count = 0;

  private constructor(
    private readonly pool: Scoreboard[],
    papers: number,
  ) {
    this.totals = new Uint16Array(papers);
    this.masks = new Uint16Array(papers);
    this.best = new Uint16Array(papers);
  }

  static of(segment: Segment): Scoreboard {
    const pool = POOLS.get(segment) ?? [];
    POOLS.set(segment, pool);
    return pool.pop() ?? new Scoreboard(pool, segment.papers);
  }

  /** Papers that have any unit, in no order. */
  get touched(): Uint32Array {
    return this.list.subarray(0, this.count);
  }

  /** Counts a list of papers towards a unit, for the same or each for its own. The best of a unit's lists counts. */
  add(bit: number, docs: Postings, gains: number | Uint16Array): void {
    const { totals, masks, best } = this;
    for (let index = 0; index < docs.length; index += 1) {
      const doc = docs[index] ?? 0;
      const gain = typeof gains === 'number' ? gains : (gains[index] ?? 0);
      const mask = masks[doc] ?? 0;
      if (mask & bit) {
        const more = gain - (best[doc] ?? 0);
        if (more <= 0) continue;
        totals[doc] = (totals[doc] ?? 0) + more;
      } else {
        if (mask === 0) this.touch(doc);
        masks[doc] = mask | bit;
        totals[doc] = (totals[doc] ?? 0) + gain;
      }
      best[doc] = gain;
    }
  }

  release(): void {
    for (const doc of this.touched) this.masks[doc] = this.totals[doc] = 0;
    this.count = 0;
    if (this.pool.length < MOST_POOLED) this.pool.push(this);
  }

  private touch(doc: number): void {
    if (this.count === this.list.length) {
      const longer = new Uint32Array(this.list.length * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.count++] = doc;
  }
}

const POOLS = new WeakMap<Segment, Scoreboard[]>();
const MOST_POOLED = 2;

/** Points a unit is worth at most: the rarer, the more. */
export function unitPoints(papers: number, count: number): number {
  return Math.round(POINTS * Math.log2(1 + papers / Math.max(1, count)));
}

/** How many papers have one of these, at most: counts are added up. */
export function totalCount(directory: Directory, alternatives: readonly Alternative[]): number {
  let total = 0;
  for (const { entries } of directory) {
    for (const { terms, lists } of alternatives) {
      const counts = terms.map((term) =>
        lists.reduce((sum, name) => sum + (entries.get(term)?.lists[name]?.count ?? 0), 0),
      );
      total += Math.min(...counts);
    }
  }
  return total;
}

/** Adds up, for every paper of a segment, the best way it has each unit. */
export async function scoreSegment(
  segment: Segment,
  entries: ReadonlyMap<string, TermEntry>,
  units: readonly { alternatives: readonly Alternative[]; points: number }[],
): Promise<Scoreboard> {
  const read = await Promise.all(units.map(({ alternatives }) => readUnit(segment, entries, alternatives)));
  const board = Scoreboard.of(segment);
  for (const [at, lists] of read.entries()) {
    const points = units[at]?.points ?? 0;
    const gainOf = (factor: number): number => Math.max(1, Math.round((points * factor) / 64));
    for (const { docs, factors } of lists) {
      board.add(1 << at, docs, typeof factors === 'number' ? gainOf(factors) : factors.map(gainOf));
    }
  }
  return board;
}

/** Papers, and what the match counts for: in all of them the same, or in each. */
type Weighted = { docs: Postings; factors: number | Uint16Array };

async function readUnit(
  segment: Segment,
  entries: ReadonlyMap<string, TermEntry>,
  alternatives: readonly Alternative[],
): Promise<Weighted[]> {
  const lists = await Promise.all(
    alternatives.map(({ terms, lists, factor }) =>
      terms.length > 1
        ? readTogether(segment, entries, terms, lists, factor)
        : readLists(segment, entries.get(terms[0] ?? ''), lists, factor),
    ),
  );
  return lists.flat();
}

async function readLists(
  segment: Segment,
  entry: TermEntry | undefined,
  lists: readonly ListName[],
  factor: number,
): Promise<Weighted[]> {
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
): Promise<Weighted[]> {
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

function byDoc(lists: readonly Weighted[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const { docs, factors } of lists) {
    for (const [at, doc] of docs.entries()) {
      const factor = typeof factors === 'number' ? factors : (factors[at] ?? 0);
      best.set(doc, Math.max(best.get(doc) ?? 0, factor));
    }
  }
  return best;
}
