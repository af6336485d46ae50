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

/** Entries in their order, handed out as an array that is never changed. */
export class PlacedEntries {
  readonly #compare: Compare;
  readonly #byId: Map<PaperId, Placed>;
  #entries: readonly Entry[];

  constructor(placed: readonly Placed[], compare: Compare) {
    const sorted = [...placed].sort(compare);
    this.#compare = compare;
    this.#byId = new Map(sorted.map((one) => [one.entry.paper.id, one]));
    this.#entries = sorted.map(({ entry }) => entry);
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Puts what changed in its place. One of tens of thousands costs neither sorting nor a look at the others. */
  change(changed: Changed): void {
    const known = [...changed].flatMap(([id]) => this.#byId.get(id) ?? []);
    const added = [...changed.values()].filter((one) => one !== null);
    if (known.length === 0 && added.length === 0) return;
    const next = [...this.#entries];
    // First all of them out, while those that are looked past stand in the order they are known by.
    for (const one of known) next.splice(this.#placeOf(one, next), 1);
    for (const { entry } of known) this.#byId.delete(entry.paper.id);
    for (const one of added) this.#byId.set(one.entry.paper.id, one);
    for (const one of added) next.splice(this.#placeOf(one, next), 0, one.entry);
    this.#entries = next;
  }

  /** Those that `replaced` makes others of stand where they stood; the same array where it makes none. */
  replace(replaced: (entry: Entry) => Entry): void {
    let isReplaced = false;
    const next = this.#entries.map((entry) => {
      const now = replaced(entry);
      const placed = this.#byId.get(entry.paper.id);
      if (now === entry || placed === undefined) return entry;
      isReplaced = true;
      this.#byId.set(entry.paper.id, { ...placed, entry: now });
      return now;
    });
    if (isReplaced) this.#entries = next;
  }

  #placeOf(one: Placed, entries: readonly Entry[]): number {
    return placeIn(entries, ({ paper: { id } }) => {
      const there = this.#byId.get(id);
      return there !== undefined && this.#compare(there, one) < 0;
    });
  }
}
