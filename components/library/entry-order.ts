import { yearOf } from '@/lib/core/citation-key';
import { isOther } from '@/lib/core/other-work';
import { monthOfId } from '@/lib/core/paper-id';
import { splitName } from '@/lib/core/person-name';
import { placeIn } from '@/lib/core/sorted';
import { texToText } from '@/lib/core/tex';
import type { SavedPaper } from '../shown';
import type { Order, PutInOrder } from './entry-selection';

const COLLATOR = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

type Keyed = { entry: SavedPaper; words: string; month: number };
type Remembered = { entries: readonly SavedPaper[]; order: Order; sorted: Keyed[]; shown: SavedPaper[] };

/** With more than these that are new, all are sorted anew. */
const FEW = 200;

/**
 * Puts papers in an order, equal ones by their ids, and remembers it: to compare tens of thousands of titles
 * takes the better part of a second, and a letter typed in the filter changes none of them, an edit one.
 */
export function openOrder(): PutInOrder {
  let last: Remembered | undefined;
  return (entries, order) => {
    if (last?.entries === entries && last.order === order) return last.shown;
    const sorted = sortedFrom(last?.order === order ? last.sorted : [], entries, order);
    last = { entries, order, sorted, shown: sorted.map(({ entry }) => entry) };
    return last.shown;
  };
}

function sortedFrom(before: readonly Keyed[], entries: readonly SavedPaper[], order: Order): Keyed[] {
  const left = new Set(entries);
  const sorted = before.filter(({ entry }) => left.delete(entry));
  const added = [...left].map((entry) => keyed(entry, order));
  const compare = comparerOf(order);
  if (added.length > FEW) return [...sorted, ...added].sort(compare);
  for (const one of added) {
    const place = placeIn(sorted, (there) => compare(there, one) < 0);
    sorted.splice(place, 0, one);
  }
  return sorted;
}

function keyed(entry: SavedPaper, order: Order): Keyed {
  const { title, authors } = entry.paper;
  if (order === 'title') return { entry, words: texToText(title), month: 0 };
  if (order === 'author') return { entry, words: splitName(authors[0] ?? '').family, month: 0 };
  return { entry, words: '', month: monthNumber(entry) };
}

function monthNumber({ paper }: SavedPaper): number {
  if (isOther(paper.id)) return (yearOf(paper) ?? 0) * 12;
  const { year, month } = monthOfId(paper.id);
  return year * 12 + month;
}

type Compare = (a: Keyed, b: Keyed) => number;

function comparerOf(order: Order): Compare {
  if (order === 'newest-paper') return (a, b) => b.month - a.month || byId(b, a);
  if (order === 'oldest-paper') return (a, b) => a.month - b.month || byId(a, b);
  return (a, b) => COLLATOR.compare(a.words, b.words) || byId(a, b);
}

const byId = (a: Keyed, b: Keyed) => (a.entry.paper.id < b.entry.paper.id ? -1 : 1);
