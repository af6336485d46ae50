import { PackError } from '@/lib/search/pack-error';
import type { Segment } from '@/lib/search/segment';
import { clusterAt, decodeCluster, decodeVectorHead, PLACES, VECTOR_KINDS } from './vector-blocks';
import type { ClusterBlock, VectorHead } from './vector-blocks';
import { codedProduct, decodeResidual, productTables } from './vector-code';
import { openWordTable } from './word-table';
import { UNIT, type WordVectors } from './word-vectors';

/** The vectors of a segment's papers, with the word vectors they are sums of. */
export type VectorIndex = {
  words: WordVectors;
  /** The papers in the `most` clusters nearest to `query`, in no order. */
  nearest(query: Int16Array, most: number): Promise<Near>;
  /** Cosines of these papers, those without a vector left out. */
  cosines(query: Int16Array, papers: readonly number[]): Promise<Map<number, number>>;
  /** The vector a paper was given, as nearly as its code tells. */
  vectorOf(paper: number): Promise<Int16Array | undefined>;
};

/** Papers by number, and the dot product of each with the query: its cosine times `UNIT` squared. */
export type Near = { papers: Uint32Array; products: Int32Array };

const opened = new WeakMap<Segment, Promise<VectorIndex | null>>();

/** The vectors of a segment, null if it was written without. Kept as long as the segment is. */
export function vectorIndexOf(segment: Segment): Promise<VectorIndex | null> {
  const known = opened.get(segment) ?? openVectors(segment);
  opened.set(segment, known);
  known.catch(() => opened.delete(segment));
  return known;
}

async function openVectors(segment: Segment): Promise<VectorIndex | null> {
  const [bytes, wordBytes] = await Promise.all([
    segment.block(VECTOR_KINDS.head, 0).catch(nullIfMissing),
    segment.block(VECTOR_KINDS.words, 0).catch(nullIfMissing),
  ]);
  if (bytes === null || wordBytes === null) return null;
  const head = decodeVectorHead(bytes);
  const words = openWordTable(wordBytes);
  if (words.dims !== head.code.dims) throw new PackError('corrupt', 'word vectors of another length');
  return indexOf(segment, head, words);
}

function nullIfMissing(error: unknown): null {
  if (error instanceof PackError && error.code === 'missing-block') return null;
  throw error;
}

function indexOf(segment: Segment, head: VectorHead, words: WordVectors): VectorIndex {
  const { dims, runs } = head.code;
  const centreOf = (cluster: number): Int16Array =>
    head.centres.subarray(cluster * dims, (cluster + 1) * dims);

  let last: { query: Int16Array; tables: Int32Array } | undefined;
  /** A paper's vector is asked about twice: what is near, then what its words found elsewhere. */
  function tablesOf(query: Int16Array): Int32Array {
    if (last?.query !== query) last = { query, tables: productTables(head.code, query) };
    return last.tables;
  }

  async function clusters(indexes: readonly number[]): Promise<ClusterBlock[]> {
    const blocks = await segment.blocks(VECTOR_KINDS.cluster, indexes);
    return blocks.map((bytes) => decodeCluster(bytes, runs.length));
  }

  async function placesOf(papers: readonly number[]): Promise<Map<number, number>> {
    const blocks = [...new Set(papers.map((paper) => Math.floor(paper / PLACES)))];
    const read = await segment.blocks(VECTOR_KINDS.place, blocks);
    const bytes = new Map(blocks.map((block, at) => [block, read[at]]));
    const places = new Map<number, number>();
    for (const paper of papers) {
      const block = bytes.get(Math.floor(paper / PLACES));
      const cluster = block && clusterAt(block, paper);
      if (cluster !== undefined) places.set(paper, cluster);
    }
    return places;
  }

  return {
    words,
    async nearest(query, most) {
      const products = centreProducts(query, head.centres);
      const order = [...products.keys()].sort((a, b) => (products[b] ?? 0) - (products[a] ?? 0) || a - b);
      const chosen = order.slice(0, most);
      const reading = clusters(chosen);
      const tables = tablesOf(query);
      const blocks = await reading;
      const total = blocks.reduce((sum, block) => sum + block.papers.length, 0);
      const near = { papers: new Uint32Array(total), products: new Int32Array(total) };
      let filled = 0;
      for (const [at, { papers, codes }] of blocks.entries()) {
        const base = products[chosen[at] ?? 0] ?? 0;
        near.papers.set(papers, filled);
        for (let i = 0; i < papers.length; i += 1) {
          near.products[filled + i] = base + codedProduct(tables, codes, i * runs.length, runs.length);
        }
        filled += papers.length;
      }
      return near;
    },
    async cosines(query, papers) {
      const places = await placesOf(papers);
      const indexes = [...new Set(places.values())];
      const blocks = await clusters(indexes);
      const byCluster = new Map(indexes.map((index, at) => [index, blocks[at]]));
      const tables = tablesOf(query);
      const found = new Map<number, number>();
      for (const [paper, cluster] of places) {
        const block = byCluster.get(cluster);
        const at = block?.papers.indexOf(paper) ?? -1;
        if (!block || at < 0) continue;
        const product =
          dot(query, centreOf(cluster)) + codedProduct(tables, block.codes, at * runs.length, runs.length);
        found.set(paper, product / (UNIT * UNIT));
      }
      return found;
    },
    async vectorOf(paper) {
      const cluster = (await placesOf([paper])).get(paper);
      if (cluster === undefined) return undefined;
      const [block] = await clusters([cluster]);
      const at = block?.papers.indexOf(paper) ?? -1;
      if (!block || at < 0) return undefined;
      const vector = decodeResidual(head.code, block.codes, at * runs.length);
      centreOf(cluster).forEach((value, d) => {
        vector[d] = (vector[d] ?? 0) + value;
      });
      return vector;
    },
  };
}

function centreProducts(query: Int16Array, centres: Int16Array): Float64Array {
  const dims = query.length;
  const products = new Float64Array(centres.length / dims);
  for (let c = 0; c < products.length; c += 1) {
    let sum = 0;
    for (let d = 0; d < dims; d += 1) sum += (query[d] ?? 0) * (centres[c * dims + d] ?? 0);
    products[c] = sum;
  }
  return products;
}

function dot(a: Int16Array, b: Int16Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
