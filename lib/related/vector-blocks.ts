import type { Block } from '@/lib/core/block-source';
import { ByteReader, ByteWriter } from '@/lib/search/bytes';
import { PackError } from '@/lib/search/pack-error';
import type { VectorCode } from './vector-code';

/**
 * Related's block kinds. `words` (one): the word vectors, as `word-table.ts` has them.
 * `head` (one): sizes, the code's runs and books, the centres of the clusters.
 * `cluster` (one a cluster): its papers by number, rising, and their codes.
 * `place` (one for each 1,024 papers): the cluster of each paper. All numbers are little-endian.
 */
export const VECTOR_KINDS = {
  words: 'vector-words',
  head: 'vector-head',
  cluster: 'vector-cluster',
  place: 'vector-place',
} as const;

/** Papers a `place` block. */
export const PLACES = 1_024;
/** In a `place` block: this paper has no vector. */
const NO_CLUSTER = 0xffff;

const PIECES = 256;
const HEAD = 12;

export type VectorHead = { papers: number; centres: Int16Array; code: VectorCode };
export type ClusterBlock = { papers: Uint32Array; codes: Uint8Array };

/** u32 papers, u16 clusters, u8 dims, u8 runs, u32 zero; the runs (u8); books and centres (i16). */
export function encodeVectorHead({ papers, centres, code }: VectorHead): Block {
  const { dims, runs, books } = code;
  const numbers = HEAD + runs.length + (runs.length % 2);
  const bytes = new Uint8Array(numbers + 2 * (books.length + centres.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, papers, true);
  view.setUint16(4, centres.length / dims, true);
  view.setUint8(6, dims);
  view.setUint8(7, runs.length);
  bytes.set(runs, HEAD);
  [...books, ...centres].forEach((value, i) => view.setInt16(numbers + 2 * i, value, true));
  return { kind: VECTOR_KINDS.head, index: 0, bytes };
}

/** @throws PackError when the bytes are not as many as they say. */
export function decodeVectorHead(bytes: Uint8Array): VectorHead {
  if (bytes.length < HEAD) throw new PackError('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const clusters = view.getUint16(4, true);
  const dims = view.getUint8(6);
  const runs = [...bytes.subarray(HEAD, HEAD + view.getUint8(7))];
  const from = HEAD + runs.length + (runs.length % 2);
  const all = runs.reduce((sum, run) => sum + run, 0);
  if (all !== dims || bytes.length !== from + 2 * dims * (PIECES + clusters)) throw new PackError('corrupt');
  // As they lie there: every machine a browser runs on is little-endian, and reading them one by one takes longer.
  const numbers = new Int16Array(new Uint8Array(bytes.subarray(from)).buffer);
  const books = numbers.subarray(0, dims * PIECES);
  const centres = numbers.subarray(dims * PIECES);
  return { papers: view.getUint32(0, true), centres, code: { dims, runs, books } };
}

/** Blocks of all clusters: the count, then for each paper the gap to the one before (both varints), then the codes. */
export function encodeClusters(
  count: number,
  clusters: readonly number[],
  papers: readonly number[],
  codes: Uint8Array,
  codeBytes: number,
): Block[] {
  const members: number[][] = Array.from({ length: count }, () => []);
  clusters.forEach((cluster, p) => members[cluster]?.push(p));
  return members.map((points, index) => {
    const out = new ByteWriter();
    out.varint(points.length);
    let before = -1;
    for (const p of points) {
      const paper = papers[p] ?? 0;
      out.varint(paper - before - 1);
      before = paper;
    }
    for (const p of points) out.raw(codes.subarray(p * codeBytes, (p + 1) * codeBytes));
    return { kind: VECTOR_KINDS.cluster, index, bytes: out.done() };
  });
}

/** @throws PackError when the bytes are not a cluster's. */
export function decodeCluster(bytes: Uint8Array, codeBytes: number): ClusterBlock {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  if (count * codeBytes > bytes.length) throw new PackError('truncated');
  const papers = new Uint32Array(count);
  let paper = -1;
  for (let at = 0; at < count; at += 1) papers[at] = paper += reader.varint() + 1;
  return { papers, codes: reader.raw(count * codeBytes) };
}

export function encodePlaces(total: number, clusters: readonly number[], papers: readonly number[]): Block[] {
  const places = new Uint16Array(total).fill(NO_CLUSTER);
  clusters.forEach((cluster, p) => {
    places[papers[p] ?? 0] = cluster;
  });
  return Array.from({ length: Math.ceil(total / PLACES) }, (_, index) => {
    const mine = places.subarray(index * PLACES, (index + 1) * PLACES);
    const bytes = new Uint8Array(2 * mine.length);
    const view = new DataView(bytes.buffer);
    mine.forEach((cluster, i) => view.setUint16(2 * i, cluster, true));
    return { kind: VECTOR_KINDS.place, index, bytes };
  });
}

/** The cluster of paper number `paper`, from its `place` block; undefined when it has no vector. */
export function clusterAt(bytes: Uint8Array, paper: number): number | undefined {
  if (bytes.length < 2 * (paper % PLACES) + 2) throw new PackError('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cluster = view.getUint16(2 * (paper % PLACES), true);
  return cluster === NO_CLUSTER ? undefined : cluster;
}
