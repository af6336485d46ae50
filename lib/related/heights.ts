import { bestPlaces } from './best-places';

/** Whole numbers by place, 0 where nothing was added, with the highest of each stretch of `STRETCH` places. */
export type Heights = { values: Int32Array; peaks: Int32Array };

const SHIFT = 8;
const STRETCH = 1 << SHIFT;

export function flat(places: number): Heights {
  return { values: new Int32Array(places), peaks: new Int32Array(Math.ceil(places / STRETCH)) };
}

/** Adds `worth`, which is not negative, at each of these places. */
export function raise({ values, peaks }: Heights, places: Uint32Array, worth: number): void {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const value = (values[place] ?? 0) + worth;
    values[place] = value;
    if (value > (peaks[place >>> SHIFT] ?? 0)) peaks[place >>> SHIFT] = value;
  }
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
