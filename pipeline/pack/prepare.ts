import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { extractBrief } from '@/lib/extract';
import { abstractTerms, coinedTerms, type TermCounts } from '@/lib/pack';
import { briefFacts, type SegmentPaper } from '@/lib/search';

/** A paper with all that takes time done; its key terms wait until all papers were counted. */
export type PreparedPaper = Omit<SegmentPaper, 'rank' | 'keepAbstract' | 'keyTerms'> & {
  counts: TermCounts;
  /** Those of the terms that are names, said once: the others are kept for being said again. */
  coined: readonly string[];
};

/** Reads the records of one paper, later ones filling in and replacing what earlier ones say. */
export function preparePaper(lines: readonly string[]): PreparedPaper | { error: string } {
  const record: Record<string, unknown> = {};
  for (const line of lines) {
    for (const [name, value] of Object.entries(JSON.parse(line) as Record<string, unknown>)) {
      if (value !== null && value !== '') record[name] = value;
    }
  }
  const paper = parseSnapshotRecord(record);
  if ('error' in paper) return paper;
  const { id, title, authors, categories, doi, abstract } = paper;
  const counts = abstract === null ? [] : abstractTerms(abstract);
  const coined = coinedOf(abstract, counts);
  return {
    id,
    title,
    authors,
    categories,
    doi,
    abstract,
    counts,
    coined,
    facts: briefFacts(extractBrief(paper)),
  };
}

/** Names that an abstract says once. */
function coinedOf(abstract: string | null, counts: TermCounts): string[] {
  const names = coinedTerms(abstract ?? '');
  return counts.filter(([term, count]) => count === 1 && names.has(term)).map(([term]) => term);
}
