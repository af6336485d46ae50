export type DatasetErrorCode =
  | 'bad-hash' // a part is not the one the manifest names
  | 'wrong-format' // written for another version of Gloss
  | 'wrong-analyser' // its words were cut up by other rules than ours
  | 'quota' // the disk, or our share of it, is full
  | 'refused' // no database here: a private window, or history is never remembered
  | 'unreadable' // the manifest or a part could not be read
  | 'stopped'; // the worker was stopped, or the caller gave up

/** How many papers there are of each archive and year, and how many state each fact. */
export type Coverage = {
  archives: Readonly<Record<string, number>>;
  years: Readonly<Record<string, number>>;
  facts: Readonly<Record<string, number>>;
};

/**
 * What can be searched now, and what is on its way. `papers`, `date` (day of the newest paper) and
 * `coverage` are of the pack that answers; `done` and `total` count the parts of the one coming in.
 */
export type CorpusStatus = {
  state: 'empty' | 'importing' | 'ready' | 'failed';
  papers: number;
  date: string | null;
  coverage: Coverage | null;
  done?: number;
  total?: number;
  code?: DatasetErrorCode;
};
