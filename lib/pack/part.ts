import type { Block } from '@/lib/core/block-source';
import { ByteReader, ByteWriter } from '@/lib/search/bytes';
import { PackError } from '@/lib/search/pack-error';

const MAGIC = 'GLSP';
const PART_FORMAT = 1;

/** Parts stay under this many bytes. */
const PART_BYTES = 4_900_000;

/** One file of a pack: `GLSP`, format, how many blocks; kind, index and length of each; then their bytes. */
export function encodePart(blocks: readonly Block[]): Uint8Array {
  const out = new ByteWriter();
  for (const char of MAGIC) out.byte(char.charCodeAt(0));
  out.varint(PART_FORMAT);
  out.varint(blocks.length);
  for (const { kind, index, bytes } of blocks) {
    out.text(kind);
    out.varint(index);
    out.varint(bytes.length);
  }
  for (const { bytes } of blocks) out.raw(bytes);
  return out.done();
}

/** A block that a part says it has. */
export type BlockEntry = { kind: string; index: number; length: number };

/** The blocks of a part, each in a buffer of its own. Throws PackError for anything but a whole part. */
export function blocksOfPart(part: Uint8Array): Block[] {
  const reader = new ByteReader(part);
  const blocks = readEntries(reader).map(({ kind, index, length }) => ({
    kind,
    index,
    bytes: reader.raw(length).slice(),
  }));
  if (!reader.ended) throw new PackError('corrupt', 'bytes after the last block');
  return blocks;
}

/** What stands in a part before its blocks. Throws PackError. */
export function headOfPart(part: Uint8Array): Uint8Array {
  const blocks = readEntries(new ByteReader(part)).reduce((sum, { length }) => sum + length, 0);
  return part.slice(0, part.length - blocks);
}

/** The blocks that follow a head, in order. Throws PackError. */
export function entriesOfHead(head: Uint8Array): BlockEntry[] {
  return readEntries(new ByteReader(head));
}

function readEntries(reader: ByteReader): BlockEntry[] {
  for (const char of MAGIC) if (reader.byte() !== char.charCodeAt(0)) throw new PackError('wrong-format');
  if (reader.varint() !== PART_FORMAT) throw new PackError('wrong-format');
  const entries: BlockEntry[] = [];
  for (let left = reader.varint(); left > 0; left -= 1) {
    entries.push({ kind: reader.text(), index: reader.varint(), length: reader.varint() });
  }
  return entries;
}

/** Gathers blocks into parts as they come. */
export class PartWriter {
  private waiting: Block[] = [];
  private size = 0;

  /** A full part, when this block does not fit in it any more. */
  add(block: Block): Uint8Array | null {
    const room = block.bytes.length + block.kind.length + 12;
    const full = this.size + room > PART_BYTES ? this.finish() : null;
    this.waiting.push(block);
    this.size += room;
    return full;
  }

  finish(): Uint8Array | null {
    if (this.waiting.length === 0) return null;
    const part = encodePart(this.waiting);
    [this.waiting, this.size] = [[], 0];
    return part;
  }
}
