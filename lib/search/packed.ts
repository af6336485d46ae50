import { ByteReader, ByteWriter } from './bytes';
import { inflate } from './inflate';
import { PackError } from './pack-error';

/** Raw deflate (RFC 1951) against a preset dictionary; handed in by whoever builds. */
export type Deflate = (bytes: Uint8Array, dictionary: Uint8Array) => Uint8Array;

const PLAIN = 0;
const DEFLATED = 1;
const LARGEST = 16_000_000;

/** Length of the content and how it is kept, then the content: deflated where that is shorter. */
export function packBytes(bytes: Uint8Array, dictionary: Uint8Array, deflate: Deflate | null): Uint8Array {
  const small = deflate?.(bytes, dictionary);
  const out = new ByteWriter();
  out.varint(bytes.length);
  const useful = small !== undefined && small.length < bytes.length;
  out.byte(useful ? DEFLATED : PLAIN);
  out.raw(useful ? small : bytes);
  return out.done();
}

export function unpackBytes(packed: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const reader = new ByteReader(packed);
  const size = reader.varint();
  if (size > LARGEST) throw new PackError('corrupt');
  const method = reader.byte();
  const content = packed.subarray(reader.offset);
  if (method === DEFLATED) return inflate(content, dictionary, size);
  if (method !== PLAIN) throw new PackError('corrupt');
  if (content.length !== size) throw new PackError('truncated');
  return content;
}
