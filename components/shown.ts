import type { Paper, PaperSummary } from '@/lib/core/paper';
import { yearOf } from '@/lib/core/citation-key';
import { isOther } from '@/lib/core/other-work';
import type { PaperId } from '@/lib/core/paper-id';
import type { EarlierText, EntryMove, ListId, Status } from '@/lib/core/reading';
import { texToText } from '@/lib/core/tex';
import { safeLink } from './page/safe-link';

/** A reading list as it is shown. */
export type ListRow = { id: ListId; name: string; papers: number };

/** A saved paper as it is shown. `savedAt` in milliseconds; `note` is empty without one. */
export type SavedPaper = {
  paper: Paper;
  status: Status;
  savedAt: number;
  lists: readonly ListId[];
  tags: readonly string[];
  note: string;
  /** What the reader's documents cite it by. */
  key: string;
};

/** A note as it is stored; 0 is the revision of one that was never written. */
export type NoteShown = {
  text: string;
  revision: number;
  changedAt: number;
  earlier?: readonly EarlierText[];
};

/** Not stored where another window stored first: `theirs` is what stands there now. */
export type NoteStored = { saved: true; revision: number } | { saved: false; theirs: NoteShown };

/** What is being written of a note, and the revision it began with. */
export type NoteDraft = { text: string; base: number };

/** Keeps at once, and beyond the window, what is written and not stored yet. */
export type NoteDrafts = {
  read: (id: PaperId) => NoteDraft | null;
  keep: (id: PaperId, draft: NoteDraft) => void;
  forget: (id: PaperId) => void;
};

export type TagRow = { tag: string; papers: number };

/** Something deleted, or a file brought in, that can be taken back until `until`. `list` is where entries were taken out of. */
export type DeletedRow = {
  token: string;
  at: number;
  until: number;
  kind: 'papers' | 'lists' | 'entries' | 'import' | 'tag' | 'watch';
  names: readonly string[];
  count: number;
  list: string | null;
  restore: Undo;
};

/** What of a paper's metadata was replaced, and when. */
export type EarlierValues = { until: number; values: Partial<Paper> };

/** A found paper, and the words that found it. */
export type Finding = { paper: PaperSummary; matched: readonly string[] };

/**
 * `total` is null where counting them all would have cost more than showing them. `corrected` is another query that may
 * have been meant: what it found comes last.
 */
export type Findings = { hits: readonly Finding[]; total: number | null; corrected?: string };

/** Why what the reader keeps cannot be read: the codes of `StorageError`. */
export type Trouble = 'quota' | 'refused' | 'blocked' | 'newer' | 'failed';

/** Calls back now and at every change, until unsubscribed. After `failed` it may call back again: what failed can be over. */
export type Watch<T> = (next: (value: T) => void, failed: (trouble: Trouble) => void) => () => void;

/** Takes back one change; false where it cannot be taken back any more. */
export type Undo = () => Promise<boolean>;

/** The reader's lists and saved papers, as a surface is handed them. */
export type Reader = {
  lists: Watch<readonly ListRow[]>;
  /** Of one list, in its order; null for all that are saved, newest first. */
  entries: (list: ListId | null) => Watch<readonly SavedPaper[]>;
  /** Of the papers saved last, as many that are to be read and as many others as asked for, newest first. */
  recent: (each: number) => Watch<readonly SavedPaper[]>;
  entry: (id: PaperId) => Watch<SavedPaper | null>;
  /** Those of `ids` that are saved. */
  savedAmong: (ids: readonly PaperId[]) => Watch<ReadonlySet<PaperId>>;
  savedCount: Watch<number>;
  tags: Watch<readonly TagRow[]>;
  note: (id: PaperId) => Watch<NoteShown>;
  earlier: (id: PaperId) => Watch<readonly EarlierValues[]>;
  deleted: Watch<readonly DeletedRow[]>;
  /** Groups of saved papers that look like one and the same work. */
  duplicates: Watch<readonly (readonly PaperId[])[]>;

  createList: (name: string) => Promise<ListId>;
  renameList: (list: ListId, name: string) => Promise<unknown>;
  deleteList: (list: ListId) => Promise<Undo>;
  /** Puts a list before another; null puts it last. */
  moveList: (list: ListId, before: ListId | null) => Promise<unknown>;
  save: (paper: Paper | PaperSummary, list?: ListId) => Promise<unknown>;
  unsave: (ids: PaperId | readonly PaperId[]) => Promise<Undo>;
  addTo: (list: ListId, ids: readonly PaperId[]) => Promise<Undo>;
  removeFrom: (list: ListId, ids: PaperId | readonly PaperId[]) => Promise<Undo>;
  moveEntries: (ids: readonly PaperId[], move: EntryMove) => Promise<Undo>;
  setStatus: (id: PaperId, status: Status) => Promise<unknown>;
  setStatusOf: (ids: readonly PaperId[], status: Status) => Promise<Undo>;
  addTag: (ids: readonly PaperId[], tag: string) => Promise<Undo>;
  removeTag: (ids: readonly PaperId[], tag: string) => Promise<Undo>;
  renameTag: (from: string, to: string) => Promise<Undo>;
  /** `basedOn` is the revision that the writer began with. An empty text removes the note. */
  saveNote: (id: PaperId, text: string, basedOn: number) => Promise<NoteStored>;
  noteDrafts: NoteDrafts;
  merge: (kept: PaperId, others: readonly PaperId[]) => Promise<Undo>;
};

/** As much of it as writing a note needs. */
export type NoteReader = Pick<Reader, 'note' | 'saveNote' | 'noteDrafts'>;

/** Where a paper is opened: in front, or behind so that the reader stays where they are. */
export type Where = 'front' | 'behind';

const AUTHORS_IN_SUMMARY = 3;

export function summaryOf(paper: Paper): PaperSummary {
  return {
    id: paper.id,
    title: paper.title,
    authors: paper.authors.slice(0, AUTHORS_IN_SUMMARY),
    authorCount: paper.hasMoreAuthors ? null : paper.authors.length,
    categories: paper.categories,
    year: yearOf(paper) ?? 0,
  };
}

/** The abstract page, of one version where it is known. */
export function absAddress(id: PaperId, version: number | null): string {
  return `https://arxiv.org/abs/${id}${version === null ? '' : `v${version}`}`;
}

/** Where a paper can be read. A work that is not on arXiv is where its id leads; else arXiv may have what it is called. */
export function addressOf({ id, title }: Pick<Paper, 'id' | 'title'>): string {
  if (!isOther(id)) return absAddress(id, null);
  const [, kind, name = ''] = /^other:(doi|url):(.+)$/.exec(id) ?? [];
  if (kind === 'doi') return `https://doi.org/${encodeURI(name)}`;
  return (kind === 'url' ? safeLink(name) : null) ?? arxivSearchAddress(texToText(title));
}

/** arXiv's own search for the same words. */
export function arxivSearchAddress(query: string): string {
  return `https://arxiv.org/search/?${new URLSearchParams({ query, searchtype: 'all' }).toString()}`;
}
