import type { Status } from '@/lib/core/reading';
import { monthOfId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';
import type { SavedPaper } from '../shown';

export const ORDERS = ['as-kept', 'title', 'newest-paper'] as const;
export type Order = (typeof ORDERS)[number];

/** Which papers of a list are shown, and in which order; `as-kept` is the list's own. */
export type Selection = { words: string; status: Status | null; order: Order };

export const EVERYTHING: Selection = { words: '', status: null, order: 'as-kept' };

const COLLATOR = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The papers that hold every word in title, authors, categories or id, in the order asked for. */
export function selectEntries(entries: readonly SavedPaper[], selection: Selection): readonly SavedPaper[] {
  const words = folded(selection.words).split(/\s+/).filter(Boolean);
  const { status } = selection;
  const kept = entries.filter(
    (entry) =>
      (status === null || entry.status === status) &&
      (words.length === 0 || words.every((word) => searchedText(entry).includes(word))),
  );
  return ordered(kept, selection.order);
}

function ordered(entries: SavedPaper[], order: Order): SavedPaper[] {
  if (order === 'title') return entries.sort((a, b) => COLLATOR.compare(a.paper.title, b.paper.title));
  if (order === 'newest-paper') return entries.sort((a, b) => monthNumber(b) - monthNumber(a));
  return entries;
}

function monthNumber({ paper }: SavedPaper): number {
  const { year, month } = monthOfId(paper.id);
  return year * 12 + month;
}

const SEARCHED = new WeakMap<SavedPaper['paper'], string>();

function searchedText({ paper }: SavedPaper): string {
  const known = SEARCHED.get(paper);
  if (known !== undefined) return known;
  const { title, authors, categories, id } = paper;
  const searched = folded([texToText(title), ...authors, ...categories, id].join('\n'));
  SEARCHED.set(paper, searched);
  return searched;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
