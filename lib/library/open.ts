import { inStorage } from '@/lib/db/in-storage';
import type { LibraryDb } from '@/lib/db/library';
import { watchQuery } from '@/lib/db/watch-query';
import { watchRows } from '@/lib/db/watch-rows';
import { bringIn, preview } from './bring-in';
import type { LibraryTools, Whole } from './context';
import { deleted } from './deleted';
import { doneIn, markDone, undoDone } from './done';
import { duplicates } from './duplicates';
import { earlierValues, entriesOf, entry, keptCopy, newest, newestIds, recent } from './entries';
import { hasSavedBy, refresh, saved, savedAmong, savedCount } from './entries';
import { LibraryError, type Library } from './library';
import { createList, deleteList, lists, renameList } from './lists';
import { addTag, removeTag, renameTag, setStatus, setStatusOf, setTags, tags } from './marking';
import { mergeEntries } from './merge-entries';
import { moveEntries, moveList } from './moving';
import { note, saveNote } from './notes';
import { addTo, removeFrom, save, unsave } from './saving';
import { copyOf } from './take-out';
import { noteSettings, purge, settingsOf, undo } from './undo';
import { watchEntries } from './watch-entries';
import {
  forgetBefore,
  forgetSince,
  markSeen,
  previousVisit,
  recentVisits,
  seen,
  seenIds,
  visit,
} from './visits';

const isOwn = (error: unknown) => error instanceof LibraryError;

/** The reader's library in `db`, which is opened at the first question. */
export function openLibrary(db: LibraryDb, tools: LibraryTools): Library {
  const whole: Whole = { db, ...tools };
  const ask = <R>(work: (whole: Whole) => Promise<R>): Promise<R> =>
    inStorage(db, () => work(whole), { estimate: tools.estimate, isOwn });
  const withContext =
    <P extends readonly unknown[], R>(work: (whole: Whole, ...params: P) => Promise<R>) =>
    (...params: P): Promise<R> =>
      ask(() => work(whole, ...params));
  return {
    lists: withContext(lists),
    createList: withContext(createList),
    renameList: withContext(renameList),
    deleteList: withContext(deleteList),
    moveList: withContext(moveList),
    undo: withContext(undo),
    settingsOf: withContext(settingsOf),
    noteSettings: withContext(noteSettings),
    deleted: withContext(deleted),
    purge: withContext(purge),
    save: withContext(save),
    unsave: withContext(unsave),
    removeFrom: withContext(removeFrom),
    addTo: withContext(addTo),
    moveEntries: withContext(moveEntries),
    setStatus: withContext(setStatus),
    setStatusOf: withContext(setStatusOf),
    tags: withContext(tags),
    setTags: withContext(setTags),
    addTag: withContext(addTag),
    removeTag: withContext(removeTag),
    renameTag: withContext(renameTag),
    note: withContext(note),
    saveNote: withContext(saveNote),
    duplicates: withContext(duplicates),
    mergeEntries: withContext(mergeEntries),
    refresh: withContext(refresh),
    entriesOf: withContext(entriesOf),
    newest: withContext(newest),
    newestIds: withContext(newestIds),
    recent: withContext(recent),
    entry: withContext(entry),
    keptCopy: withContext(keptCopy),
    earlierValues: withContext(earlierValues),
    saved: withContext(saved),
    savedAmong: withContext(savedAmong),
    savedCount: withContext(savedCount),
    hasSavedBy: withContext(hasSavedBy),
    visit: withContext(visit),
    previousVisit: withContext(previousVisit),
    recentVisits: withContext(recentVisits),
    forgetSince: withContext(forgetSince),
    forgetBefore: withContext(forgetBefore),
    markSeen: withContext(markSeen),
    seen: withContext(seen),
    doneIn: withContext(doneIn),
    markDone: withContext(markDone),
    undoDone: withContext(undoDone),
    seenIds: withContext(seenIds),
    copyOf: withContext(copyOf),
    preview: withContext(preview),
    bringIn: withContext(bringIn),
    watch: watchQuery,
    onChange: (next) => watchRows(db, (changed) => next(new Set(changed.keys()))),
    watchEntries: (list, next, failed) => watchEntries({ db, ask }, list, next, failed),
  };
}
