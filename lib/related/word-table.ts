import { PackError } from '@/lib/search/pack-error';
import type { Vocabulary, WordVectors } from './word-vectors';

/** `G W T 1`. */
const MAGIC = 0x31545747;
const HEADER = 8;

const encoder = new TextEncoder();

/**
 * Word vectors as packs carry them, to be looked up in without reading them through: magic, dims and count (u16
 * each), rows (int8), then for the words in byte order the number of each (u16), where each ends (u32),
 * and their UTF-8 one after another. Little-endian.
 */
export function encodeWordTable(
  dims: number,
  numbers: ReadonlyMap<string, number>,
  rows: Int8Array,
): Uint8Array {
  const words = [...numbers]
    .map(([word, number]) => ({ number, text: encoder.encode(word) }))
    .sort((a, b) => compareBytes(a.text, b.text));
  const ends: number[] = [];
  let size = 0;
  for (const { text } of words) ends.push((size += text.length));
  const at = HEADER + rows.length;
  const textAt = at + 6 * words.length;
  const bytes = new Uint8Array(textAt + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, dims, true);
  view.setUint16(6, words.length, true);
  bytes.set(new Uint8Array(rows.buffer, rows.byteOffset, rows.length), HEADER);
  for (const [place, { number, text }] of words.entries()) {
    const end = ends[place] ?? 0;
    view.setUint16(at + 2 * place, number, true);
    view.setUint32(at + 2 * words.length + 4 * place, end, true);
    bytes.set(text, textAt + end - text.length);
  }
  return bytes;
}

/** @throws PackError when the bytes are not a table of words. */
export function openWordTable(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new PackError('wrong-format', 'not a table of words');
  const dims = view.getUint16(4, true);
  const count = view.getUint16(6, true);
  const at = HEADER + dims * count;
  const size = bytes.length - at - 6 * count;
  if (dims === 0 || size < 0 || (count > 0 && view.getUint32(at + 6 * count - 4, true) !== size))
    throw new PackError('truncated', 'table of words');
  return {
    dims,
    numbers: new WordTable(bytes, at, count),
    rows: new Int8Array(view.buffer, view.byteOffset + HEADER, dims * count),
  };
}

class WordTable implements Vocabulary {
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly at: number,
    readonly size: number,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get(word: string): number | undefined {
    const wanted = encoder.encode(word);
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(middle, wanted);
      if (order === 0) return this.numberAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  private numberAt(place: number): number {
    const number = this.view.getUint16(this.at + 2 * place, true);
    if (number >= this.size) throw new PackError('corrupt', 'table of words');
    return number;
  }

  /** The word at a place against another, where it stands: a paper asks for a hundred, each in fourteen steps. */
  private compare(place: number, wanted: Uint8Array): number {
    const texts = this.at + 6 * this.size;
    const from = texts + (place === 0 ? 0 : this.endOf(place - 1));
    const length = texts + this.endOf(place) - from;
    const most = Math.min(length, wanted.length);
    for (let at = 0; at < most; at += 1) {
      const difference = (this.bytes[from + at] ?? 0) - (wanted[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  }

  private endOf(place: number): number {
    return this.view.getUint32(this.at + 2 * this.size + 4 * place, true);
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
