import { inflateRawSync } from 'node:zlib';
import { Cursor } from './cursor';
import { type VectorPart, vectorsOf } from './read-vectors';

// A second reader of the format, written from docs/dataset-format.md and sharing no code with lib/search: what both
// read the same is what the page says.

export type CheckedRecord = {
  key: number;
  title: string;
  authors: string[];
  authorCount: number;
  categories: string[];
  flags: number;
  /** Pages, figures, tables, parameters and year of the venue, those that its flags say there are. */
  facts: number[];
  venue: string;
  code: string;
  datasets: string[];
  abstract: string;
};
export type CheckedColumns = { years: Buffer; categories: Buffer; venues: Buffer; flags: Buffer };
export type CheckedPack = {
  papers: number;
  categories: string[];
  archives: string[];
  venues: string[];
  terms: number;
  records: CheckedRecord[];
  /** By number of the paper. */
  columns: CheckedColumns;
  ids: Map<number, number>;
  directory: Buffer[];
  lists: Buffer;
  endings: Buffer[];
  /** Null in a pack without. */
  vectors: VectorPart | null;
};

const COLUMN_PAPERS = 8192;

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
  const venues = header.texts();
  const terms = header.number();
  const dictionary = blocks('dictionary')[0] ?? Buffer.alloc(0);
  const records = blocks('papers').flatMap((block) => recordsOf(unpacked(block, dictionary), categories));
  return {
    ...{ papers, categories, archives, venues, terms, records },
    columns: columnsOf(blocks('columns').map((block) => unpacked(block, Buffer.alloc(0)))),
    ids: idsOf(blocks('ids'), papers),
    directory: blocks('terms'),
    lists: Buffer.concat(blocks('postings')),
    endings: blocks('endings'),
    vectors: vectorsOf(blocks),
  };
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
    const facts = cursor.numbers([32, 64, 128, 256, 512].filter((flag) => flags & flag).length);
    return { key, authorCount, categories, flags, facts };
  });
  const [titles = [], authors = [], named = [], abstracts = []] = [0, 1, 2, 3].map(() =>
    cursor.text().split('\n'),
  );
  return numbers.map((known, at) => {
    const [venue = '', code = '', ...datasets] = (named[at] ?? '').split('\t');
    return {
      ...known,
      ...{ venue, code, datasets },
      title: titles[at] ?? '',
      authors: (authors[at] ?? '').split('\t').filter((name) => name !== ''),
      abstract: abstracts[at] ?? '',
    };
  });
}

function columnsOf(contents: readonly Buffer[]): CheckedColumns {
  const column = (which: number): Buffer =>
    Buffer.concat(
      contents.map((content) =>
        content.subarray((which * content.length) / 4, ((which + 1) * content.length) / 4),
      ),
    );
  if (contents.slice(0, -1).some(({ length }) => length !== 4 * COLUMN_PAPERS))
    throw new Error('a short block of columns');
  return { years: column(0), categories: column(1), venues: column(2), flags: column(3) };
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
