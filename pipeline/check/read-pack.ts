import { inflateRawSync } from 'node:zlib';

// A second reader of the format, written from docs/dataset-format.md and sharing no code with lib/search: what both
// read the same is what the page says.

export type Posting = { term: string; list: number; paper: number };
export type CheckedRecord = {
  key: number;
  title: string;
  authors: string[];
  authorCount: number;
  categories: string[];
};
export type CheckedPack = {
  papers: number;
  archives: string[];
  records: CheckedRecord[];
  postings: Iterable<Posting>;
  ids: Map<number, number>;
  terms: number;
};

const CHUNK = 2048;

class Cursor {
  at = 0;
  constructor(readonly bytes: Buffer) {}
  byte(): number {
    return this.bytes.readUInt8(this.at++);
  }
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }
  take(length: number): Buffer {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text(): string {
    return this.take(this.number()).toString('utf8');
  }
  texts(): string[] {
    return Array.from({ length: this.number() }, () => this.text());
  }
  get ended(): boolean {
    return this.at === this.bytes.length;
  }
}

/** Blocks of parts by kind, in order. */
function blocksOf(parts: readonly Buffer[]): Map<string, Buffer[]> {
  const kinds = new Map<string, Buffer[]>();
  for (const part of parts) {
    const cursor = new Cursor(part);
    if (cursor.take(4).toString('latin1') !== 'GLSP' || cursor.number() !== 1) throw new Error('no part');
    const entries = Array.from(
      { length: cursor.number() },
      () => [cursor.text(), cursor.number(), cursor.number()] as const,
    );
    for (const [kind, index, length] of entries) {
      const blocks = kinds.get(kind) ?? [];
      blocks[index] = cursor.take(length);
      kinds.set(kind, blocks);
    }
  }
  return kinds;
}

/** Reads a whole pack from the bytes of its parts. */
export function readPack(parts: readonly Buffer[]): CheckedPack {
  const kinds = blocksOf(parts);
  const blocks = (kind: string): Buffer[] => kinds.get(kind) ?? [];
  const header = new Cursor(blocks('header')[0] ?? Buffer.alloc(0));
  if (header.take(4).toString('latin1') !== 'GLSS' || header.number() !== 2) throw new Error('no segment');
  header.number();
  const papers = header.number();
  for (let rank = 255; rank >= 0; rank -= 1) header.number();
  const categories = header.texts();
  const archives = header.texts();
  header.texts();
  const terms = header.number();
  const dictionary = blocks('dictionary')[0] ?? Buffer.alloc(0);
  const records = blocks('papers').flatMap((block) => recordsOf(unpacked(block, dictionary), categories));
  const postings = postingsOf(blocks('terms'), Buffer.concat(blocks('postings')));
  return { papers, archives, records, postings, ids: idsOf(blocks('ids'), papers), terms };
}

function unpacked(block: Buffer, dictionary: Buffer): Buffer {
  const cursor = new Cursor(block);
  const size = cursor.number();
  const deflated = cursor.byte() === 1;
  const content = block.subarray(cursor.at);
  const bytes = deflated ? inflateRawSync(content, dictionary.length > 0 ? { dictionary } : {}) : content;
  if (bytes.length !== size) throw new Error('a block is not as long as it says');
  return bytes;
}

function recordsOf(bytes: Buffer, names: readonly string[]): CheckedRecord[] {
  const cursor = new Cursor(bytes);
  const numbers = Array.from({ length: cursor.number() }, () => {
    const key = cursor.number();
    const authorCount = cursor.number();
    const categories = Array.from({ length: cursor.number() }, () => names[cursor.number()] ?? '');
    const flags = cursor.number();
    for (const flag of [32, 64, 128, 256, 512]) if (flags & flag) cursor.number();
    return { key, authorCount, categories };
  });
  const titles = cursor.text().split('\n');
  const authors = cursor.text().split('\n');
  return numbers.map((known, at) => ({
    ...known,
    title: titles[at] ?? '',
    authors: (authors[at] ?? '').split('\t').filter((name) => name !== ''),
  }));
}

function idsOf(blocks: readonly Buffer[], papers: number): Map<number, number> {
  const width = papers <= 2 ** 8 ? 1 : papers <= 2 ** 16 ? 2 : papers <= 2 ** 24 ? 3 : 4;
  const ids = new Map<number, number>();
  for (const block of blocks) {
    const cursor = new Cursor(block);
    for (let key = 0; !cursor.ended;) {
      key += cursor.number();
      ids.set(key, cursor.take(width).readUIntLE(0, width));
    }
  }
  return ids;
}

function* postingsOf(directory: readonly Buffer[], lists: Buffer): Generator<Posting> {
  for (const block of directory) {
    const cursor = new Cursor(block);
    let offset = cursor.number();
    while (!cursor.ended) {
      const length = cursor.number();
      const listBytes = cursor.number();
      const group = new Cursor(cursor.take(length));
      yield* postingsOfGroup(group, lists.subarray(offset, offset + listBytes));
      offset += listBytes;
    }
  }
}

function* postingsOfGroup(group: Cursor, lists: Buffer): Generator<Posting> {
  let offset = 0;
  let word = Buffer.alloc(0);
  while (!group.ended) {
    const shared = group.number();
    const head = group.number();
    word = Buffer.concat([word.subarray(0, shared), group.take(Math.floor(head / 8))]);
    const term = word.toString('utf8');
    for (const list of [0, 1, 2]) {
      if ((head & (1 << list)) === 0) continue;
      const count = group.number();
      const length = count > 3 ? group.number() : 0;
      const found =
        count > 3 ? listAt(lists.subarray(offset, offset + length), count) : inlineAt(group, count);
      offset += length;
      for (const paper of found) yield { term, list, paper };
    }
  }
  if (offset !== lists.length) throw new Error('the lists of a group are not as long as it says');
}

function inlineAt(cursor: Cursor, count: number): number[] {
  let paper = -1;
  return Array.from({ length: count }, () => (paper += 1 + cursor.number()));
}

function listAt(bytes: Buffer, count: number): number[] {
  if (count <= CHUNK) return pieceAt(bytes, count, -1);
  const cursor = new Cursor(bytes);
  let first = 0;
  const table = Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) => {
    first += cursor.number();
    return { first, length: cursor.number(), count: Math.min(CHUNK, count - at * CHUNK) };
  });
  return table.flatMap((piece) => pieceAt(cursor.take(piece.length), piece.count, piece.first - 1));
}

function pieceAt(bytes: Buffer, count: number, base: number): number[] {
  let bit = 8;
  const next = (): number => {
    const value = (bytes.readUInt8(bit >> 3) >> (bit & 7)) & 1;
    bit += 1;
    return value;
  };
  const bits = (width: number): number => {
    let value = 0;
    for (let at = 0; at < width; at += 1) value += next() * 2 ** at;
    return value;
  };
  const k = bytes.readUInt8(0);
  let paper = base;
  return Array.from({ length: count }, () => {
    let high = 0;
    while (next() === 1) high += 1;
    paper += 1 + high * 2 ** k + bits(k);
    return paper;
  });
}
