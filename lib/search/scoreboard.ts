import type { Alternative, Directory } from './alternatives';
import { Best } from './best';
import type { Accept } from './filters';
import type { Postings } from './postings';
import { Scoreboard, STRETCH } from './board';
import type { Segment } from './segment';
import type { TermEntry } from './terms';
import { readUnit } from './unit-lists';

/** Points a bit of information is worth; scores are whole numbers of them. */
export const POINTS = 32;

/** Points the best static rank is worth. */
const RANK_POINTS = 64;

/** What is looked for in a segment. */
export type Wanted = {
  units: readonly { alternatives: readonly Alternative[]; points: number }[];
  /** Bits of the units that a paper must have. */
  required: number;
  /** Points below which a paper is no hit. */
  least: number;
  /** How many of the best are wanted. */
  most: number;
  accept: Accept | null;
};

/** What a segment has of it. */
export type Tally = {
  /** The best, best first; `mask` has a bit for each unit a paper has. */
  best: readonly { doc: number; points: number; mask: number }[];
  /** The most units that any paper has, and the papers that have as many, ascending. */
  bits: number;
  found: Uint32Array;
};

const BOARD = new Scoreboard();

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

/** Adds up, for every paper of a segment, the best way it has each unit, and keeps the best papers. */
export async function tallySegment(
  segment: Segment,
  entries: ReadonlyMap<string, TermEntry>,
  wanted: Wanted,
): Promise<Tally> {
  const read = await Promise.all(
    wanted.units.map(({ alternatives }) => readUnit(segment, entries, alternatives)),
  );
  const lists = read.flatMap((own, at) => {
    const points = wanted.units[at]?.points ?? 0;
    const gainOf = (factor: number): number => Math.max(1, Math.round((points * factor) / 64));
    return own.map(({ docs, factors }) => ({
      bit: 1 << at,
      gains: { docs, factors: typeof factors === 'number' ? gainOf(factors) : factors.map(gainOf) },
      at: 0,
    }));
  });
  const gathered = new Gathered(segment, wanted);
  for (let start = 0; start < segment.papers; start += STRETCH) {
    for (const list of lists) {
      const end = placeOf(list.gains.docs, start + STRETCH, list.at);
      BOARD.add(list.bit, list.gains, [list.at, end], start);
      list.at = end;
    }
    gathered.take(BOARD, start);
    BOARD.wipe();
  }
  return gathered.tally();
}

/** The first place from `from` on whose paper is not before `doc`. */
function placeOf(docs: Postings, doc: number, from: number): number {
  let low = from;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] ?? 0) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps of each stretch what a tally tells. */
class Gathered {
  private readonly pick: Best;
  private readonly ranks: Uint8Array;
  private bits = 0;
  private found = new Uint32Array(256);
  private count = 0;

  constructor(
    segment: Segment,
    private readonly wanted: Wanted,
  ) {
    this.pick = new Best(wanted.most);
    this.ranks = segment.allRanks();
  }

  take({ touched, totals, masks }: Scoreboard, start: number): void {
    const { required, least, accept } = this.wanted;
    for (const place of touched) {
      const doc = start + place;
      const mask = masks[place] ?? 0;
      const bits = bitCount(mask);
      const total = totals[place] ?? 0;
      const points = total + Math.round(((this.ranks[doc] ?? 0) * RANK_POINTS) / 255);
      const isBest = (mask & required) === required && total >= least && this.pick.wants(points);
      if ((!isBest && bits < this.bits) || (accept !== null && !accept(doc))) continue;
      if (isBest) this.pick.add(points, doc, mask);
      if (bits >= this.bits) this.keep(doc, bits);
    }
  }

  tally(): Tally {
    return { best: this.pick.inOrder(), bits: this.bits, found: this.found.slice(0, this.count).sort() };
  }

  private keep(doc: number, bits: number): void {
    if (bits > this.bits) [this.bits, this.count] = [bits, 0];
    if (this.count === this.found.length) {
      const longer = new Uint32Array(this.count * 2);
      longer.set(this.found);
      this.found = longer;
    }
    this.found[this.count++] = doc;
  }
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
