import { UNIT } from '@/lib/related/word-vectors';
import type { SegmentPaper } from '@/lib/search';
import type { PreparedLine } from '@/pipeline/pack/preparer';
import type { Spill } from '@/pipeline/pack/spill';
import { drawsFrom, hashOf, type Draws } from './draws';
import { NewIds } from './new-ids';
import type { Vocabulary } from './vocabulary';

/** A real paper as it lies in the spill: what the bundle has of it. */
export type RealPaper = Omit<SegmentPaper, 'rank'> & Pick<PreparedLine, 'rank' | 'vector'>;
export type GrownPaper = SegmentPaper & { vector: Int16Array | undefined };

/** What of a copy is another paper's. */
const OTHERS_WORDS = 0.3;
const OTHERS_VECTOR = 0.5;

/**
 * As many papers as wanted, best first, out of real ones heaped by rank: fewer than those are spread evenly among them; of
 * more, the first copy of each is the paper itself, and the others are crossed with another of the same rank: words of its
 * title, key terms, names and vector.
 */
export async function* grownPapers(
  real: Spill,
  total: number,
  wanted: number,
  vocabulary: Vocabulary,
): AsyncGenerator<GrownPaper> {
  const ids = new NewIds();
  let at = 0;
  for (const rank of real.heaps().sort((a, b) => b - a)) {
    const heap: RealPaper[] = [];
    for await (const line of real.lines(rank)) heap.push(JSON.parse(line) as RealPaper);
    const grown: GrownPaper[] = [];
    for (const paper of heap) {
      const copies = Math.floor(((at + 1) * wanted) / total) - Math.floor((at * wanted) / total);
      at += 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const draws = drawsFrom(hashOf(paper.id) + copy);
        const other = heap[draws.below(heap.length)] ?? paper;
        grown.push({ ...crossed(paper, other, copy, vocabulary, draws), id: ids.next(paper.id) });
      }
    }
    yield* grown.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function crossed(
  paper: RealPaper,
  other: RealPaper,
  copy: number,
  vocabulary: Vocabulary,
  draws: Draws,
): GrownPaper {
  const spelled = (word: string): string => vocabulary.spelled(word, copy, draws);
  const mixed = (own: readonly string[], others: readonly string[], share: number): string[] =>
    own.map((word) =>
      copy > 0 && draws.next() < share ? (others[draws.below(others.length)] ?? word) : word,
    );
  const title = mixed(paper.title.split(' '), other.title.split(' '), OTHERS_WORDS).map(spelled).join(' ');
  const keyTerms = new Set(mixed(paper.keyTerms, other.keyTerms, OTHERS_WORDS).map(spelled));
  const given = paper.authors.map((name) => name.split(' ').slice(0, -1).join(' '));
  const surnames = paper.authors.map((name) => name.split(' ').at(-1) ?? name);
  const otherSurnames = other.authors.map((name) => name.split(' ').at(-1) ?? name);
  const authors = mixed(surnames, otherSurnames, 0.5).map((name, at) =>
    `${given[at] ?? ''} ${spelled(name)}`.trim(),
  );
  return { ...paper, title, keyTerms: [...keyTerms], authors, vector: vectorOf(paper, other, copy) };
}

function vectorOf(paper: RealPaper, other: RealPaper, copy: number): Int16Array | undefined {
  const own = decoded(paper.vector);
  const others = decoded(other.vector);
  if (copy === 0 || !own || !others) return own;
  const sum = Float64Array.from(own, (value, d) => value + OTHERS_VECTOR * (others[d] ?? 0));
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0)) || 1;
  return Int16Array.from(sum, (value) => Math.round((value * UNIT) / length));
}

function decoded(vector: string | null): Int16Array | undefined {
  return vector === null ? undefined : new Int16Array(Uint8Array.from(Buffer.from(vector, 'base64')).buffer);
}
