import type { BlockSource } from '@/lib/core/block-source';
import type { PaperId } from '@/lib/core/paper-id';
import { BlockCache } from './block-cache';
import { type Columns, COLUMN_PAPERS, decodeColumns } from './columns';
import { DirectoryReader } from './directory-reader';
import type { Ending } from './endings';
import { decodeHeader, type SegmentHeader } from './header';
import { idKey } from './id-key';
import { findId } from './id-table';
import { unpackBytes } from './packed';
import { readPostings } from './list-reader';
import type { Postings } from './postings';
import { CHUNK } from './postings';
import { lastAtMost } from './last-at-most';
import { RecordReader } from './record-reader';
import type { PaperRecord } from './records';
import { PackError } from './pack-error';
import type { CountedTerm } from './term-block';
import type { ListRef, TermEntry } from './terms';

const NOTHING = new Uint8Array(0);
/** Of lists that were read, as many postings stay: 8 MB, however many papers there are. */
const KEPT_POSTINGS = 2_000_000;

/** An opened segment. Its header is held; everything else is read by the block, the last ones kept. */
export class Segment {
  private readonly raw = new BlockCache<Uint8Array>(256);
  private readonly directory: DirectoryReader;
  private readonly recordReader: RecordReader;
  private readonly columnBlocks = new BlockCache<Columns>(64);
  private readonly lists = new BlockCache<Postings>(96, { total: KEPT_POSTINGS, of: ({ length }) => length });
  private ranks: Uint8Array | null = null;

  constructor(
    private readonly source: BlockSource,
    readonly header: SegmentHeader,
  ) {
    this.directory = new DirectoryReader(this);
    this.recordReader = new RecordReader(this);
  }

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
    // Held here too: more may be asked for at once than are kept.
    const own = new Map<number, Promise<Uint8Array>>();
    if (missing.length > 1) {
      const read = this.source.readMany(kind, missing);
      for (const [at, index] of missing.entries()) {
        const bytes = read.then((found) => found[at] ?? Promise.reject(new PackError('missing-block')));
        own.set(index, this.raw.set(`${kind} ${index}`, bytes));
      }
    }
    return Promise.all(indexes.map((index) => own.get(index) ?? this.block(kind, index)));
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
  terms(wanted: Iterable<string>): Promise<Map<string, TermEntry>> {
    return this.directory.terms(wanted);
  }

  /**
   * Terms that begin with `prefix`: all, or where they fill more than `most` blocks those of the longest lists. Of terms
   * that fewer papers than `least` have in each list, not all are told.
   */
  termsWithPrefix(prefix: string, most: number, least = 1): Promise<CountedTerm[]> {
    return this.directory.withPrefix(prefix, most, least);
  }

  /** Terms that end as a word does, given backwards, in its last `letters` or more: as few as `most` blocks hold. */
  termsWithEnding(backwards: string, letters: number, most: number): Promise<Ending[]> {
    return this.directory.withEnding(backwards, letters, most);
  }

  /** The postings of a list; with `pieces`, only as many from its head. */
  async postings(ref: ListRef, pieces = Infinity): Promise<Postings> {
    if (ref.inline) return ref.inline;
    const key = `${ref.offset} ${pieces * CHUNK < ref.count ? pieces : ''}`;
    return this.lists.get(key) ?? this.lists.set(key, readPostings(this, ref, pieces));
  }

  /** Records of papers, in the order asked for. */
  records(numbers: readonly number[]): Promise<PaperRecord[]> {
    return this.recordReader.records(numbers);
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
}

/**
 * Opens a segment by its header. Throws PackError: `wrong-format` and `wrong-analyser` for one that this
 * reader must not read, others for one that is damaged.
 */
export async function openSegment(source: BlockSource): Promise<Segment> {
  return new Segment(source, decodeHeader(await source.read('header', 0)));
}
