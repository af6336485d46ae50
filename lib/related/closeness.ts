import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { Segment } from '@/lib/search/segment';
import { vectorIndexOf } from './vector-index';
import { cosine, paperVector, type WordVectors } from './word-vectors';

type Compared = Pick<Paper, 'id' | 'title' | 'abstract'>;

/** How close a paper is to a set of papers, and the one of them that is nearest. */
export type Closeness = { score: number; nearest: PaperId };

export type Comparer = (paper: Compared) => Closeness | null;

/** The nearest counts most; two more of the same kind say that it is no chance. */
const WEIGHTS = [0.7, 0.2, 0.1];

/**
 * Compares papers with `others` by their words' vectors, those of the first segment that has some.
 * One of the others is compared with the rest. Null for a paper without a known word, and where there
 * is nothing to compare with.
 */
export async function comparerWith(
  segments: readonly Segment[],
  others: readonly Compared[],
): Promise<Comparer> {
  const words = await wordsOf(segments);
  if (!words) return () => null;
  const vectors = others.flatMap(({ id, title, abstract }) => {
    const vector = paperVector(words, title, abstract);
    return vector ? [{ id, vector }] : [];
  });
  return ({ id, title, abstract }) => {
    const own = paperVector(words, title, abstract);
    if (!own) return null;
    const scored = vectors
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, score: cosine(own, other.vector) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const [best] = scored;
    if (!best) return null;
    const score = WEIGHTS.reduce((sum, weight, at) => sum + weight * (scored[at] ?? best).score, 0);
    return { score, nearest: best.id };
  };
}

async function wordsOf(segments: readonly Segment[]): Promise<WordVectors | undefined> {
  for (const segment of segments) {
    const index = await vectorIndexOf(segment);
    if (index) return index.words;
  }
  return undefined;
}
