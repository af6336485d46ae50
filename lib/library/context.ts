import type { LibraryDb } from '@/lib/db/library';

export type LibraryTools = {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** A string that is never given twice, such as crypto.randomUUID. */
  newId: () => string;
  /** What the list made at the first save is called. */
  defaultListName: string;
  /** navigator.storage.estimate, where there is one. */
  estimate?: () => Promise<{ usage?: number; quota?: number }>;
};

/** What every change and question works with. */
export type Context = LibraryTools & { db: LibraryDb };
