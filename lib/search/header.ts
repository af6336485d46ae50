import { ANALYSER } from './analyse';
import { ByteReader, ByteWriter } from './bytes';
import { PackError } from './pack-error';
import { Texts } from './texts';

/** The number of the segment format. Readers refuse any other. */
export const FORMAT = 2;

const MAGIC = 0x474c5353;
/** Room is taken for each paper before any is read: what no arXiv has is no header. */
const MOST_PAPERS = 2 ** 24;
const LARGEST_BLOCK = 2 ** 22;

/** What must be known to read anything else of a segment. */
export type SegmentHeader = {
  papers: number;
  /** How many papers have each static rank, from 255 down; they are numbered in this order. */
  ranks: readonly number[];
  categories: readonly string[];
  archives: readonly string[];
  /** Venues that have a number in the columns, from 1; the most frequent ones. */
  venues: readonly string[];
  terms: number;
  /** Bytes of all lists, and of each block they are cut into. */
  postingBytes: number;
  postingBlock: number;
  /** Of each block of the directory: its first term, and log2 of the longest list in it. */
  termBlocks: { firsts: Texts; most: Uint8Array };
  /** First term, spelled backwards, of each block of endings. */
  endingBlocks: Texts;
  /** First key of each block of ids. */
  idBlocks: readonly number[];
};

export function encodeHeader(header: SegmentHeader): Uint8Array {
  const out = new ByteWriter();
  for (const shift of [24, 16, 8, 0]) out.byte((MAGIC >>> shift) & 255);
  out.varint(FORMAT);
  out.varint(ANALYSER);
  out.varint(header.papers);
  for (const count of header.ranks) out.varint(count);
  for (const table of [header.categories, header.archives, header.venues]) texts(out, table);
  out.varint(header.terms);
  out.varint(header.postingBytes);
  out.varint(header.postingBlock);
  const { firsts, most } = header.termBlocks;
  lazyTexts(out, firsts);
  out.raw(most);
  lazyTexts(out, header.endingBlocks);
  out.varint(header.idBlocks.length);
  for (const [at, key] of header.idBlocks.entries()) out.varint(key - (header.idBlocks[at - 1] ?? 0));
  return out.done();
}

/** Refuses another format with `wrong-format`, another analyser with `wrong-analyser`. */
export function decodeHeader(bytes: Uint8Array): SegmentHeader {
  const reader = new ByteReader(bytes);
  const magic = [0, 0, 0, 0].reduce((value) => value * 256 + reader.byte(), 0);
  if (magic !== MAGIC || reader.varint() !== FORMAT) throw new PackError('wrong-format');
  if (reader.varint() !== ANALYSER) throw new PackError('wrong-analyser');
  const papers = reader.varint();
  const ranks = Array.from({ length: 256 }, () => reader.varint());
  if (ranks.reduce((sum, count) => sum + count, 0) !== papers) throw new PackError('corrupt');
  const [categories, archives, venues] = [readTexts(reader), readTexts(reader), readTexts(reader)];
  const terms = reader.varint();
  const postingBytes = reader.varint();
  const postingBlock = reader.varint();
  const firsts = Texts.read(reader);
  const termBlocks = { firsts, most: reader.raw(firsts.length) };
  const endingBlocks = Texts.read(reader);
  let key = 0;
  const idBlocks: number[] = [];
  for (let left = reader.varint(); left > 0; left -= 1) idBlocks.push((key += reader.varint()));
  if (!reader.ended || papers > MOST_PAPERS || postingBlock < 256 || postingBlock > LARGEST_BLOCK)
    throw new PackError('corrupt');
  return {
    papers,
    ranks,
    categories,
    archives,
    venues,
    terms,
    postingBytes,
    postingBlock,
    termBlocks,
    endingBlocks,
    idBlocks,
  };
}

function texts(out: ByteWriter, values: readonly string[]): void {
  out.varint(values.length);
  for (const value of values) out.text(value);
}

function lazyTexts(out: ByteWriter, values: Texts): void {
  out.varint(values.length);
  for (let at = 0; at < values.length; at += 1) out.text(values.at(at));
}

function readTexts(reader: ByteReader): string[] {
  const values: string[] = [];
  for (let left = reader.varint(); left > 0; left -= 1) values.push(reader.text());
  return values;
}
