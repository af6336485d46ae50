import type { Coverage } from '@/lib/core/corpus-status';
import { archiveOf } from '@/lib/core/categories';
import { monthOfId, type PaperId } from '@/lib/core/paper-id';
import type { SegmentPaper } from '@/lib/search';

export type PackCoverage = Coverage & { archiveYears: Record<string, Record<string, number>> };

/** Counts what a pack has, so that a facet or an absence can say what it rests on. */
export class CoverageCounter {
  private readonly archives: Record<string, number> = {};
  private readonly years: Record<string, number> = {};
  private readonly facts: Record<string, number> = {};
  private readonly archiveYears: Record<string, Record<string, number>> = {};
  private newest = '';

  add(paper: SegmentPaper): void {
    const { year, month } = monthOfId(paper.id);
    const archive = archiveOfPaper(paper.id, paper.categories[0]);
    bump(this.archives, archive);
    bump(this.years, String(year));
    bump((this.archiveYears[archive] ??= {}), String(year));
    for (const name of knownOf(paper)) bump(this.facts, name);
    const date = `${year}-${String(month).padStart(2, '0')}`;
    if (date > this.newest) this.newest = date;
  }

  /** Keys in order, so that the same papers give the same bytes. */
  get coverage(): PackCoverage {
    const archiveYears = Object.fromEntries(
      Object.entries(sorted(this.archiveYears)).map(([archive, years]) => [archive, sorted(years)]),
    );
    return {
      archives: sorted(this.archives),
      years: sorted(this.years),
      facts: sorted(this.facts),
      archiveYears,
    };
  }

  /** Month of the newest paper, `YYYY-MM`. */
  get date(): string {
    return this.newest;
  }
}

/** What papers are counted under whose source names no category. */
const UNKNOWN_ARCHIVE = 'unknown';

/** The archive of its first category, or the one that an old id names. */
export function archiveOfPaper(id: PaperId, primary: string | undefined): string {
  if (primary !== undefined) return archiveOf(primary);
  return id.includes('/') ? id.slice(0, id.indexOf('/')) : UNKNOWN_ARCHIVE;
}

function knownOf({
  authors,
  categories,
  doi,
  abstract,
  keepAbstract,
  keyTerms,
  facts,
}: SegmentPaper): string[] {
  const known: Record<string, boolean> = {
    authors: authors.length > 0,
    categories: categories.length > 0,
    doi: doi !== null,
    'key-terms': keyTerms.length > 0,
    abstract: keepAbstract && abstract !== null,
    venue: facts.venue !== null,
    code: facts.code !== null,
    'code-promised': facts.codeState === 'promised',
    pages: facts.pages !== null,
    figures: facts.figures !== null,
    tables: facts.tables !== null,
    sota: facts.sota,
    first: facts.first,
    'released-dataset': facts.releasedDataset,
    parameters: facts.parameters !== null,
    datasets: facts.datasets.length > 0,
  };
  return Object.keys(known).filter((name) => known[name]);
}

function bump(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
