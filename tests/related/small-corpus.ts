import type { Block } from '@/lib/core/block-source';
import { parsePaperId, type PaperId } from '@/lib/core/paper-id';
import { relatedBlocks } from '@/lib/related';
import type { Near } from '@/lib/related/vector-index';
import { encodeWordVectors, UNIT } from '@/lib/related/word-vectors';
import {
  buildSegment,
  memorySource,
  NO_FACTS,
  openSegment,
  type Segment,
  type SegmentPaper,
  termsOf,
} from '@/lib/search';

/** Words of four topics; words of one topic point the same way. */
const TOPICS = [
  'language model pretraining transformer quantization bilingual token corpus decoder prompt',
  'graph node edge embedding link knowledge reasoning query entity logic',
  'galaxy star redshift halo telescope spectrum dust luminosity cluster survey',
  'theorem proof manifold curvature conjecture algebra operator bound convex lemma',
].map((words) => words.split(' '));

const DIMS = 16;

/** Word vectors made for the purpose: no weights are needed to test what is done with them. */
export function topicVectors(): Uint8Array {
  const random = lots(7);
  const words = TOPICS.flat();
  const rows = new Int8Array(words.length * DIMS);
  TOPICS.forEach((topic, t) => {
    topic.forEach((_, w) => {
      const row = (t * topic.length + w) * DIMS;
      for (let d = 0; d < DIMS; d += 1) {
        rows[row + d] = (d % TOPICS.length === t ? 60 : 0) + Math.floor(random() * 40 - 20);
      }
    });
  });
  return encodeWordVectors(DIMS, words, rows);
}

export function idOf(text: string): PaperId {
  const id = parsePaperId(text);
  if (!id) throw new Error(`${text} is no id`);
  return id;
}

export function paper(
  id: string,
  title: string,
  abstract: string,
  more: Partial<SegmentPaper> = {},
): SegmentPaper {
  return {
    id: idOf(id),
    title,
    abstract,
    authors: [],
    categories: ['cs.CL'],
    doi: null,
    keepAbstract: false,
    keyTerms: termsOf(abstract),
    facts: NO_FACTS,
    rank: 0,
    ...more,
  };
}

/** Papers of words drawn by topic, the same every time. */
export function drawnPapers(count: number, seed: number): SegmentPaper[] {
  const random = lots(seed);
  return Array.from({ length: count }, (_, at) => {
    const topic = TOPICS[Math.floor(random() * TOPICS.length)] ?? [];
    const other = TOPICS[Math.floor(random() * TOPICS.length)] ?? [];
    const draw = (length: number): string =>
      Array.from({ length }, () => {
        const from = random() < 0.8 ? topic : other;
        return random() < 0.15
          ? `rare${Math.floor(random() * 90)}`
          : (from[Math.floor(random() * from.length)] ?? '');
      }).join(' ');
    const id = `2301.${String(at + 1).padStart(5, '0')}`;
    const author = (): string => `Given Family${'abcdefghij'[Math.floor(random() * 10)] ?? ''}`;
    return paper(id, draw(6), draw(25), { authors: [author(), author()] });
  });
}

export async function segmentOf(
  papers: readonly SegmentPaper[],
  vectors: Uint8Array | null,
): Promise<Segment> {
  const blocks: Block[] = buildSegment(papers);
  if (vectors) blocks.push(...relatedBlocks(papers, vectors));
  return openSegment(memorySource(blocks));
}

/** Cosines by paper, of what a search near a query found. */
export function cosinesOf(near: Near | undefined): Map<number, number> {
  const { papers, products } = near ?? { papers: new Uint32Array(0), products: new Int32Array(0) };
  return new Map([...papers].map((paper, at) => [paper, (products[at] ?? 0) / (UNIT * UNIT)]));
}

/** Numbers from 0 to 1, the same for the same seed. */
export function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
