import type { Alternative, Directory } from './alternatives';
import type { Postings } from './postings';
import type { ListName } from './terms';
import { readLists } from './unit-lists';

/** Whether a paper of a segment has a word in these lists as it was typed, not only one that it was guessed to mean. */
export async function standsAsTyped(
  { segment, entries }: Directory[number],
  ways: readonly Alternative[],
  number: number,
  where: readonly ListName[],
): Promise<boolean> {
  for (const { terms, lists: all, factor, spelled } of ways) {
    if (spelled !== null) continue;
    const lists = all.filter((name) => where.includes(name));
    const read = await Promise.all(terms.map((term) => readLists(segment, entries.get(term), lists, factor)));
    if (read.every((own) => own.some(({ docs }) => has(docs, number)))) return true;
  }
  return false;
}

function has(docs: Postings, wanted: number): boolean {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return docs[low] === wanted;
}
