import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, SavedState, Status, Visit } from '@/lib/core/reading';

/** Takes back one deletion, for 30 days. */
export type UndoToken = string & { readonly brand: 'UndoToken' };

export type ListSummary = { id: ListId; name: string; papers: number };

/** A saved paper: the library's own copy of its metadata, and what the reader made of it. */
export type Entry = {
  paper: Paper;
  status: Status;
  savedAt: number;
  /** Every list it is in, in the order of the lists. */
  lists: readonly ListId[];
};

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
  /** False when the token is unknown or was used. Undoing in any order brings everything back. */
  undo(token: UndoToken): Promise<boolean>;
  /** Removes for good what was deleted over 30 days ago. */
  purge(): Promise<void>;

  /**
   * Saves a paper into a list; without one, into the first, which is made when there is none. One
   * that is saved already is only added to the list given. One that was unsaved comes back as by
   * `undo`, and is put into the first list only if none of its own is left.
   */
  save(paper: Paper, list?: ListId): Promise<SavedState>;
  unsave(id: PaperId): Promise<UndoToken>;
  /** Out of one list; the paper stays saved. */
  removeFrom(list: ListId, id: PaperId): Promise<UndoToken>;
  setStatus(id: PaperId, status: Status): Promise<SavedState>;
  /** Newest copy wins in what it knows; what it replaced is kept. Papers that are not saved are left out. */
  refresh(papers: readonly Paper[]): Promise<void>;

  /** The papers of a list in its order; null for all that are saved, newest first. */
  entriesOf(list: ListId | null): Promise<readonly Entry[]>;
  entry(id: PaperId): Promise<Entry | undefined>;
  /** The copy kept of a paper that is saved, or was unsaved less than 30 days ago. */
  keptCopy(id: PaperId): Promise<Paper | undefined>;
  saved(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, SavedState>>;
  savedIds(): Promise<ReadonlySet<PaperId>>;

  /** Notes that its page was opened now, and that it was seen; a reload within ten minutes is the same visit. */
  visit(id: PaperId, version: number | null): Promise<void>;
  /** The visit before the one that is now, be that noted already or not. */
  previousVisit(id: PaperId): Promise<Visit | null>;
  markSeen(ids: readonly PaperId[]): Promise<void>;
  seen(ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>>;

  /**
   * Calls back with the answer of `query` now and whenever something it read has changed, in this
   * context or another. Returns the unsubscribe function.
   */
  watch<T>(query: () => Promise<T>, next: (value: T) => void, failed?: (error: unknown) => void): () => void;
}

export type LibraryErrorCode = 'no-list' | 'no-name' | 'not-saved';

export class LibraryError extends Error {
  override name = 'LibraryError';
  constructor(readonly code: LibraryErrorCode) {
    super(code);
  }
}
