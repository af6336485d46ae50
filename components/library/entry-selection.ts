import type { Status } from '@/lib/core/reading';
import type { SavedPaper } from '../shown';

export const ORDERS = ['as-kept', 'title', 'author', 'newest-paper', 'oldest-paper'] as const;
export type Order = (typeof ORDERS)[number];

/** Which papers of a list are shown, and in which order; `as-kept` is the list's own. */
export type Selection = { words: string; status: Status | null; order: Order };

export const EVERYTHING: Selection = { words: '', status: null, order: 'as-kept' };

/** Puts the papers of a list in an order that is not its own. */
export type PutInOrder = (entries: readonly SavedPaper[], order: Order) => readonly SavedPaper[];

/** The papers that `matching` leaves, of that status, in the order asked for. */
export function selectEntries(
  entries: readonly SavedPaper[],
  { words, status, order }: Selection,
  matching: (entries: readonly SavedPaper[]) => readonly SavedPaper[],
  putInOrder: PutInOrder,
): readonly SavedPaper[] {
  const ordered = order === 'as-kept' ? entries : putInOrder(entries, order);
  const found = words.trim() === '' ? ordered : matching(ordered);
  return status === null ? found : found.filter((entry) => entry.status === status);
}
