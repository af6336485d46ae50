/** Places of the `most` highest values above `floor`, highest first, ties by place. A heap of the best so far. */
export function bestPlaces(values: Int32Array, most: number, floor = -Infinity): number[] {
  const heap: number[] = [];
  const below = (a: number, b: number): boolean => {
    const difference = (values[a] ?? 0) - (values[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  let least = floor;
  for (let place = 0; place < values.length; place += 1) {
    if ((values[place] ?? 0) <= least) continue;
    if (heap.length < most) {
      heap.push(place);
      siftUp(heap, below);
    } else {
      heap[0] = place;
      siftDown(heap, below);
    }
    if (heap.length === most) least = values[heap[0] ?? 0] ?? floor;
  }
  return heap.sort((a, b) => (below(a, b) ? 1 : -1));
}

function siftUp(heap: number[], below: (a: number, b: number) => boolean): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!swapIfBelow(heap, at, parent, below)) return;
    at = parent;
  }
}

function siftDown(heap: number[], below: (a: number, b: number) => boolean): void {
  for (let at = 0; ;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const least = right < heap.length && below(heap[right] ?? 0, heap[left] ?? 0) ? right : left;
    if (!swapIfBelow(heap, least, at, below)) return;
    at = least;
  }
}

function swapIfBelow(
  heap: number[],
  child: number,
  parent: number,
  below: (a: number, b: number) => boolean,
): boolean {
  const [a = 0, b = 0] = [heap[child], heap[parent]];
  if (!below(a, b)) return false;
  heap[child] = b;
  heap[parent] = a;
  return true;
}
