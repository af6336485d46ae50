import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { Paper, PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { RelatedPaper } from '@/lib/core/related-paper';
import type { Comparer, RelatedQuery } from '@/lib/related';
import type { PaperRecord, SearchOptions, SearchResult } from '@/lib/search';

/**
 * The searchable whole: every pack that is ready, and the papers met while browsing. With neither,
 * questions have empty answers. Rejects with `StorageError` where the database, or what it holds, is at
 * fault.
 */
export interface Corpus {
  /** Reads what every question needs, ahead of the first. */
  prepare(): Promise<void>;
  search(query: string, options: SearchOptions): Promise<SearchResult>;
  /** Never the paper itself; best first. */
  related(paper: RelatedQuery, limit: number): Promise<readonly RelatedPaper[]>;
  /** What says how close any paper is to these. */
  comparer(papers: readonly Paper[]): Promise<Comparer>;
  /** In the order asked; undefined where the corpus does not have the paper. */
  summaries(ids: readonly PaperId[]): Promise<readonly (PaperSummary | undefined)[]>;
  /** All that the corpus holds of each, for those it has. */
  records(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, PaperRecord>>;
  /** What a page showed of it when it was met last; undefined where it was not, or capturing is off. */
  met(id: PaperId): Promise<Paper | undefined>;
  /** Keeps papers met on a page, with their abstracts, to be found from now on. `at` in milliseconds. */
  capture(papers: readonly Paper[], at: number): Promise<void>;
  /** Never rejects: a database that cannot be read is a status too. */
  status(): Promise<CorpusStatus>;
  /** Calls back with the status, now and at every change of it in any context, until unsubscribed. */
  onChange(next: (status: CorpusStatus) => void): () => void;
}
