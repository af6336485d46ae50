import type { Segment } from '@/lib/search';
import { TermBlock } from '@/lib/search/term-block';
import { drawsFrom, hashOf, type Draws } from './draws';

/** Words in more papers than this are the same in every copy. */
const RARE = 8;
/** Distinct words grow with this power of the papers (Heaps' law): taken, not measured; natural text has 0.4 to 0.8. */
const HEAPS = 0.77;
const LETTERS = 'aeioulnrstm';

export type Vocabulary = {
  /** How the copy numbered `copy` of a paper (0: the paper itself) spells a word. */
  spelled(word: string, copy: number, draws: Draws): string;
};

/** What keeps the distribution of terms as a corpus is grown: of the words few papers have, copies get new ones as often as Heaps' law says. */
export async function vocabularyOf(segment: Segment): Promise<Vocabulary> {
  const rare = new Map<string, number>();
  for (let index = 0; index < segment.header.termBlocks.firsts.length; index += 1) {
    const block = new TermBlock(await segment.block('terms', index), segment.papers);
    for (const { term, lists } of block.entries()) {
      const papers = Math.max(...Object.values(lists).map((list) => list?.count ?? 0));
      if (papers <= RARE && /^[a-z]{4,}$/.test(term)) rare.set(term, papers);
    }
  }
  return {
    spelled(word, copy, draws) {
      const papers = rare.get(word.toLowerCase());
      if (copy === 0 || papers === undefined || draws.next() * papers > 1) return word;
      const [before, now] = [Math.round(copy ** HEAPS), Math.round((copy + 1) ** HEAPS)];
      const variant = now > before ? now - 1 : draws.below(now);
      return variant === 0 ? word : respelled(word, variant);
    },
  };
}

/** The word with two of its inner letters changed, the same for the same variant. */
function respelled(word: string, variant: number): string {
  const draws = drawsFrom(hashOf(word.toLowerCase()) + variant);
  const letters = [...word];
  for (let change = 0; change < 2; change += 1)
    letters[1 + draws.below(letters.length - 1)] = LETTERS[draws.below(LETTERS.length)] ?? 'a';
  return letters.join('');
}
