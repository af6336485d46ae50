import { yearOf } from '@/lib/core/citation-key';
import { isOther } from '@/lib/core/other-work';
import { monthOfId } from '@/lib/core/paper-id';
import { splitName } from '@/lib/core/person-name';
import type { Status } from '@/lib/core/reading';
import { texToText } from '@/lib/core/tex';
import type { SavedPaper } from '../shown';

export const ORDERS = ['as-kept', 'title', 'author', 'newest-paper', 'oldest-paper'] as const;
export type Order = (typeof ORDERS)[number];

/** Which papers of a list are shown, and in which order; `as-kept` is the list's own. */
export type Selection = { words: string; status: Status | null; order: Order };

export const EVERYTHING: Selection = { words: '', status: null, order: 'as-kept' };

const COLLATOR = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The papers that `matches` means, of that status, in the order asked for. */
export function selectEntries(
  entries: readonly SavedPaper[],
  { words, status, order }: Selection,
  matches: (entry: SavedPaper) => boolean,
): readonly SavedPaper[] {
  if (words.trim() === '' && status === null && order === 'as-kept') return entries;
  const kept = entries.filter((entry) => (status === null || entry.status === status) && matches(entry));
  return ordered(kept, order);
}

function ordered(entries: SavedPaper[], order: Order): SavedPaper[] {
  switch (order) {
    case 'as-kept':
      return entries;
    case 'title':
      return sortedBy(entries, ({ paper }) => texToText(paper.title));
    case 'author':
      return sortedBy(entries, ({ paper }) => splitName(paper.authors[0] ?? '').family);
    case 'newest-paper':
      return entries.sort((a, b) => monthNumber(b) - monthNumber(a));
    case 'oldest-paper':
      return entries.sort((a, b) => monthNumber(a) - monthNumber(b));
  }
}

function sortedBy(entries: readonly SavedPaper[], wordsOf: (entry: SavedPaper) => string): SavedPaper[] {
  const worded = entries.map((entry) => ({ entry, words: wordsOf(entry) }));
  worded.sort((a, b) => COLLATOR.compare(a.words, b.words));
  return worded.map(({ entry }) => entry);
}

function monthNumber({ paper }: SavedPaper): number {
  if (isOther(paper.id)) return (yearOf(paper) ?? 0) * 12;
  const { year, month } = monthOfId(paper.id);
  return year * 12 + month;
}
