import { inStorage } from '@/lib/db/in-storage';
import type { LibraryDb } from '@/lib/db/library';
import { watchQuery } from '@/lib/db/watch-query';
import type { Context, LibraryTools } from './context';
import { entriesOf, entry, keptCopy, refresh, saved, savedIds } from './entries';
import { LibraryError, type Library } from './library';
import { createList, deleteList, lists, renameList } from './lists';
import { removeFrom, save, setStatus, unsave } from './saving';
import { purge, undo } from './undo';
import { markSeen, previousVisit, seen, visit } from './visits';

const isOwn = (error: unknown) => error instanceof LibraryError;

/** The reader's library in `db`, which is opened at the first question. */
export function openLibrary(db: LibraryDb, tools: LibraryTools): Library {
  const context: Context = { db, ...tools };
  const withContext =
    <P extends readonly unknown[], R>(work: (context: Context, ...params: P) => Promise<R>) =>
    (...params: P): Promise<R> =>
      inStorage(db, () => work(context, ...params), { estimate: tools.estimate, isOwn });
  return {
    lists: withContext(lists),
    createList: withContext(createList),
    renameList: withContext(renameList),
    deleteList: withContext(deleteList),
    undo: withContext(undo),
    purge: withContext(purge),
    save: withContext(save),
    unsave: withContext(unsave),
    removeFrom: withContext(removeFrom),
    setStatus: withContext(setStatus),
    refresh: withContext(refresh),
    entriesOf: withContext(entriesOf),
    entry: withContext(entry),
    keptCopy: withContext(keptCopy),
    saved: withContext(saved),
    savedIds: withContext(savedIds),
    visit: withContext(visit),
    previousVisit: withContext(previousVisit),
    markSeen: withContext(markSeen),
    seen: withContext(seen),
    watch: watchQuery,
  };
}
