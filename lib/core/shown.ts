import type { Evidence } from './facts';
import type { PaperId } from './paper-id';

/** A stated fact as a page shows it. `id` stays the same when more of the paper has been read. */
export type FactItem = {
  id: string;
  label: string;
  /** A promise and a claim are shown as what they are. */
  tone: 'stated' | 'promised' | 'claim';
  link: string | null;
  evidence: readonly Evidence[];
};

/** Facts about one thing, each with the words that say so unless its label says as much. */
export type FactGroup = { name: string; items: readonly (FactItem & { words: string | null })[] };

/** A related paper as a page shows it: readable, worded, and no more than that. */
export type RelatedRow = {
  id: PaperId;
  title: string;
  /** `A. Zeng, X. Liu +8 · 2026` */
  byline: string;
  /** Why it is related, most telling first. */
  reasons: readonly string[];
  saved: boolean;
};

/** A reference to a work, as a page has it: its text, and where its links lead. */
export type Reference = { text: string; links: readonly string[] };

/** What is known here of a paper that a page refers to, ready to show. */
export type PaperCard = {
  id: PaperId;
  title: string;
  byline: string;
  facts: readonly string[];
  /** Where its code is, fit for an `href`; null where no address is stated. */
  code: string | null;
  saved: boolean;
};
