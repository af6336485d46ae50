import type { Stated } from '@/lib/core/facts';
import { DATASET_NAMES, IN_CONTEXT } from './dataset-names';
import { stated, type Fact } from './reading';

const NAMES = new RegExp(
  `(?<![\\w-])(?:${DATASET_NAMES})(?![\\w])(?!-(?:style|like|inspired|trained|pretrained))`,
  'g',
);
const NEAR =
  /data ?-?sets?|benchmark|corpus|corpora|evaluat|experiments? on|tasks? (?:in|on|from)|survey|catalog|data\b|games|environments?/i;

/** Among other datasets, a word is one as well. */
function hasAnother(near: string): boolean {
  return [...near.matchAll(NAMES)].some(([name]) => !IN_CONTEXT.test(name));
}

/** Names a dataset only where its neighbours say that one is meant, however it is typed. */
export function isWordToo(name: string): boolean {
  return ANY_CASE.test(name);
}

const ANY_CASE = new RegExp(IN_CONTEXT.source, 'i');

/** Datasets and benchmarks named in title or abstract, by a list of names; as they stand in the text. */
export const datasets: Fact<readonly Stated<string>[]> = {
  name: 'datasets',
  reads: ['title', 'abstract'],
  order: 31,
  read(paper) {
    const found = new Map<string, Stated<string>>();
    for (const field of ['abstract', 'title'] as const) {
      const text = paper.of(field);
      for (const match of text.matchAll(NAMES)) {
        const name = match[0];
        const near = text.slice(Math.max(0, match.index - 60), match.index + name.length + 40);
        if (IN_CONTEXT.test(name) && !NEAR.test(near) && !hasAnother(near)) continue;
        if (!found.has(name)) found.set(name, stated(name, field, match.index, match.index + name.length));
      }
    }
    return [...found.values()];
  },
};
