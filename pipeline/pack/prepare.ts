import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { extractStated } from '@/lib/extract';
import { abstractTerms, type TermCounts } from '@/lib/pack';
import { briefFacts, type SegmentPaper } from '@/lib/search';

/** A paper with all that takes time done; its key terms wait until all papers were counted. */
export type PreparedPaper = Omit<SegmentPaper, 'rank' | 'keepAbstract' | 'keyTerms'> & { counts: TermCounts };

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
  return { id, title, authors, categories, doi, abstract, counts, facts: briefFacts(extractStated(paper)) };
}
