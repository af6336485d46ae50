export type DatasetErrorCode =
  | 'bad-hash' // a part is not the one the manifest names
  | 'wrong-format' // written for another version of Gloss
  | 'wrong-analyser' // its words were cut up by other rules than ours
  | 'quota' // the disk, or our share of it, is full
  | 'refused' // no database here: a private window, or history is never remembered
  | 'unreadable' // the manifest or a part could not be read
  | 'no-pack' // the file holds none
  | 'too-large' // larger than any dataset of ours
  | 'stopped'; // the worker was stopped, or the caller gave up

/** How many papers there are of each archive and year, and how many state each fact. */
export type Coverage = {
  archives: Readonly<Record<string, number>>;
  years: Readonly<Record<string, number>>;
  facts: Readonly<Record<string, number>>;
};

/** As much of them, and how many in all. */
export type CountedPapers = Coverage & { papers: number };

/** Shipped inside the extension, or from a file that the reader chose. */
export type PackOrigin = 'packaged' | 'added';

/**
 * What can be searched now, and what is on its way. `papers`, `date` (day of the newest paper) and
 * `coverage` are of the packs that answer, each paper counted once; `done` and `total` count the parts of the
 * packaged one while it comes in. `removed`: the reader took that one away.
 */
export type CorpusStatus = {
  state: 'empty' | 'importing' | 'ready' | 'failed';
  papers: number;
  date: string | null;
  coverage: Coverage | null;
  done?: number;
  total?: number;
  code?: DatasetErrorCode;
  removed?: true;
};

/** One dataset, as it is shown in the list of them. */
export type PackShown = {
  id: string;
  origin: PackOrigin;
  state: 'importing' | 'ready' | 'removed';
  papers: number;
  /** Papers that only older packs or none have: those it answers for. */
  ownPapers: number;
  date: string | null;
  source: string;
  bytes: number;
  done: number;
  parts: number;
  coverage: Coverage;
  code: DatasetErrorCode | null;
};

/** What came of adding a dataset from a file. */
export type Added =
  | { state: 'added'; papers: number; date: string }
  | { state: 'there'; papers: number; date: string }
  | { state: 'too-many'; most: number }
  | { state: 'failed'; code: DatasetErrorCode };

/** What came of checking a dataset. `parts` are those found as they were shipped; `part` counts from 1. */
export type Verified =
  | { state: 'whole'; parts: number }
  | { state: 'stopped'; parts: number }
  | { state: 'damaged'; part: number };
