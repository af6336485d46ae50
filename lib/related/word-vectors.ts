import { PackError } from '@/lib/search/pack-error';
import { vectorWords } from './words';

/** Numbers of words, which are their rows: common words first. */
export type Vocabulary = { readonly size: number; get(word: string): number | undefined };

/** Static word vectors: what `pipeline/train/vectors.ts` writes, and packs carry as `word-table.ts` has them. */
export type WordVectors = {
  dims: number;
  numbers: Vocabulary;
  /** Row after row, `dims` values each. */
  rows: Int8Array;
};

/** A weighted piece of a paper's text. */
export type WeightedText = { text: string; weight: number };
export type WordCounts = ReadonlyMap<string, number>;

/** `G W V 1`: the format of the bytes, not of the weights. */
const MAGIC = 0x31565747;
const HEADER = 8;
/** A unit vector is held as integers of this length, so that scores add up the same everywhere. */
export const UNIT = 4_096;
/** The title says again what the abstract is about. */
const TITLE_WEIGHT = 2;
/** Weights of words are square roots, held in sixteenths. */
const SIXTEENTHS = 16;

/** Magic, dims and count (u16 each), rows (int8), then the words in order, one a line, UTF-8. */
export function encodeWordVectors(dims: number, words: readonly string[], rows: Int8Array): Uint8Array {
  const names = new TextEncoder().encode(words.join('\n'));
  const bytes = new Uint8Array(HEADER + rows.length + names.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, dims, true);
  view.setUint16(6, words.length, true);
  bytes.set(new Uint8Array(rows.buffer, rows.byteOffset, rows.length), HEADER);
  bytes.set(names, HEADER + rows.length);
  return bytes;
}

/** @throws PackError when the bytes are not word vectors of this format. */
export function decodeWordVectors(bytes: Uint8Array): WordVectors & { numbers: ReadonlyMap<string, number> } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new PackError('wrong-format', 'not word vectors');
  const dims = view.getUint16(4, true);
  const count = view.getUint16(6, true);
  const end = HEADER + dims * count;
  const words = new TextDecoder().decode(bytes.subarray(end)).split('\n');
  if (bytes.length < end || words.length !== count || dims === 0)
    throw new PackError('truncated', 'word vectors');
  return {
    dims,
    numbers: new Map(words.map((word, number) => [word, number])),
    rows: new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, dims * count),
  };
}

/**
 * The vector of a paper, `UNIT` long: its words' vectors, each by the square root of how often it is
 * there. Undefined when it has no known word.
 */
export function paperVector(
  vectors: WordVectors,
  title: string,
  abstract: string | null,
): Int16Array | undefined {
  return textVector(vectors, paperPieces(title, abstract));
}

/** A paper's texts as a vector weighs them. */
export function paperPieces(title: string, abstract: string | null): WeightedText[] {
  return [
    { text: title, weight: TITLE_WEIGHT },
    { text: abstract ?? '', weight: 1 },
  ];
}

/** The same for any weighted pieces of text. */
export function textVector(vectors: WordVectors, pieces: readonly WeightedText[]): Int16Array | undefined {
  return vectorOf(vectors, countWords(pieces));
}

/** How often each word is there, each piece counting with its weight: all that a vector is made of. */
export function countWords(pieces: readonly WeightedText[]): WordCounts {
  const counts = new Map<string, number>();
  for (const { text, weight } of pieces) {
    for (const word of vectorWords(text)) counts.set(word, (counts.get(word) ?? 0) + weight);
  }
  return counts;
}

/** Of words counted before. */
export function vectorOf(vectors: WordVectors, counts: WordCounts): Int16Array | undefined {
  const { dims, rows } = vectors;
  const sum = new Int32Array(dims);
  for (const [word, count] of counts) {
    const number = vectors.numbers.get(word);
    if (number === undefined) continue;
    const weight = Math.round(Math.sqrt(count) * SIXTEENTHS);
    const row = number * dims;
    for (let d = 0; d < dims; d += 1) sum[d] = (sum[d] ?? 0) + weight * (rows[row + d] ?? 0);
  }
  return unitOf(sum);
}

/** Integers in the direction of `values`, `UNIT` long; undefined for the zero vector. */
function unitOf(values: Int32Array): Int16Array | undefined {
  let squares = 0;
  for (const value of values) squares += value * value;
  if (squares === 0) return undefined;
  const scale = UNIT / Math.sqrt(squares);
  return Int16Array.from(values, (value) => Math.round(value * scale));
}

/** Cosine of two vectors `UNIT` long. The sum is of integers: 64 products below 2^24 stay exact. */
export function cosine(a: Int16Array, b: Int16Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum / (UNIT * UNIT);
}

/** Whether vectors made with one can be compared with those of the other. */
export function sameWords(a: WordVectors, b: WordVectors): boolean {
  if (a === b) return true;
  return (
    a.dims === b.dims && a.rows.length === b.rows.length && a.rows.every((value, i) => value === b.rows[i])
  );
}
