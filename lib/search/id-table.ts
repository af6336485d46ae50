import { ByteReader, ByteWriter } from './bytes';
import { PackError } from './pack-error';

/** Ids to a block. */
export const IDS = 1024;

/** Keys ascending: the gap to the one before as a varint, then the paper's number in `numberBytes` bytes. */
export function encodeIds(entries: readonly { key: number; number: number }[], papers: number): Uint8Array {
  const out = new ByteWriter();
  let before = 0;
  for (const { key, number } of entries) {
    out.varint(key - before);
    before = key;
    for (let shift = 0; shift < numberBytes(papers); shift += 1) out.byte((number >>> (8 * shift)) & 255);
  }
  return out.done();
}

/** The number of the paper with a key; undefined if the block does not have it. */
export function findId(bytes: Uint8Array, wanted: number, papers: number): number | undefined {
  const reader = new ByteReader(bytes);
  const width = numberBytes(papers);
  let key = 0;
  while (!reader.ended) {
    key += reader.varint();
    if (key > wanted) return undefined;
    const number = reader.raw(width);
    if (key === wanted) return numberOf(number, papers);
  }
  return undefined;
}

/** Every key of a block with its number, ascending. */
export function* entriesOfIds(bytes: Uint8Array, papers: number): Generator<{ key: number; number: number }> {
  const reader = new ByteReader(bytes);
  const width = numberBytes(papers);
  for (let key = 0; !reader.ended;) {
    key += reader.varint();
    yield { key, number: numberOf(reader.raw(width), papers) };
  }
}

function numberOf(bytes: Uint8Array, papers: number): number {
  const number = bytes.reduce((sum, byte, at) => sum + byte * 256 ** at, 0);
  if (number >= papers) throw new PackError('corrupt');
  return number;
}

function numberBytes(papers: number): number {
  return papers <= 256 ? 1 : papers <= 65_536 ? 2 : papers <= 16_777_216 ? 3 : 4;
}
