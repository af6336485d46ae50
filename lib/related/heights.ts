import { bestPlaces } from './best-places';

/** What is added at each of some places; not negative. */
export type Raised = { places: Uint32Array; worth: number };

/** Whole numbers by place, 0 where nothing was added, with the highest of each stretch of `STRETCH` places. */
export type Heights = { values: Int32Array; peaks: Int32Array };

const SHIFT = 8;
const STRETCH = 1 << SHIFT;

/** One board for all, wiped where it was written: fresh memory for each would cost more than adding up. */
const BOARD: Heights = { values: new Int32Array(0), peaks: new Int32Array(0) };

/** What `read` finds in the heights of `count` places. They are there only while it runs. */
export function overHeights<T>(count: number, raised: readonly Raised[], read: (heights: Heights) => T): T {
  if (BOARD.values.length < count) {
    BOARD.values = new Int32Array(count);
    BOARD.peaks = new Int32Array(Math.ceil(count / STRETCH));
  }
  const heights = {
    values: BOARD.values.subarray(0, count),
    peaks: BOARD.peaks.subarray(0, Math.ceil(count / STRETCH)),
  };
  try {
    for (const one of raised) raise(heights, one);
    return read(heights);
  } finally {
    for (const { places } of raised) lower(heights, places);
    heights.peaks.fill(0);
  }
}

function raise({ values, peaks }: Heights, { places, worth }: Raised): void {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const value = (values[place] ?? 0) + worth;
    values[place] = value;
    if (value > (peaks[place >>> SHIFT] ?? 0)) peaks[place >>> SHIFT] = value;
  }
}

function lower({ values }: Heights, places: Uint32Array): void {
  for (let at = 0; at < places.length; at += 1) values[places[at] ?? 0] = 0;
}

/**
 * Places of the `most` highest values above 0, highest first, ties by place. Each of the `most` highest peaks is a
 * value, so none lower than the lowest of those is looked for: a hundredth of all places are looked at.
 */
export function highestPlaces({ values, peaks }: Heights, most: number): number[] {
  const highest = bestPlaces(peaks, most, 0);
  const last = highest.length < most ? 1 : (peaks[highest.at(-1) ?? 0] ?? 1);
  const places: number[] = [];
  for (let stretch = 0; stretch < peaks.length; stretch += 1) {
    if ((peaks[stretch] ?? 0) < last) continue;
    const end = Math.min(values.length, (stretch + 1) * STRETCH);
    for (let place = stretch * STRETCH; place < end; place += 1) {
      if ((values[place] ?? 0) >= last) places.push(place);
    }
  }
  const chosen = bestPlaces(
    Int32Array.from(places, (place) => values[place] ?? 0),
    most,
  );
  return chosen.map((at) => places[at] ?? 0);
}
