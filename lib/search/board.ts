import type { Gains } from './unit-lists';

/** Papers scored at a time: the board stays the same however many a segment has, and in the processor's cache. */
export const STRETCH = 65_536;

/** What the papers of one stretch have of each unit. There is one, wiped where it was written after each stretch. */
export class Scoreboard {
  readonly totals = new Uint16Array(STRETCH);
  /** A bit for each unit a paper has. */
  readonly masks = new Uint16Array(STRETCH);
  /** What a paper has of the unit being added. */
  private readonly best = new Uint16Array(STRETCH);
  private readonly list = new Uint32Array(STRETCH);
  private count = 0;

  /** Papers that have any unit, counted from the start of the stretch, in no order. */
  get touched(): Uint32Array {
    return this.list.subarray(0, this.count);
  }

  /** Counts a part of a list towards a unit, for the same or each for its own. The best of a unit's lists counts. */
  add(bit: number, { docs, factors }: Gains, [from, to]: readonly [number, number], start: number): void {
    const { totals, masks, best } = this;
    for (let index = from; index < to; index += 1) {
      const place = (docs[index] ?? 0) - start;
      const gain = typeof factors === 'number' ? factors : (factors[index] ?? 0);
      const mask = masks[place] ?? 0;
      if (mask & bit) {
        const more = gain - (best[place] ?? 0);
        if (more <= 0) continue;
        totals[place] = (totals[place] ?? 0) + more;
      } else {
        if (mask === 0) this.list[this.count++] = place;
        masks[place] = mask | bit;
        totals[place] = (totals[place] ?? 0) + gain;
      }
      best[place] = gain;
    }
  }

  wipe(): void {
    for (const place of this.touched) this.masks[place] = this.totals[place] = 0;
    this.count = 0;
  }
}
