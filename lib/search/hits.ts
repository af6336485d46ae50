import type { PaperRecord } from './records';
import type { Hit } from './search-types';
import { summaryOf } from './summaries';

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
