import type { CitedAs } from './cited-as';
import type { Paper } from './paper';
import type { PaperId } from './paper-id';
import type { EarlierText, Status } from './reading';

/** Values that a newer copy of the metadata replaced, and when. */
export type EarlierValues = { until: number; values: Partial<Paper> };

/** A saved work and what the reader made of it, as a file carries it. Null is what the file does not say. */
export type Work = {
  paper: Paper;
  cited: CitedAs | null;
  key: string | null;
  status: Status | null;
  statusAt: number | null;
  savedAt: number | null;
  tags: readonly string[];
  note: string;
  noteEarlier: readonly EarlierText[];
  earlier: readonly EarlierValues[];
};

/** `entries` in the order of the list. */
export type CopiedList = {
  name: string;
  createdAt: number | null;
  entries: readonly { id: PaperId; addedAt: number | null }[];
};

export type CopiedVisit = { paper: PaperId; at: number; last: number; version: number | null };
export type CopiedSeen = { id: PaperId; at: number; how: 'opened' | 'marked' };

export type CopiedDone = { listing: string; paper: PaperId; at: number };

/** What the reader said by hand of papers and listings, saved or not. */
export type CopiedMarks = { seen: readonly CopiedSeen[]; done: readonly CopiedDone[] };

/** A library, or a part of one, apart from any database. `history` is null where it was left out. */
export type LibraryCopy = {
  lists: readonly CopiedList[];
  works: readonly Work[];
  history: { visits: readonly CopiedVisit[]; seen: readonly CopiedSeen[] } | null;
  /** Only of a whole library. */
  marks?: CopiedMarks;
};

/** Nothing is known of a work but that it is. */
export function workOf(paper: Paper): Work {
  return {
    ...{ paper, cited: null, key: null, status: null, statusAt: null, savedAt: null },
    ...{ tags: [], note: '', noteEarlier: [], earlier: [] },
  };
}
