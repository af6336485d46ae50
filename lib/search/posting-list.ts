import { ByteReader, ByteWriter } from './bytes';
import { PackError } from './pack-error';
import { CHUNK, decodeChunk, encodeChunk, type Postings } from './postings';

/**
 * A list of up to CHUNK postings is one piece. A longer one is a table, then its pieces: for each
 * piece its first paper (less that of the piece before) and its length in bytes, as varints.
 */
export function encodeList(docs: Postings): Uint8Array {
  if (docs.length <= CHUNK) return encodeChunk(docs, -1);
  const out = new ByteWriter();
  const pieces: Uint8Array[] = [];
  let before = 0;
  for (let at = 0; at < docs.length; at += CHUNK) {
    const first = docs[at] ?? 0;
    const piece = encodeChunk(docs.subarray(at, at + CHUNK), first - 1);
    out.varint(first - before);
    out.varint(piece.length);
    pieces.push(piece);
    before = first;
  }
  for (const piece of pieces) out.raw(piece);
  return out.done();
}

export type Piece = { first: number; offset: number; length: number; count: number };

/** The longest a table of pieces can be, in bytes. */
export function tableRoom(count: number): number {
  return count <= CHUNK ? 0 : Math.ceil(count / CHUNK) * 7;
}

/** Where the pieces of a list are, from the head of its bytes; offsets are into the list. */
export function piecesOf(head: Uint8Array, count: number, length: number): Piece[] {
  if (count <= CHUNK) return [{ first: 0, offset: 0, length, count }];
  const reader = new ByteReader(head);
  const pieces: Piece[] = [];
  let first = 0;
  let offset = 0;
  for (let left = count; left > 0; left -= CHUNK) {
    first += reader.varint();
    const bytes = reader.varint();
    pieces.push({ first, offset, length: bytes, count: Math.min(CHUNK, left) });
    offset += bytes;
  }
  if (reader.offset + offset !== length) throw new PackError('corrupt');
  for (const piece of pieces) piece.offset += reader.offset;
  return pieces;
}

/** The postings of whole pieces, in order. `bytesOf` gives the bytes of a piece. */
export function decodePieces(
  pieces: readonly Piece[],
  bytesOf: (piece: Piece) => Uint8Array,
  { single, limit }: { single: boolean; limit: number },
): Postings {
  const total = pieces.reduce((sum, piece) => sum + piece.count, 0);
  // A list names each paper once: more would be room taken for nothing.
  if (total > limit) throw new PackError('corrupt');
  const into = new Uint32Array(total);
  let at = 0;
  for (const piece of pieces) {
    decodeChunk(bytesOf(piece), piece.count, single ? -1 : piece.first - 1, limit, into, at);
    at += piece.count;
  }
  return into;
}
