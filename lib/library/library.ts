import type { CitedAs } from '@/lib/core/cited-as';
import type { EarlierValues, LibraryCopy } from '@/lib/core/library-copy';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { DoneMark, EarlierText, EntryMove, ListId, SavedState, Status, Visit } from '@/lib/core/reading';
import type { BringIn, Preview } from './bring-in';
import type { Part } from './take-out';

/** Takes back one change, for 30 days. */
export type UndoToken = string & { readonly brand: 'UndoToken' };

export type ListSummary = { id: ListId; name: string; papers: number };

/** A saved paper: the library's own copy of its metadata, and what the reader made of it. */
export type Entry = {
  paper: Paper;
  status: Status;
  savedAt: number;
  /** Every list it is in, in the order of the lists. */
  lists: readonly ListId[];
  tags: readonly string[];
  /** The text of its note; empty without one. */
  note: string;
  /** What it is cited by in the reader's documents: given at the first save, and never changed. */
  key: string;
  /** Null but for what an import said beyond the paper's own metadata. */
  cited: CitedAs | null;
};

export type TagSummary = { tag: string; papers: number };

/** `revision` 0 stands for no note yet. `earlier` holds what longer stood there, of the last 30 days, oldest first. */
export type Note = {
  text: string;
  revision: number;
  changedAt: number;
  earlier: readonly EarlierText[];
};

/** Not saved where another window saved first: `theirs` is what stands there now. */
export type NoteSaved = { saved: true; revision: number } | { saved: false; theirs: Note };

/** Something that can still be brought back. `names` are the first few, `list` where entries were taken out of. */
export type Deleted = {
  token: UndoToken;
  at: number;
  until: number;
  kind: 'papers' | 'lists' | 'entries' | 'import' | 'tag' | 'watch';
  names: readonly string[];
  count: number;
  list: string | null;
};

export type RecentVisit = Visit & { id: PaperId };

/** A listing's mark, and whether the last one can be taken back. */
export type DoneState = { done: DoneMark | null; canUndo: boolean };

/**
 * The reader's lists and saved papers. Every change is one transaction, so it happens whole or not
 * at all. Times are milliseconds. Rejects with `LibraryError` where the doing is at fault, and with
 * `StorageError` where the database is.
 */
export interface Library {
  /** In the reader's order. */
  lists(): Promise<readonly ListSummary[]>;
  createList(name: string): Promise<ListId>;
  renameList(id: ListId, name: string): Promise<void>;
  /** The papers in it stay saved. */
  deleteList(id: ListId): Promise<UndoToken>;
  /** Puts a list before another; null puts it last. */
  moveList(id: ListId, before: ListId | null): Promise<void>;
  /**
   * False when the token is unknown or was used. Undoing deletions in any order brings everything
   * back; of other changes, what was changed again since is left as it is.
   */
  undo(token: UndoToken): Promise<boolean>;
  /** What the change did to the settings, for whoever undoes it: they are kept elsewhere. Undefined for nothing. */
  settingsOf(token: UndoToken): Promise<unknown>;
  /** Notes that something was taken out of the settings, to be listed and undone with what was deleted here. */
  noteSettings(of: { kind: 'watch'; name: string }, settings: unknown): Promise<UndoToken>;
  /** What can still be brought back by `undo`, newest first. */
  deleted(): Promise<readonly Deleted[]>;
  /** Removes for good what was deleted over 30 days ago, and was here on 30 days of use since. Call it on each of them. */
  purge(): Promise<void>;

  /**
   * Saves a paper into a list; without one, into the first, which is made when there is none. One
   * that is saved already is only added to the list given. One that was unsaved comes back as by
   * `undo`, and is put into the first list only if none of its own is left.
   */
  save(paper: Paper, list?: ListId): Promise<SavedState>;
  unsave(ids: PaperId | readonly PaperId[]): Promise<UndoToken>;
  /** Saved papers into a list, to its top, the last of them first. */
  addTo(list: ListId, ids: readonly PaperId[]): Promise<UndoToken>;
  /** Out of one list; the papers stay saved. */
  removeFrom(list: ListId, ids: PaperId | readonly PaperId[]): Promise<UndoToken>;
  /** In the order of `ids`: within a list, into another, or from one to another. */
  moveEntries(ids: readonly PaperId[], move: EntryMove): Promise<UndoToken>;
  setStatus(id: PaperId, status: Status): Promise<SavedState>;
  setStatusOf(ids: readonly PaperId[], status: Status): Promise<UndoToken>;

  /** In use, in the order of the alphabet. */
  tags(): Promise<readonly TagSummary[]>;
  setTags(ids: readonly PaperId[], tags: readonly string[]): Promise<UndoToken>;
  /** A tag that is known in another case is given as it is known. Of one paper, no more than 100 are given by hand. */
  addTag(ids: readonly PaperId[], tag: string): Promise<UndoToken>;
  removeTag(ids: readonly PaperId[], tag: string): Promise<UndoToken>;
  /** Wherever it is; onto a tag that there is already, the two become one. */
  renameTag(from: string, to: string): Promise<UndoToken>;

  note(id: PaperId): Promise<Note>;
  /** `basedOn` is the revision that the writer began with. An empty text removes the note. */
  saveNote(id: PaperId, text: string, basedOn: number): Promise<NoteSaved>;

  /** Groups of saved papers that look like one and the same work. */
  duplicates(): Promise<readonly (readonly PaperId[])[]>;
  /** Lists, tags, notes, status, keys and what else is known of `others` go to `kept`; then they are unsaved. */
  mergeEntries(kept: PaperId, others: readonly PaperId[]): Promise<UndoToken>;
  /** Newest copy wins in what it knows; what it replaced is kept. Papers that are not saved are left out. */
  refresh(papers: readonly Paper[]): Promise<void>;

  /** The papers of a list in its order; null for all that are saved, newest first. */
  entriesOf(list: ListId | null): Promise<readonly Entry[]>;
  /** The papers saved last; however many there are, it costs no more than these. */
  newest(limit: number): Promise<readonly Entry[]>;
  newestIds(limit: number): Promise<readonly PaperId[]>;
  /** Of the papers saved last, as many that are to be read and as many others as asked for, newest first. */
  recent(each: number): Promise<readonly Entry[]>;
  entry(id: PaperId): Promise<Entry | undefined>;
  /** The copy kept of a paper that is saved, or was unsaved less than 30 days ago. */
  keptCopy(id: PaperId): Promise<Paper | undefined>;
  /** Values that later copies of its metadata replaced, oldest first. */
  earlierValues(id: PaperId): Promise<readonly EarlierValues[]>;
  saved(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, SavedState>>;
  /** Those of `ids` that are saved. */
  savedAmong(ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>>;
  savedCount(): Promise<number>;
  /** Whether anything that was saved by then is still here, also what was deleted and can be brought back. */
  hasSavedBy(time: number): Promise<boolean>;

  /** Notes that its page was opened now, and that it was seen; a reload within ten minutes is the same visit. */
  visit(id: PaperId, version: number | null): Promise<void>;
  /** The visit before the one that is now, be that noted already or not. */
  previousVisit(id: PaperId): Promise<Visit | null>;
  /** Papers opened last, each once, newest first. */
  recentVisits(limit: number): Promise<readonly RecentVisit[]>;
  /** Forgets for good the visits since, or before, a time; what was marked as seen by hand stays. */
  forgetSince(at: number): Promise<void>;
  forgetBefore(at: number): Promise<void>;
  markSeen(ids: readonly PaperId[]): Promise<void>;
  seen(ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>>;
  /** Where the reader said "done to here" in a listing, by its name (`cs.CL/new`). */
  doneIn(listing: string): Promise<DoneState>;
  /** The last of `ids` is the mark; all of them are seen from now on. */
  markDone(listing: string, ids: readonly PaperId[]): Promise<DoneState>;
  undoDone(listing: string): Promise<DoneState>;
  seenIds(): Promise<ReadonlySet<PaperId>>;

  /** A copy of the library or of a part of it, apart from the database. */
  copyOf(part: Part, options: { history: boolean }): Promise<LibraryCopy>;
  /** What bringing in a copy would do, work by work. */
  preview(copy: LibraryCopy): Promise<Preview>;
  /** Puts a copy together with what is there; undone as a whole. The history of a copy stays when undone. */
  bringIn(copy: LibraryCopy, how: BringIn): Promise<UndoToken>;

  /** Calls back after every change with the names of the tables it was in. Returns the unsubscribe function. */
  onChange(next: (tables: ReadonlySet<string>) => void): () => void;
  /**
   * Calls back with what `entriesOf` answers, now and at every change; a list that is deleted has none. Of many
   * the first in order come before all are read: then `isAll` is false. After `failed` all come again at the next change.
   */
  watchEntries(
    list: ListId | null,
    next: (entries: readonly Entry[], isAll: boolean) => void,
    failed: (error: unknown) => void,
  ): () => void;
  /**
   * Calls back with the answer of `query` now and whenever something it read has changed, in this
   * context or another. Returns the unsubscribe function.
   */
  watch<T>(query: () => Promise<T>, next: (value: T) => void, failed?: (error: unknown) => void): () => void;
}

export type LibraryErrorCode = 'no-list' | 'no-name' | 'not-saved' | 'too-long' | 'too-many' | 'stopped';

export class LibraryError extends Error {
  override name = 'LibraryError';
  constructor(readonly code: LibraryErrorCode) {
    super(code);
  }
}
