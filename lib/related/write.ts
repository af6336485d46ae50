import type { Block } from '@/lib/core/block-source';
import { encodeClusters, encodePlaces, encodeVectorHead, VECTOR_KINDS } from './vector-blocks';
import { kMeans, nearestCentre, spreadSample, type Points } from './k-means';
import { encodeResidual, learnCode } from './vector-code';
import { encodeWordTable } from './word-table';
import { decodeWordVectors, paperVector } from './word-vectors';

/** What of a paper its vector is made from. */
export type VectorPaper = { title: string; abstract: string | null };

export type RelatedWriter = {
  /** Papers in the order the segment numbers them. */
  add(paper: VectorPaper): void;
  /** The same for a paper whose vector was made elsewhere. */
  addVector(vector: Int16Array | undefined): void;
  /** Called once, after the last paper. */
  blocks(): Block[];
};

/** Bytes a paper's vector is held in, the cluster's centre apart. */
const CODE_BYTES = 16;
/** Points a cluster that its centre is learnt from. */
const SAMPLED = 40;
const ROUNDS = 6;
const MOST_CLUSTERS = 4_096;

/** Related's own blocks of a segment: see `vector-blocks.ts`. `wordVectors` is the weights file. */
export function createRelatedWriter(wordVectors: Uint8Array): RelatedWriter {
  const vectors = decodeWordVectors(wordVectors);
  const { dims } = vectors;
  let units = new Int16Array(dims * 1_024);
  const known: number[] = [];
  let papers = 0;
  const addVector = (unit: Int16Array | undefined): void => {
    if (unit) {
      if ((known.length + 1) * dims > units.length) units = doubled(units);
      units.set(unit, known.length * dims);
      known.push(papers);
    }
    papers += 1;
  };
  return {
    add: ({ title, abstract }) => addVector(paperVector(vectors, title, abstract)),
    addVector,
    blocks() {
      const points = { dims, values: units.subarray(0, known.length * dims) };
      return [
        {
          kind: VECTOR_KINDS.words,
          index: 0,
          bytes: encodeWordTable(dims, vectors.numbers, vectors.rows),
        },
        ...vectorBlocks(points, known, papers),
      ];
    },
  };
}

/** The same for papers at hand. */
export function relatedBlocks(papers: Iterable<VectorPaper>, wordVectors: Uint8Array): Block[] {
  const writer = createRelatedWriter(wordVectors);
  for (const paper of papers) writer.add(paper);
  return writer.blocks();
}

function vectorBlocks(points: Points, known: readonly number[], papers: number): Block[] {
  const { dims } = points;
  const wanted = Math.min(MOST_CLUSTERS, Math.max(1, Math.round(Math.sqrt(known.length))));
  const centres = kMeans(spreadSample(points, wanted * SAMPLED), wanted, ROUNDS);
  const clusters = known.map((_, p) => nearestCentre(points, p, centres));
  const residuals = { dims, values: points.values.slice() };
  clusters.forEach((cluster, p) => {
    for (let d = 0; d < dims; d += 1) {
      const at = p * dims + d;
      residuals.values[at] = (residuals.values[at] ?? 0) - (centres[cluster * dims + d] ?? 0);
    }
  });
  const code = learnCode(residuals, CODE_BYTES);
  const codes = new Uint8Array(known.length * CODE_BYTES);
  known.forEach((_, p) => encodeResidual(code, residuals, p, codes, p * CODE_BYTES));
  return [
    encodeVectorHead({ papers, centres, code }),
    ...encodeClusters(centres.length / dims, clusters, known, codes, CODE_BYTES),
    ...encodePlaces(papers, clusters, known),
  ];
}

function doubled(values: Int16Array): Int16Array<ArrayBuffer> {
  const wider = new Int16Array(values.length * 2);
  wider.set(values);
  return wider;
}
