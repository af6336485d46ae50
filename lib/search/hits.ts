import type { PaperRecord } from './records';
import type { Hit } from './search-types';
import type { Segment } from './segment';
import { paperRecords, summaryOf } from './summaries';

/** Keeps the first hit of each paper. */
export function withoutRepeats(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ paper }) => !seen.has(paper.id) && seen.add(paper.id));
}

export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function hitOf(
  record: PaperRecord,
  score: number,
  why: readonly string[],
  matched: readonly string[],
): Hit {
  return { paper: summaryOf(record), facts: record.facts, score, why, matched };
}

/** A paper found by the words of a later segment is shown as the first that has it tells of it. */
export async function asFirstTold(segments: readonly Segment[], hits: Hit[]): Promise<Hit[]> {
  if (segments.length < 2) return hits;
  const first = await paperRecords(
    segments.slice(0, -1),
    hits.map(({ paper }) => paper.id),
  );
  return hits.map((hit) => {
    const record = first.get(hit.paper.id);
    return record ? { ...hit, paper: summaryOf(record), facts: record.facts } : hit;
  });
}
