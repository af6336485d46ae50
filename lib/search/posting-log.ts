import type { Postings } from './postings';
import { LISTS, type ListName } from './terms';

const SLAB = 1 << 18;
const LIST_ROOM = 4;

/**
 * Postings in the order they come, 8 bytes each, until all terms are known. As papers come in the
 * order of their numbers, a stable sort by term leaves every list ascending.
 */
export class PostingLog {
  private readonly numbers = new Map<string, number>();
  private readonly terms: Uint32Array[] = [];
  private readonly values: Uint32Array[] = [];
  private count = 0;

  add(term: string, list: ListName, doc: number): void {
    let number = this.numbers.get(term);
    if (number === undefined) this.numbers.set(term, (number = this.numbers.size));
    const at = this.count % SLAB;
    if (at === 0) {
      this.terms.push(new Uint32Array(SLAB));
      this.values.push(new Uint32Array(SLAB));
    }
    const slab = this.terms.length - 1;
    const terms = this.terms[slab];
    const values = this.values[slab];
    if (!terms || !values) return;
    terms[at] = number;
    values[at] = doc * LIST_ROOM + LISTS.indexOf(list);
    this.count += 1;
  }

  get termCount(): number {
    return this.numbers.size;
  }

  /** Every term with its lists, in the order asked for. Call once, at the end. */
  *inOrder(
    compare: (a: string, b: string) => number,
  ): Generator<[string, Record<ListName, Postings | null>]> {
    const { ends, sorted } = this.sorted();
    const terms = [...this.numbers.keys()].sort(compare);
    for (const term of terms) {
      const number = this.numbers.get(term) ?? 0;
      yield [term, split(sorted.subarray(number === 0 ? 0 : ends[number - 1], ends[number]))];
    }
  }

  private sorted(): { ends: Uint32Array; sorted: Uint32Array } {
    const ends = new Uint32Array(this.numbers.size);
    const each = (visit: (term: number, value: number) => void): void => {
      for (let index = 0; index < this.count; index += 1) {
        const slab = Math.floor(index / SLAB);
        visit(this.terms[slab]?.[index % SLAB] ?? 0, this.values[slab]?.[index % SLAB] ?? 0);
      }
    };
    each((term) => (ends[term] = (ends[term] ?? 0) + 1));
    let sum = 0;
    for (const [term, count] of ends.entries()) {
      ends[term] = sum;
      sum += count;
    }
    const sorted = new Uint32Array(this.count);
    each((term, value) => {
      sorted[ends[term] ?? 0] = value;
      ends[term] = (ends[term] ?? 0) + 1;
    });
    return { ends, sorted };
  }
}

function split(values: Uint32Array): Record<ListName, Postings | null> {
  const counts = LISTS.map((_, list) =>
    values.reduce((sum, value) => sum + Number(listOf(value) === list), 0),
  );
  const lists: Record<ListName, Postings | null> = { title: null, abstract: null, author: null };
  for (const [index, name] of LISTS.entries()) {
    const count = counts[index] ?? 0;
    if (count > 0) lists[name] = new Uint32Array(count);
  }
  const filled = [0, 0, 0];
  for (const value of values) {
    const list = listOf(value);
    const postings = lists[LISTS[list] ?? 'title'];
    if (!postings) continue;
    const at = filled[list] ?? 0;
    postings[at] = Math.floor(value / LIST_ROOM);
    filled[list] = at + 1;
  }
  return lists;
}

function listOf(value: number): number {
  return value % LIST_ROOM;
}
