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

export function decodeIds(bytes: Uint8Array, papers: number): Map<number, number> {
  const reader = new ByteReader(bytes);
  const numbers = new Map<number, number>();
  let key = 0;
  while (!reader.ended) {
    key += reader.varint();
    let number = 0;
    for (let shift = 0; shift < numberBytes(papers); shift += 1) number += reader.byte() * 256 ** shift;
    if (number >= papers) throw new PackError('corrupt');
    numbers.set(key, number);
  }
  return numbers;
}

function numberBytes(papers: number): number {
  return papers <= 256 ? 1 : papers <= 65_536 ? 2 : papers <= 16_777_216 ? 3 : 4;
}
