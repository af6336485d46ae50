import type { Block } from '@/lib/core/block-source';
import { monthOfId } from '@/lib/core/paper-id';
import { compareTerms } from './terms';
import { DirectoryWriter, endingBlocksOf, POSTING_BLOCK } from './directory-writer';
import { COLUMN_PAPERS, encodeColumns, HAS_CODE, OTHER_VENUE, yearByte } from './columns';
import { encodeHeader, type SegmentHeader } from './header';
import { encodeIds, IDS } from './id-table';
import { idKey } from './id-key';
import { type Deflate, packBytes } from './packed';
import { occurrencesOf } from './paper-terms';
import { PostingLog } from './posting-log';
import { clipped, encodeRecords, RECORDS } from './records';
import type { SegmentPaper } from './segment-paper';
import { Texts } from './texts';

export type SegmentWriterOptions = {
  /** Text that papers have in common, for packing records; at most 32 kB, empty for none. */
  dictionary: Uint8Array;
  /** Null keeps records unpacked, as for a handful of captured papers. */
  deflate: Deflate | null;
};

/**
 * Builds a segment. Add papers best first: by rank downwards, ties by id. `add` returns the blocks
 * that are complete, `finish` the others; nothing but numbers and terms is kept of a paper that was added.
 */
export class SegmentWriter {
  private readonly log = new PostingLog();
  private readonly categories: string[] = [];
  private readonly archives: string[] = [];
  private readonly ranks = new Array<number>(256).fill(0);
  private readonly ids: { id: SegmentPaper['id']; number: number }[] = [];
  private readonly columns: { year: number; category: string; venue: string; code: boolean }[] = [];
  private waiting: SegmentPaper[] = [];
  private recordBlocks = 0;
  private lastRank = 255;

  constructor(private readonly options: SegmentWriterOptions) {}

  /** Distinct terms so far. */
  get termCount(): number {
    return this.log.termCount;
  }

  add(paper: SegmentPaper): Block[] {
    if (paper.rank > this.lastRank) throw new RangeError(`${paper.id} comes after a paper of lower rank`);
    this.lastRank = paper.rank;
    this.ranks[255 - paper.rank] = (this.ranks[255 - paper.rank] ?? 0) + 1;
    const number = this.ids.length;
    this.ids.push({ id: paper.id, number });
    for (const { term, list } of occurrencesOf(paper)) this.log.add(term, list, number);
    remember(this.categories, paper.categories);
    const slash = paper.id.indexOf('/');
    if (slash > 0) remember(this.archives, [paper.id.slice(0, slash)]);
    const { venue, code } = paper.facts;
    const [category = ''] = paper.categories;
    this.columns.push({
      year: monthOfId(paper.id).year,
      category,
      venue: clipped(venue?.name ?? ''),
      code: code !== null,
    });
    this.waiting.push(paper);
    return this.waiting.length === RECORDS ? [this.records()] : [];
  }

  *finish(): Generator<Block> {
    if (this.waiting.length > 0) yield this.records();
    yield { kind: 'dictionary', index: 0, bytes: this.options.dictionary };
    const venues = this.frequentVenues();
    yield* this.columnBlocks(venues);
    const idBlocks: number[] = [];
    yield* this.idBlocks(idBlocks);
    const directory = new DirectoryWriter();
    for (const [term, lists] of this.log.inOrder(compareTerms)) yield* directory.add(term, lists);
    yield* directory.finish();
    const endingBlocks: string[] = [];
    yield* endingBlocksOf(directory.endings, endingBlocks);
    const header: SegmentHeader = {
      papers: this.ids.length,
      ranks: this.ranks,
      categories: this.categories,
      archives: this.archives,
      venues,
      terms: this.log.termCount,
      postingBytes: directory.postingBytes,
      postingBlock: POSTING_BLOCK,
      termBlocks: {
        firsts: Texts.of(directory.blocks.map(({ first }) => first)),
        most: Uint8Array.from(directory.blocks, ({ most }) => most),
      },
      endingBlocks: Texts.of(endingBlocks),
      idBlocks,
    };
    yield { kind: 'header', index: 0, bytes: encodeHeader(header) };
  }

  private records(): Block {
    const { dictionary, deflate } = this.options;
    const bytes = packBytes(
      encodeRecords(this.waiting, { categories: this.categories, archives: this.archives }),
      dictionary,
      deflate,
    );
    this.waiting = [];
    return { kind: 'papers', index: this.recordBlocks++, bytes };
  }

  private frequentVenues(): string[] {
    const counts = new Map<string, number>();
    for (const { venue } of this.columns) if (venue !== '') counts.set(venue, (counts.get(venue) ?? 0) + 1);
    const byCount = [...counts].sort(([a, n], [b, m]) => m - n || compareTerms(a, b));
    return byCount.slice(0, OTHER_VENUE - 1).map(([name]) => name);
  }

  private *columnBlocks(venues: readonly string[]): Generator<Block> {
    const venueNumbers = new Map(venues.map((name, at) => [name, at + 1]));
    const categoryNumbers = new Map(this.categories.map((name, at) => [name, Math.min(255, at + 1)]));
    for (let at = 0; at < this.columns.length; at += COLUMN_PAPERS) {
      const rows = this.columns.slice(at, at + COLUMN_PAPERS);
      const content = encodeColumns({
        years: Uint8Array.from(rows, (row) => yearByte(row.year)),
        categories: Uint8Array.from(rows, (row) => categoryNumbers.get(row.category) ?? 0),
        venues: Uint8Array.from(rows, (row) =>
          row.venue === '' ? 0 : (venueNumbers.get(row.venue) ?? OTHER_VENUE),
        ),
        flags: Uint8Array.from(rows, (row) => (row.code ? HAS_CODE : 0)),
      });
      const bytes = packBytes(content, new Uint8Array(0), this.options.deflate);
      yield { kind: 'columns', index: at / COLUMN_PAPERS, bytes };
    }
  }

  private *idBlocks(firsts: number[]): Generator<Block> {
    const entries = this.ids.map(({ id, number }) => ({ key: idKey(id, this.archives) ?? 0, number }));
    entries.sort((a, b) => a.key - b.key);
    for (let at = 0; at < entries.length; at += IDS) {
      const rows = entries.slice(at, at + IDS);
      firsts.push(rows[0]?.key ?? 0);
      yield { kind: 'ids', index: at / IDS, bytes: encodeIds(rows, entries.length) };
    }
  }
}

function remember(table: string[], names: readonly string[]): void {
  for (const name of names) if (!table.includes(name)) table.push(name);
}

/** The whole segment of a few papers, best first: what is captured, and tests. */
export function buildSegment(
  papers: Iterable<SegmentPaper>,
  options: SegmentWriterOptions = { dictionary: new Uint8Array(0), deflate: null },
): Block[] {
  const writer = new SegmentWriter(options);
  const blocks: Block[] = [];
  for (const paper of papers) blocks.push(...writer.add(paper));
  blocks.push(...writer.finish());
  return blocks;
}
