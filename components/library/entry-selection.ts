import type { Status } from '@/lib/core/reading';
import type { SavedPaper } from '../shown';

export const ORDERS = ['as-kept', 'title', 'author', 'newest-paper', 'oldest-paper'] as const;
export type Order = (typeof ORDERS)[number];

/** Which papers of a list are shown, and in which order; `as-kept` is the list's own. */
export type Selection = { words: string; status: Status | null; order: Order };

export const EVERYTHING: Selection = { words: '', status: null, order: 'as-kept' };

/** Puts the papers of a list in an order that is not its own. */
export type PutInOrder = (entries: readonly SavedPaper[], order: Order) => readonly SavedPaper[];

/** Those of some papers that words mean, in the order they were given in, some at a time. */
export type Matching = (entries: readonly SavedPaper[]) => Iterable<readonly SavedPaper[]>;

/**
 * The papers that `matching` leaves, of that status, in the order asked for. Before all are there it yields those
 * that are known to be the first.
 */
export function* selectEntries(
  entries: readonly SavedPaper[],
  { words, status, order }: Selection,
  matching: Matching,
  putInOrder: PutInOrder,
): Generator<readonly SavedPaper[], readonly SavedPaper[], void> {
  if (words.trim() === '' && status === null)
    return order === 'as-kept' ? entries : putInOrder(entries, order);
  const found: SavedPaper[] = [];
  for (const some of words.trim() === '' ? [entries] : matching(entries)) {
    for (const entry of some) if (status === null || entry.status === status) found.push(entry);
    yield order === 'as-kept' ? found : [];
  }
  const all = found.length === entries.length;
  if (order === 'as-kept') return all ? entries : found;
  const ordered = putInOrder(entries, order);
  const isFound = new Set(found);
  return all ? ordered : ordered.filter((entry) => isFound.has(entry));
}
