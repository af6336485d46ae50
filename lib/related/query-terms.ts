import { analyse } from '@/lib/search/analyse';
import { isFunctionWord } from './function-words';
import type { WeightedText } from './word-vectors';

/** A term to look for and what it is worth. */
export type QueryTerm = { term: string; weight: number };

/**
 * `ai-based` as one word counts half: its parts count too, and such compounds are rare without being
 * telling. Names with digits, such as `GLM-130B`, are told by the whole.
 */
const JOINED = 0.5;

/** How often each term of the analyser stands in the text, function words apart; each piece counts with its weight. */
export function termCounts(pieces: readonly WeightedText[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, weight } of pieces) {
    for (const { term, joined } of analyse(text)) {
      if (isFunctionWord(term)) continue;
      const share = joined && !/\d/.test(term) ? weight * JOINED : weight;
      counts.set(term, (counts.get(term) ?? 0) + share);
    }
  }
  return counts;
}

/** Robertson's idf, never negative. */
function idf(papers: number, having: number): number {
  return Math.log(1 + (papers - having + 0.5) / (having + 0.5));
}

/**
 * What a term of a paper is worth when papers are compared: the square root of its count times its idf
 * to the power of 1.5, between BM25's idf for typed words and the squared one of a cosine, since here
 * both sides are whole texts (CACM and CSFCube, three powers tried).
 */
export function termWeight(count: number, papers: number, having: number): number {
  const rarity = idf(papers, having);
  return Math.sqrt(count * rarity) * rarity;
}

/** The terms with their weights; those that no paper has are left out. */
export function queryTerms(
  counts: ReadonlyMap<string, number>,
  papers: number,
  having: (term: string) => number,
): QueryTerm[] {
  return [...counts].flatMap(([term, count]) => {
    const found = having(term);
    return found > 0 ? [{ term, weight: termWeight(count, papers, found) }] : [];
  });
}
