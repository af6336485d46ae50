/** Points of `dims` numbers, one after another. */
export type Points = { dims: number; values: Int16Array };

/** Index of the nearest of `centres` to point `p`, by squared distance; the first of equals. */
export function nearestCentre({ dims, values }: Points, p: number, centres: Int16Array): number {
  return nearestRow(values, p * dims, centres, { dims, from: 0, count: centres.length / dims });
}

/** Which of `count` rows of `dims` numbers, which begin at `from`, is nearest to the numbers at `start`. */
export function nearestRow(
  values: Int16Array,
  start: number,
  rows: Int16Array,
  { dims, from, count }: { dims: number; from: number; count: number },
): number {
  let best = 0;
  let least = Infinity;
  for (let c = 0; c < count; c += 1) {
    const row = from + c * dims;
    let distance = 0;
    // Checked every eight dimensions: most rows are given up early.
    for (let d = 0; d < dims && distance < least; d += 8) {
      const end = d + 8 < dims ? d + 8 : dims;
      for (let i = d; i < end; i += 1) {
        const gap = (values[start + i] ?? 0) - (rows[row + i] ?? 0);
        distance += gap * gap;
      }
    }
    if (distance < least) {
      least = distance;
      best = c;
    }
  }
  return best;
}

/**
 * Lloyd's algorithm on integers, with no randomness: starts from points evenly spread through the
 * list, so the same points give the same centres everywhere. Never more centres than points.
 * An emptied centre stays where it was.
 */
export function kMeans(points: Points, wanted: number, rounds: number): Int16Array {
  const { dims, values } = points;
  const total = values.length / dims;
  const count = Math.min(wanted, total);
  const centres = new Int16Array(count * dims);
  for (let c = 0; c < count; c += 1) {
    const p = Math.floor((c * total) / count);
    centres.set(values.subarray(p * dims, (p + 1) * dims), c * dims);
  }
  for (let round = 0; round < rounds && count < total; round += 1) {
    moveCentres(points, centres);
  }
  return centres;
}

function moveCentres(points: Points, centres: Int16Array): void {
  const { dims, values } = points;
  const sums = new Float64Array(centres.length);
  const members = new Uint32Array(centres.length / dims);
  for (let p = 0; p * dims < values.length; p += 1) {
    const c = nearestCentre(points, p, centres);
    members[c] = (members[c] ?? 0) + 1;
    for (let d = 0; d < dims; d += 1) {
      sums[c * dims + d] = (sums[c * dims + d] ?? 0) + (values[p * dims + d] ?? 0);
    }
  }
  members.forEach((count, c) => {
    if (count === 0) return;
    for (let d = c * dims; d < (c + 1) * dims; d += 1) centres[d] = Math.round((sums[d] ?? 0) / count);
  });
}

/** At most `most` of the points, evenly spread through the list. */
export function spreadSample({ dims, values }: Points, most: number): Points {
  const total = values.length / dims;
  if (total <= most) return { dims, values };
  const sample = new Int16Array(most * dims);
  for (let s = 0; s < most; s += 1) {
    const p = Math.floor((s * total) / most);
    sample.set(values.subarray(p * dims, (p + 1) * dims), s * dims);
  }
  return { dims, values: sample };
}
