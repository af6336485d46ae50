import { Cursor } from './cursor';

/** What a pack says of vectors. */
export type VectorPart = {
  dims: number;
  words: ReadonlyMap<string, Int8Array>;
  runs: number[];
  /** For each run its 256 pieces. */
  pieces: Int16Array[][];
  centres: Int16Array[];
  /** By number of the paper: its cluster and its code. */
  coded: ReadonlyMap<number, { cluster: number; code: Buffer }>;
  /** By number of the paper, 65,535 for none. */
  places: number[];
};

const PIECES = 256;

/** The vectors of a pack, null if it has none. */
export function vectorsOf(blocks: (kind: string) => readonly Buffer[]): VectorPart | null {
  const [table] = blocks('vector-words');
  const [head] = blocks('vector-head');
  if (!table || !head) return null;
  const clusters = head.readUInt16LE(4);
  const dims = head.readUInt8(6);
  const runs = [...head.subarray(12, 12 + head.readUInt8(7))];
  let at = 12 + runs.length + (runs.length % 2);
  const take = (count: number): Int16Array => {
    const values = Int16Array.from({ length: count }, (_, index) => head.readInt16LE(at + 2 * index));
    at += 2 * count;
    return values;
  };
  const pieces = runs.map((run) => Array.from({ length: PIECES }, () => take(run)));
  const centres = Array.from({ length: clusters }, () => take(dims));
  if (at !== head.length) throw new Error('the head of the vectors is not as long as it says');
  const coded = new Map<number, { cluster: number; code: Buffer }>();
  for (const [cluster, block] of blocks('vector-cluster').entries()) {
    for (const [paper, code] of clusterOf(block, runs.length)) {
      if (coded.has(paper)) throw new Error(`paper ${paper} is in two clusters`);
      coded.set(paper, { cluster, code });
    }
  }
  const places = blocks('vector-place').flatMap((block) =>
    Array.from({ length: block.length / 2 }, (_, index) => block.readUInt16LE(2 * index)),
  );
  return { dims, words: wordsOf(table), runs, pieces, centres, coded, places };
}

function clusterOf(block: Buffer, codeBytes: number): [number, Buffer][] {
  const cursor = new Cursor(block);
  let paper = -1;
  const papers = cursor.numbers(cursor.number()).map((gap) => (paper += gap + 1));
  const members = papers.map((number): [number, Buffer] => [number, cursor.take(codeBytes)]);
  if (!cursor.ended) throw new Error('a cluster is not as long as it says');
  return members;
}

function wordsOf(table: Buffer): Map<string, Int8Array> {
  if (table.toString('latin1', 0, 4) !== 'GWT1') throw new Error('no word vectors');
  const [dims, count] = [table.readUInt16LE(4), table.readUInt16LE(6)];
  const numbersAt = 8 + dims * count;
  const endsAt = numbersAt + 2 * count;
  const textAt = endsAt + 4 * count;
  let start = 0;
  return new Map(
    Array.from({ length: count }, (_, place) => {
      const end = table.readUInt32LE(endsAt + 4 * place);
      const word = table.toString('utf8', textAt + start, textAt + end);
      start = end;
      const row = 8 + dims * table.readUInt16LE(numbersAt + 2 * place);
      return [word, new Int8Array(table.subarray(row, row + dims))];
    }),
  );
}
