/** Where something goes among what is sorted: behind all that is before it, found by halving. */
export function placeIn<T>(sorted: readonly T[], isBefore: (there: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && isBefore(there)) low = middle + 1;
    else high = middle;
  }
  return low;
}
