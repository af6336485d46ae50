import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { placeIn } from '@/lib/core/sorted';
import type { Entry } from './library';

/** An entry, and the number that its place goes by: least first. */
export type Placed = { entry: Entry; place: number };
export type Compare = (a: Placed, b: Placed) => number;

/** What became of entries: null for those that are not there any more. */
export type Changed = ReadonlyMap<PaperId, Placed | null>;

/** Of equal places, as the database has them: the later id first among all, the earlier within a list. */
export function comparerFor(list: ListId | null): Compare {
  const turn = list === null ? -1 : 1;
  return (a, b) =>
    a.place - b.place ||
    (a.entry.paper.id === b.entry.paper.id ? 0 : a.entry.paper.id < b.entry.paper.id ? -turn : turn);
}

/** More than these are sorted in with all others. */
const FEW = 200;

/** `sorted` with what changed in its place. One of tens of thousands costs no sorting. */
export function withChanged(sorted: readonly Placed[], changed: Changed, compare: Compare): Placed[] {
  const next = sorted.filter(({ entry }) => !changed.has(entry.paper.id));
  const added = [...changed.values()].filter((one) => one !== null);
  if (added.length > FEW) return [...next, ...added].sort(compare);
  for (const placed of added) {
    const place = placeIn(next, (there) => compare(there, placed) < 0);
    next.splice(place, 0, placed);
  }
  return next;
}
