import type { Segment } from '@/lib/search/segment';
import { paperVector, type WordVectors } from './word-vectors';

type Made = { words: WordVectors; vectors: Map<number, Int16Array | undefined> };

const made = new WeakMap<Segment, Made>();

/**
 * Vectors made from what the records say, for a segment written without: title, and abstract where
 * it is kept, as it is of captured papers. Those made are kept as long as the segment is.
 */
export async function wordedVectors(
  segment: Segment,
  words: WordVectors,
  papers: readonly number[],
): Promise<(Int16Array | undefined)[]> {
  const kept = made.get(segment);
  const vectors = kept?.words === words ? kept.vectors : new Map<number, Int16Array | undefined>();
  made.set(segment, { words, vectors });
  const missing = papers.filter((paper) => !vectors.has(paper));
  for (const [at, record] of (await segment.records(missing)).entries()) {
    vectors.set(missing[at] ?? 0, paperVector(words, record.title, record.abstract));
  }
  return papers.map((paper) => vectors.get(paper));
}
