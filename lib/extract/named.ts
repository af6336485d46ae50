import type { Field, Stated } from '@/lib/core/facts';
import { stated, type Fact, type Reading } from './reading';

type Named = {
  name: string;
  order: number;
  /** What is looked for, with a `g`. */
  names: RegExp;
  /** Words of the trade: without one in the paper a name is taken for something else. */
  trade: RegExp;
  /** Words that a name must have near where it may be another thing. */
  unsure?: { names: RegExp; near: RegExp };
};

const READS = ['title', 'abstract'] as const satisfies readonly Field[];

/** A fact that finds names of a list in title and abstract, each once, as it stands in the text. */
export function namedFact({ name, order, names, trade, unsure }: Named): Fact<readonly Stated<string>[]> {
  return {
    name,
    reads: READS,
    order,
    read(paper) {
      if (!READS.some((field) => trade.test(paper.of(field)))) return [];
      const found = new Map<string, Stated<string>>();
      for (const field of READS)
        for (const { 0: words, index } of paper.of(field).matchAll(names)) {
          const isMeant = !unsure?.names.test(words) || unsure.near.test(around(paper, field, index, words));
          if (isMeant && !found.has(words))
            found.set(words, stated(words, field, index, index + words.length));
        }
      return [...found.values()];
    },
  };
}

function around(paper: Reading, field: Field, at: number, words: string): string {
  return paper.of(field).slice(Math.max(0, at - 70), at + words.length + 50);
}

/** A whole word of a list, in its case. */
export function anyOf(names: string): RegExp {
  return new RegExp(`(?<![\\w-]|\\w\\.)(?:${names})(?![\\w])`, 'g');
}
