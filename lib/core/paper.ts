import type { PaperId } from './paper-id';

/** `date` is ISO 8601: a day (`2022-10-15`) or a UTC second (`2022-10-15T14:06:01Z`), as known. */
export type Version = { version: number; date: string | null; withdrawn: boolean };

/**
 * A paper as arXiv describes it. Text is Unicode with TeX kept as `$..$` and white space collapsed.
 * Null means that the source did not say; it never means "none".
 */
export type Paper = {
  id: PaperId;
  /** The version the source showed; null when it did not say. */
  version: number | null;
  title: string;
  /** `Given Family`, in the paper's order; empty when unknown. */
  authors: readonly string[];
  /** There are authors after these, whom the source did not name. */
  hasMoreAuthors?: true;
  /** Read from the paper's own text: what its authors typeset, not arXiv's record, which counts for more. */
  fromText?: true;
  abstract: string | null;
  comments: string | null;
  journalRef: string | null;
  reportNo: string | null;
  /** The publisher's DOI, not arXiv's own. */
  doi: string | null;
  /** Primary first; empty when unknown. */
  categories: readonly string[];
  mscClass: string | null;
  acmClass: string | null;
  /** Day of the first version, `YYYY-MM-DD`. */
  submitted: string | null;
  /** Oldest first; empty when unknown. */
  versions: readonly Version[];
  withdrawn: boolean;
};

/** What a row of results needs: the part of a paper every pack holds. */
export type PaperSummary = {
  id: PaperId;
  title: string;
  /** The first authors; `authorCount` says how many there are in all, null where nobody said. */
  authors: readonly string[];
  authorCount: number | null;
  categories: readonly string[];
  year: number;
};

/** A paper of which only its row of results is known; the rest comes when its page is met. */
export function paperOfSummary({ id, title, authors, authorCount, categories }: PaperSummary): Paper {
  const isCut = authors.length > 0 && (authorCount === null || authorCount > authors.length);
  return {
    id,
    version: null,
    title,
    authors,
    ...(isCut ? { hasMoreAuthors: true } : {}),
    abstract: null,
    comments: null,
    journalRef: null,
    reportNo: null,
    doi: null,
    categories,
    mscClass: null,
    acmClass: null,
    submitted: null,
    versions: [],
    withdrawn: false,
  };
}
