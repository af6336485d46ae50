import type { SegmentHeader } from './header';
import { PackError } from './pack-error';
import { decodePieces, type Piece, piecesOf, tableRoom } from './posting-list';
import { CHUNK, type Postings } from './postings';
import type { ListRef } from './terms';

/** What is needed of a segment to read its lists. */
type Lists = {
  papers: number;
  header: SegmentHeader;
  blocks(kind: string, indexes: readonly number[]): Promise<Uint8Array[]>;
};

const NOTHING = new Uint8Array(0);

/** The postings of a list, from its head as many pieces as asked for. */
export async function readPostings(segment: Lists, ref: ListRef, most: number): Promise<Postings> {
  const isWhole = most * CHUNK >= ref.count;
  const head = await range(
    segment,
    ref.offset,
    isWhole ? ref.length : Math.min(ref.length, tableRoom(ref.count)),
  );
  const pieces = piecesOf(head, ref.count, ref.length).slice(0, most);
  const last = pieces[pieces.length - 1];
  const end = last ? last.offset + last.length : 0;
  const bytes = end <= head.length ? head : await range(segment, ref.offset, end);
  const bytesOf = (piece: Piece): Uint8Array => bytes.subarray(piece.offset, piece.offset + piece.length);
  const shape = { single: ref.count <= CHUNK, limit: segment.papers };
  return decodePieces(pieces, bytesOf, shape);
}

/** Bytes of the postings, across the blocks they were cut into. */
async function range(segment: Lists, offset: number, length: number): Promise<Uint8Array> {
  const { postingBlock, postingBytes } = segment.header;
  if (length === 0) return NOTHING;
  if (offset + length > postingBytes) throw new PackError('corrupt');
  const first = Math.floor(offset / postingBlock);
  const last = Math.floor((offset + length - 1) / postingBlock);
  const blocks = await segment.blocks(
    'postings',
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
  const start = offset - first * postingBlock;
  const [only] = blocks;
  if (only && blocks.length === 1) return only.subarray(start, start + length);
  const bytes = new Uint8Array(length);
  let at = -start;
  for (const block of blocks) {
    bytes.set(at < 0 ? block.subarray(-at, length - at) : block.subarray(0, length - at), Math.max(0, at));
    at += block.length;
  }
  return bytes;
}
