import type { LibraryDb, LibraryTables, TableName } from '@/lib/db/library';

export type LibraryTools = {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** A string that is never given twice, such as crypto.randomUUID. */
  newId: () => string;
  /** What the list made at the first save is called. */
  defaultListName: () => string;
  /** navigator.storage.estimate, where there is one. */
  estimate?: () => Promise<{ usage?: number; quota?: number }>;
};

/** What the parts of a change or a question work with: in a transaction, the tables bound to it. */
export type Context = LibraryTools & { db: LibraryTables };

/** What every change and question begins with. */
export type Whole = LibraryTools & { db: LibraryDb };

/** Runs `work` in one transaction over these tables. */
export function inTransaction<T>(
  whole: Whole,
  mode: 'r' | 'rw',
  names: readonly TableName[],
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return whole.db.within(mode, names, (db) => work({ ...whole, db }));
}
