/** The last place whose comparison is not above zero, -1 if none; places are in ascending order. */
export function lastAtMost(count: number, compare: (at: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(middle) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
