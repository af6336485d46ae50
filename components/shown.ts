import type { Paper, PaperSummary } from '@/lib/core/paper';
import { monthOfId, type PaperId } from '@/lib/core/paper-id';
import type { ListId, Status } from '@/lib/core/reading';

/** A reading list as it is shown. */
export type ListRow = { id: ListId; name: string; papers: number };

/** A saved paper as it is shown. `savedAt` in milliseconds. */
export type SavedPaper = { paper: Paper; status: Status; savedAt: number; lists: readonly ListId[] };

/** A found paper, and the words that found it. */
export type Finding = { paper: PaperSummary; matched: readonly string[] };

/** `total` is null where counting them all would have cost more than showing them. */
export type Findings = { hits: readonly Finding[]; total: number | null };

/** Why what the reader keeps cannot be read: the codes of `StorageError`. */
export type Trouble = 'quota' | 'refused' | 'blocked' | 'failed';

/** Calls back now and at every change, until unsubscribed. `failed` ends it. */
export type Watch<T> = (next: (value: T) => void, failed: (trouble: Trouble) => void) => () => void;

/** Takes back one deletion. */
export type Undo = () => Promise<unknown>;

/** The reader's lists and saved papers, as a surface is handed them. */
export type Reader = {
  lists: Watch<readonly ListRow[]>;
  /** Of one list, in its order; null for all that are saved, newest first. */
  entries: (list: ListId | null) => Watch<readonly SavedPaper[]>;
  entry: (id: PaperId) => Watch<SavedPaper | null>;
  savedIds: Watch<ReadonlySet<PaperId>>;
  createList: (name: string) => Promise<ListId>;
  renameList: (list: ListId, name: string) => Promise<unknown>;
  deleteList: (list: ListId) => Promise<Undo>;
  save: (paper: Paper | PaperSummary, list?: ListId) => Promise<unknown>;
  unsave: (id: PaperId) => Promise<Undo>;
  removeFrom: (list: ListId, id: PaperId) => Promise<Undo>;
  setStatus: (id: PaperId, status: Status) => Promise<unknown>;
};

/** Where a paper is opened: in front, or behind so that the reader stays where they are. */
export type Where = 'front' | 'behind';

const AUTHORS_IN_SUMMARY = 3;

export function summaryOf(paper: Paper): PaperSummary {
  return {
    id: paper.id,
    title: paper.title,
    authors: paper.authors.slice(0, AUTHORS_IN_SUMMARY),
    authorCount: paper.authors.length,
    categories: paper.categories,
    year: monthOfId(paper.id).year,
  };
}

/** The abstract page, of one version where it is known. */
export function addressOf(id: PaperId, version: number | null = null): string {
  return `https://arxiv.org/abs/${id}${version === null ? '' : `v${version}`}`;
}

/** arXiv's own search for the same words. */
export function arxivSearchAddress(query: string): string {
  return `https://arxiv.org/search/?${new URLSearchParams({ query, searchtype: 'all' }).toString()}`;
}
