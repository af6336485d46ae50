import type { PaperId } from '@/lib/core/paper-id';
import type { StatedFacts } from '@/lib/core/facts';

/** What a row of results may say of a paper beyond its title: stated by it, read by rules. */
export type BriefFacts = {
  venue: { name: string; year: number | null } | null;
  /** Where its code is; null when no address is known. */
  code: string | null;
  codeState: 'released' | 'promised' | null;
  pages: number | null;
  figures: number | null;
  tables: number | null;
  sota: boolean;
  first: boolean;
  releasedDataset: boolean;
  /** The size of its own model, in parameters. */
  parameters: number | null;
  datasets: readonly string[];
};

/** A paper on its way into a segment. Text is as received; the writer bounds it. */
export type SegmentPaper = {
  id: PaperId;
  title: string;
  authors: readonly string[];
  /** The page they were read from showed only the first of them. */
  hasMoreAuthors?: true;
  categories: readonly string[];
  doi: string | null;
  /** Known text of the abstract, null when it is not known. It goes into the segment only if `keepAbstract`. */
  abstract: string | null;
  keepAbstract: boolean;
  /** Terms of the abstract to be found by, most telling first. */
  keyTerms: readonly string[];
  facts: BriefFacts;
  /** Static rank, 0 to 255, best highest: recency and popularity on one scale for all segments. */
  rank: number;
};

export const NO_FACTS: BriefFacts = {
  venue: null,
  code: null,
  codeState: null,
  pages: null,
  figures: null,
  tables: null,
  sota: false,
  first: false,
  releasedDataset: false,
  parameters: null,
  datasets: [],
};

/** The part of the stated facts that a segment holds. */
export function briefFacts(
  facts: Pick<
    StatedFacts,
    | 'venue'
    | 'links'
    | 'available'
    | 'parameters'
    | 'pages'
    | 'figures'
    | 'tables'
    | 'sota'
    | 'first'
    | 'releasedDataset'
    | 'datasets'
  >,
): BriefFacts {
  const venue = facts.venue?.value;
  const code = facts.links.find((link) => link.value.kind === 'code');
  const state = facts.available.find((entry) => entry.value.what === 'code')?.value.state;
  const own = facts.parameters.filter((size) => size.value.own).map((size) => size.value.value);
  return {
    venue: venue ? { name: venue.name, year: venue.year } : null,
    code: code?.value.url ?? null,
    codeState: state ?? (code ? 'released' : null),
    pages: facts.pages?.value ?? null,
    figures: facts.figures?.value ?? null,
    tables: facts.tables?.value ?? null,
    sota: facts.sota !== null,
    first: facts.first !== null,
    releasedDataset: facts.releasedDataset !== null,
    parameters: own.length > 0 ? Math.max(...own) : null,
    datasets: [...new Set(facts.datasets.map((dataset) => dataset.value))].slice(0, 8),
  };
}
