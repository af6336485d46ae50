import type { WordVectors } from './word-vectors';

/** Where in the list of words, most common first, a word stands in about half of all papers. */
const HALFWAY = 24;
/** Numbers are in many papers and tell little. */
const NUMBER = 0.2;

/**
 * The share of papers a term is likely to be in, before anything of the corpus is read: word vectors
 * list their words by how many papers have them, and counts of words fall as the place rises (Zipf).
 */
export function commonness(words: WordVectors | null): (term: string) => number {
  const last = words?.numbers.size ?? 0;
  return (term) => {
    if (/^[\d.]+$/.test(term)) return NUMBER;
    const place = words?.numbers.get(term) ?? 2 * last;
    return HALFWAY / (HALFWAY + place + 1);
  };
}
