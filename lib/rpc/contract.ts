import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { Evidence, KeySentences } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListingState, Mark, RowNote, SavedState, Status } from '@/lib/core/reading';
import type { FactGroup, FactItem, PaperCard, Reference, RelatedRow } from '@/lib/core/shown';

/** Raise when a method changes meaning or shape; adding a method needs no raise. */
export const RPC_VERSION = 3;

/** Marks an envelope as ours: other extensions and libraries post to the same listeners. */
export const RPC_NAME = 'gloss';

export type OpenAnswer = {
  saved: SavedState | null;
  /** What the reader read of it before, and what has become of it since; null when there is nothing to tell. */
  standing: string | null;
  /** Saved ones first; null when they could not be looked up. */
  related: readonly RelatedRow[] | null;
  /** `related` is empty for want of a dataset unless `papers` is over 0. */
  corpus: CorpusStatus;
};

/** Everything that rules and models read in a paper, worded and placed; the page itself reads only what its line shows at once. */
export type FactsAnswer = KeySentences & {
  line: readonly FactItem[];
  groups: readonly FactGroup[];
  /** The version that read them, for a report that a fact is wrong. */
  version: string;
  /** Where the abstract uses a short form after it has said what that is short for. */
  shortForms: readonly { at: Evidence; long: string }[];
};

/**
 * Everything a content script may ask of the extension: plain JSON both ways, answers under 100 kB.
 * Names of lists, notes and tags never go this way. Types only: it costs the page no bytes.
 */
export interface Contract {
  /** A page with papers is arriving: what its questions will need is opened meanwhile. */
  prepare(params: Readonly<Record<never, never>>): null;
  /** A paper's own page was opened: it is captured and its visit noted, unless in a private window. */
  open(params: { paper: Paper }): OpenAnswer;
  /** What is read in the paper, which takes longer than looking it up: asked when `open` has been answered. */
  readFacts(params: { paper: Paper }): FactsAnswer;
  /** The key sentences of each abstract, in order: at most 10 of them, each of at most 8,000 characters. */
  keySentences(params: { abstracts: readonly string[] }): readonly KeySentences[];
  /** One mark for each id asked, at most 1,500 of them. */
  marks(params: { ids: readonly PaperId[] }): Readonly<Record<PaperId, Mark>>;
  /** Papers met in a listing or in search results, at most 500 at once: captured, saved copies refreshed. */
  met(params: { papers: readonly Paper[] }): null;
  /** Of a listing by its name, such as `cs.CL/new`; null for pages that are read in no order. */
  listing(params: { listing: string | null }): ListingState;
  /** "Done to here": `ids`, at most 2,000, are the papers down to it, the last one the mark itself. */
  doneTo(params: { listing: string; ids: readonly PaperId[] }): ListingState;
  /** Takes the last `doneTo` of this listing back. */
  undoDone(params: { listing: string }): ListingState;
  /** At most 100 papers of a page, with what can be said of each; nothing of it is kept. */
  rows(params: { papers: readonly Paper[]; near: boolean }): Readonly<Record<PaperId, RowNote>>;
  /** At most 100 references, in their order; null for those that name no paper known here. */
  cards(params: { references: readonly Reference[]; byTitle: boolean }): readonly (PaperCard | null)[];
  /** Saves into the default list, which is made when there is none; changes nothing when already saved. */
  save(params: { paper: Paper }): SavedState;
  /** The same for a paper of which the page has no more than the id; fails when the dataset has not either. */
  saveKnown(params: { id: PaperId }): SavedState;
  /** Saving it again within 30 days brings back its lists and its status. */
  unsave(params: { id: PaperId }): null;
  /** Fails for a paper that is not saved. */
  setStatus(params: { id: PaperId; status: Status }): SavedState;
  /** Null `paper` when the page knows only the id: then the saved copy, or the dataset's, is used. */
  copyText(params: { id: PaperId; paper: Paper | null; format: 'bibtex' | 'markdown' }): { text: string };
}

export type Method = keyof Contract;
export type Params<M extends Method> = Parameters<Contract[M]>[0];
export type Result<M extends Method> = ReturnType<Contract[M]>;

export type RpcErrorCode =
  | 'bad-request' // the params did not validate: a bug on the calling side
  | 'version-mismatch' // the page is older or newer than the extension: reload it
  | 'disconnected' // the extension was updated, switched off or removed
  | 'no-dataset' // the answer needs a dataset, and there is none yet
  | 'failed'; // the answer could not be made; `message` says why

export class RpcError extends Error {
  override name = 'RpcError';
  constructor(
    readonly code: RpcErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

export type Request = { rpc: typeof RPC_NAME; version: number; method: string; params: unknown };
export type Reply = { ok: true; value: unknown } | { ok: false; code: RpcErrorCode; message: string };

/** The one thing the background asks of a page: text for the clipboard, which a worker has not. */
export type PageOrder = { gloss: 'copy'; text: string };
