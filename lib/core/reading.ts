import type { PaperId } from './paper-id';

/** The name a list has for itself; its title is the reader's and may change. */
export type ListId = string & { readonly brand: 'ListId' };

/** Where the reader stands with a saved paper. */
export type Status = 'to-read' | 'reading' | 'read';

export const STATUSES: readonly Status[] = ['to-read', 'reading', 'read'];

/** What a page may know of a saved paper: how many lists it is in, never their names. */
export type SavedState = { status: Status; lists: number; savedAt: number };

/** When a paper was last opened, and in which version, as far as the page said. Milliseconds. */
export type Visit = { version: number | null; at: number };

/** What a listing shows of a paper. */
export type Mark = { saved: boolean; seen: boolean; status: Status | null };

/** Where the reader said "done to here" in a listing. Milliseconds. */
export type DoneMark = { paper: PaperId; at: number };

/** The same as a page shows it. */
export type ShownDone = { paper: PaperId; on: string };

/** What the background knows of a listing as a whole. `watches` is how many there are, in all listings. */
export type ListingState = {
  done: ShownDone | null;
  canUndo: boolean;
  watches: number;
  /** Changes whenever the watches do. */
  watching: number;
};

/** How close a paper is to the reader's saved ones, and the words that made it so. */
export type Nearness = { score: number; why: string };

/** What the background says of a row it was told: null where it cannot know. */
export type RowNote = {
  /** What the reader watches that the paper matches. */
  watch: string | null;
  /** No watch matches, but one may: what it looks at is not known of the paper. */
  mayMatch?: true;
  /** Where it came out, with the words that say so. */
  venue: { label: string; words: string } | null;
  /** Whether the paper states code; null without an abstract, unless its other fields state it. */
  code: boolean | null;
  /** Only where it was asked for, and the library has something to compare with. */
  near: Nearness | null;
};

/** What stood in a note before, and until when. Milliseconds. */
export type EarlierText = { until: number; text: string };

/** Into `to` before the paper `before`, or to its end; out of `from`, where that is another list. */
export type EntryMove = { from: ListId | null; to: ListId; before: PaperId | null };
