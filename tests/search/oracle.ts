import { analyse } from '@/lib/search';
import { nameTerms } from '@/lib/search/names';
import type { SegmentPaper } from '@/lib/search';

/** Whether a paper has a word, found by looking at the paper and at nothing else. */
export function hasWord({ title, authors, keyTerms }: SegmentPaper, word: string): boolean {
  const [{ term, raw } = { term: '', raw: '' }] = analyse(word);
  return (
    analyse(title).some((token) => token.term === term) ||
    keyTerms.includes(term) ||
    authors.flatMap(nameTerms).includes(raw.length === 1 ? `${raw}.` : raw)
  );
}
