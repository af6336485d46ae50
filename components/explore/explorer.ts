import type { PaperSummary } from '@/lib/core/paper';
import type { RelatedPaper } from '@/lib/core/related-paper';
import type { Finding } from '../shown';

/** How many of the papers found have each value, most first (years: newest first). */
export type FacetCounts = {
  year: readonly (readonly [number, number])[];
  category: readonly (readonly [string, number])[];
  venue: readonly (readonly [string, number])[];
  code: number;
};

export type Explored = {
  hits: readonly Finding[];
  total: number | null;
  facets: FacetCounts | null;
  /** None has every word: `total` and `facets` are of those that have the most of them. */
  short?: true;
  /** Another query that may have been meant: what it found comes last, and is counted. */
  corrected?: string;
};

/** The corpus, as the view that explores it is handed it. */
export type Explorer = {
  search: (query: string, limit: number, signal: AbortSignal) => Promise<Explored>;
  related: (paper: PaperSummary, limit: number) => Promise<readonly RelatedPaper[]>;
};
