import type { PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { BriefFacts } from './segment-paper';

export type SearchOptions = {
  /** How many hits at most. */
  limit: number;
  /** What `is:saved`, `is:seen`, `list:` and `tag:` stand for; without them they match nothing. */
  saved?: ReadonlySet<PaperId>;
  seen?: ReadonlySet<PaperId>;
  lists?: ReadonlyMap<string, ReadonlySet<PaperId>>;
  tags?: ReadonlyMap<string, ReadonlySet<PaperId>>;
  /** Counts a paper once that several segments have; takes longer the first time. */
  distinct?: boolean;
  signal?: AbortSignal;
};

export type Hit = {
  paper: PaperSummary;
  facts: BriefFacts;
  score: number;
  /** What matched that the row does not show by itself: `abstract: quantization`, `spelled: attenuation`. */
  why: readonly string[];
  /** Words of the title and of the authors' names that matched, as they stand there, for highlighting. */
  matched: readonly string[];
};

/** How many of the papers found have each value, most first (years: newest first). */
export type Facets = {
  year: readonly (readonly [number, number])[];
  category: readonly (readonly [string, number])[];
  venue: readonly (readonly [string, number])[];
  /** Papers with a known address of their code. */
  code: number;
};

export type SearchResult = {
  query: string;
  /** Best first. */
  hits: readonly Hit[];
  /** Papers that have every word of the query, or as many as any has; null when not counted. */
  total: number | null;
  /** Null where `total` is, and for an id, a DOI, or nothing asked. */
  facets: Facets | null;
  /** No paper has every word: `total` and `facets` are of those that have the most. */
  short?: true;
  /** Hardly any paper has what was typed, and many have this: they come after those that do, and are counted with them. */
  corrected?: string;
};
