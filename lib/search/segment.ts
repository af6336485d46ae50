import type { BlockSource } from '@/lib/core/block-source';
import type { PaperId } from '@/lib/core/paper-id';
import { BlockCache } from './block-cache';
import { type Columns, COLUMN_PAPERS, decodeColumns } from './columns';
import { type Ending, readEndings } from './endings';
import { decodeHeader, type SegmentHeader } from './header';
import { idKey } from './id-key';
import { findId } from './id-table';
import { unpackBytes } from './packed';
import { readPostings } from './list-reader';
import type { Postings } from './postings';
import { CHUNK } from './postings';
import { type PaperRecord, RecordBlock, RECORDS } from './records';
import { PackError } from './pack-error';
import { type CountedTerm, TermBlock } from './term-block';
import { compareTerms, type ListRef, type TermEntry } from './terms';

const NOTHING = new Uint8Array(0);
/** Of lists that were read, as many postings stay: 8 MB, however many papers there are. */
const KEPT_POSTINGS = 2_000_000;

/** An opened segment. Its header is held; everything else is read by the block, the last ones kept. */
export class Segment {
  private readonly raw = new BlockCache<Uint8Array>(256);
  private readonly termBlocks = new BlockCache<TermBlock>(160);
  private readonly recordBlocks = new BlockCache<RecordBlock>(128);
  private readonly columnBlocks = new BlockCache<Columns>(64);
  private readonly lists = new BlockCache<Postings>(96, { total: KEPT_POSTINGS, of: ({ length }) => length });
  private ranks: Uint8Array | null = null;

  constructor(
    private readonly source: BlockSource,
    readonly header: SegmentHeader,
  ) {}

  get papers(): number {
    return this.header.papers;
  }

  /** The bytes of a block, for those who keep blocks of their own in a segment. */
  block(kind: string, index: number): Promise<Uint8Array> {
    const key = `${kind} ${index}`;
    return this.raw.get(key) ?? this.raw.set(key, this.source.read(kind, index));
  }

  /** Has what every record needs read with the blocks that are asked for now. */
  expectRecords(): void {
    // Who needs it asks again, and is told.
    this.block('dictionary', 0).catch(() => undefined);
  }

  /** Several blocks of a kind, those not kept read in one round trip. */
  async blocks(kind: string, indexes: readonly number[]): Promise<Uint8Array[]> {
    const missing = indexes.filter((index) => !this.raw.get(`${kind} ${index}`));
    if (missing.length > 1) {
      const read = this.source.readMany(kind, missing);
      for (const [at, index] of missing.entries()) {
        void this.raw.set(
          `${kind} ${index}`,
          read.then((found) => found[at] ?? Promise.reject(new PackError('missing-block'))),
        );
      }
    }
    return Promise.all(indexes.map((index) => this.block(kind, index)));
  }

  /** Static rank of a paper, 0 to 255. */
  rankOf(number: number): number {
    return this.allRanks()[number] ?? 0;
  }

  /** Static ranks by paper number. */
  allRanks(): Uint8Array {
    if (this.ranks) return this.ranks;
    const ranks = new Uint8Array(this.papers);
    let at = 0;
    for (const [below, count] of this.header.ranks.entries()) {
      ranks.fill(255 - below, at, at + count);
      at += count;
    }
    this.ranks = ranks;
    return ranks;
  }

  /** Entries of the terms that the segment has, by term. */
  async terms(wanted: Iterable<string>): Promise<Map<string, TermEntry>> {
    const found = new Map<string, TermEntry>();
    const byBlock = new Map<number, string[]>();
    for (const term of new Set(wanted)) {
      const block = this.termBlockOf(term);
      if (block >= 0) byBlock.set(block, [...(byBlock.get(block) ?? []), term]);
    }
    const indexes = [...byBlock.keys()];
    for (const [at, block] of (await this.readTerms(indexes)).entries()) {
      for (const term of byBlock.get(indexes[at] ?? 0) ?? []) {
        const entry = block.find(term);
        if (entry) found.set(term, entry);
      }
    }
    return found;
  }

  /**
   * Terms that begin with `prefix`. Where they fill more than `most` blocks, those blocks
   * are read that hold the longest lists, so that common words are never missed.
   */
  async termsWithPrefix(prefix: string, most: number): Promise<CountedTerm[]> {
    const from = Math.max(0, this.termBlockOf(prefix));
    const { firsts, most: longest } = this.header.termBlocks;
    const inside: number[] = [];
    for (let at = from; at < firsts.length; at += 1) {
      const first = firsts.at(at);
      if (at > from && !first.startsWith(prefix) && compareTerms(first, prefix) > 0) break;
      inside.push(at);
    }
    const weight = (at: number): number => longest[at] ?? 0;
    const chosen =
      inside.length <= most
        ? inside
        : [...inside].sort((a, b) => weight(b) - weight(a) || a - b).slice(0, most);
    const blocks = await this.readTerms(chosen.sort((a, b) => a - b));
    return blocks.flatMap((block) => block.withPrefix(prefix));
  }

  /**
   * Terms known to the spelling corrector that end as a word does, given backwards: in its last `letters`, or in as
   * many more as it takes to read no more than `most` blocks.
   */
  async termsWithEnding(backwards: string, letters: number, most: number): Promise<Ending[]> {
    for (let length = letters; length <= backwards.length; length += 1) {
      const part = backwards.slice(0, length);
      const inside = this.endingBlocksOf(part, most);
      if (inside === null) continue;
      const blocks = await this.blocks('endings', inside);
      return blocks.flatMap((block) => readEndings(block, part));
    }
    return [];
  }

  private endingBlocksOf(part: string, most: number): number[] | null {
    const firsts = this.header.endingBlocks;
    if (firsts.length === 0) return [];
    const from = Math.max(
      0,
      lastAtMost(firsts.length, (at) => compareTerms(firsts.at(at), part)),
    );
    const inside: number[] = [];
    for (let at = from; at < firsts.length; at += 1) {
      const first = firsts.at(at);
      if (at > from && !first.startsWith(part) && compareTerms(first, part) > 0) break;
      inside.push(at);
      if (inside.length > most) return null;
    }
    return inside;
  }

  /** The postings of a list; with `pieces`, only as many from its head. */
  async postings(ref: ListRef, pieces = Infinity): Promise<Postings> {
    if (ref.inline) return ref.inline;
    const key = `${ref.offset} ${pieces * CHUNK < ref.count ? pieces : ''}`;
    return this.lists.get(key) ?? this.lists.set(key, readPostings(this, ref, pieces));
  }

  /** Records of papers, in the order asked for. */
  async records(numbers: readonly number[]): Promise<PaperRecord[]> {
    const indexes = [...new Set(numbers.map((number) => Math.floor(number / RECORDS)))];
    const [dictionary = NOTHING] = await this.blocks('dictionary', [0]);
    const missing = indexes.filter((index) => !this.recordBlocks.get(`${index}`));
    const packed = await this.blocks('papers', missing);
    for (const [at, index] of missing.entries()) {
      const decoded = Promise.resolve(packed[at] ?? NOTHING).then(
        (bytes) => new RecordBlock(unpackBytes(bytes, dictionary), this.header),
      );
      void this.recordBlocks.set(`${index}`, decoded);
    }
    return Promise.all(numbers.map((number) => this.record(number)));
  }

  /** Numbers of the papers that the segment has, by id. */
  async numbersOf(ids: Iterable<PaperId>): Promise<Map<PaperId, number>> {
    const found = new Map<PaperId, number>();
    const asked: { id: PaperId; key: number; block: number }[] = [];
    for (const id of ids) {
      const key = idKey(id, this.header.archives);
      const block =
        key === undefined
          ? -1
          : lastAtMost(this.header.idBlocks.length, (at) => (this.header.idBlocks[at] ?? 0) - key);
      if (key === undefined || block < 0) continue;
      asked.push({ id, key, block });
    }
    const blocks = await this.blocks('ids', [...new Set(asked.map(({ block }) => block))]);
    const byIndex = new Map(
      [...new Set(asked.map(({ block }) => block))].map((index, at) => [index, blocks[at]]),
    );
    for (const { id, key, block } of asked) {
      const number = findId(byIndex.get(block) ?? NOTHING, key, this.papers);
      if (number !== undefined) found.set(id, number);
    }
    return found;
  }

  /** Columns of the papers numbered from `index * COLUMN_PAPERS` on. */
  columns(index: number): Promise<Columns> {
    const count = Math.min(COLUMN_PAPERS, this.papers - index * COLUMN_PAPERS);
    const read = async (): Promise<Columns> =>
      decodeColumns(unpackBytes(await this.source.read('columns', index), NOTHING), count);
    return this.columnBlocks.get(`${index}`) ?? this.columnBlocks.set(`${index}`, read());
  }

  private async record(number: number): Promise<PaperRecord> {
    const index = Math.floor(number / RECORDS);
    const block = await (this.recordBlocks.get(`${index}`) ??
      this.records([number]).then(() => this.recordBlocks.get(`${index}`)));
    if (!block) throw new PackError('corrupt', `no record of paper ${number}`);
    return block.record(number % RECORDS);
  }

  private termBlockOf(term: string): number {
    const { firsts } = this.header.termBlocks;
    return lastAtMost(firsts.length, (at) => compareTerms(firsts.at(at), term));
  }

  private async readTerms(indexes: readonly number[]): Promise<TermBlock[]> {
    const missing = indexes.filter((index) => !this.termBlocks.get(`${index}`));
    const read = this.blocks('terms', missing);
    for (const [at, index] of missing.entries()) {
      const block = read.then((blocks) => new TermBlock(blocks[at] ?? NOTHING, this.papers));
      void this.termBlocks.set(`${index}`, block);
    }
    await read;
    return Promise.all(indexes.map((index) => this.termBlocks.get(`${index}`) ?? this.readTerm(index)));
  }

  private async readTerm(index: number): Promise<TermBlock> {
    return new TermBlock(await this.block('terms', index), this.papers);
  }
}

/**
 * Opens a segment by its header. Throws PackError: `wrong-format` and `wrong-analyser` for one that this
 * reader must not read, others for one that is damaged.
 */
export async function openSegment(source: BlockSource): Promise<Segment> {
  return new Segment(source, decodeHeader(await source.read('header', 0)));
}

/** The last place whose comparison is not above zero, -1 if none; places are in ascending order. */
function lastAtMost(count: number, compare: (at: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(middle) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
