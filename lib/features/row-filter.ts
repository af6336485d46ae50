import type { Mark, RowNote } from '@/lib/core/reading';

export type RowFilter = {
  words: string;
  /** Empty for all. */
  category: string;
  code: boolean;
  /** Those of which nobody can say whether they state code, beside those that do. */
  unknown: boolean;
  unseen: boolean;
  saved: boolean;
  watched: boolean;
  replaced: boolean;
};

export const NO_FILTER: RowFilter = {
  words: '',
  category: '',
  code: false,
  unknown: false,
  unseen: false,
  saved: false,
  watched: false,
  replaced: false,
};

/** What is known of a row when it is asked whether it passes. `text` in lower case, when asked for. */
export type RowKnown = {
  mark: Mark | null;
  note: RowNote | null;
  categories: () => readonly string[];
  text: () => string;
  isReplaced: () => boolean;
};

export function isFiltering(filter: RowFilter): boolean {
  return Object.entries(filter).some(
    ([name, value]) => name !== 'unknown' && value !== false && value !== '',
  );
}

/** True when rows must have been read to be filtered so. */
export const isReading = ({ words, category }: RowFilter): boolean => words !== '' || category !== '';

/**
 * `unknown` is a row that passes all else, and of which nothing says whether it states code, or whether a watch matches
 * it: such are counted and said, never taken for rows that do not.
 */
export function standingOf(filter: RowFilter, row: RowKnown): 'shown' | 'hidden' | 'unknown' {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  const passes =
    (!filter.unseen || row.mark?.seen !== true) &&
    (!filter.saved || row.mark?.saved === true) &&
    (!filter.replaced || row.isReplaced()) &&
    (filter.category === '' || row.categories().includes(filter.category)) &&
    words.every((word) => row.text().includes(word));
  const { note } = row;
  const told = [
    !filter.code || (note?.code ?? null),
    !filter.watched || (note && (note.watch !== null || (note.mayMatch ? null : false))),
  ];
  if (!passes || told.includes(false)) return 'hidden';
  return told.includes(null) ? 'unknown' : 'shown';
}
