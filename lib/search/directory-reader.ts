import { BlockCache } from './block-cache';
import { type Ending, readEndings } from './endings';
import type { SegmentHeader } from './header';
import { lastAtMost } from './last-at-most';
import { type CountedTerm, TermBlock } from './term-block';
import { compareTerms, type TermEntry } from './terms';

/** What is needed of a segment to read its directory of terms. */
type Blocks = {
  papers: number;
  header: SegmentHeader;
  blocks(kind: string, indexes: readonly number[]): Promise<Uint8Array[]>;
};

const NOTHING = new Uint8Array(0);

/** Terms of a segment, whole, by their beginning and by their ending; the blocks read last are kept. */
export class DirectoryReader {
  private readonly kept = new BlockCache<TermBlock>(160);

  constructor(private readonly segment: Blocks) {}

  /** Entries of the terms that the segment has, by term. */
  async terms(wanted: Iterable<string>): Promise<Map<string, TermEntry>> {
    const found = new Map<string, TermEntry>();
    const byBlock = new Map<number, string[]>();
    for (const term of new Set(wanted)) {
      const block = this.blockOf(term);
      if (block >= 0) byBlock.set(block, [...(byBlock.get(block) ?? []), term]);
    }
    const indexes = [...byBlock.keys()];
    for (const [at, block] of (await this.read(indexes)).entries()) {
      for (const term of byBlock.get(indexes[at] ?? 0) ?? []) {
        const entry = block.find(term);
        if (entry) found.set(term, entry);
      }
    }
    return found;
  }

  /**
   * Terms that begin with `prefix`. Where they fill more than `most` blocks, those blocks
   * are read that hold the longest lists, so that common words are never missed. Of terms that fewer papers
   * than `least` have in each list, not all are told.
   */
  async withPrefix(prefix: string, most: number, least = 1): Promise<CountedTerm[]> {
    const from = Math.max(0, this.blockOf(prefix));
    const { firsts, most: longest } = this.segment.header.termBlocks;
    const weight = (at: number): number => longest[at] ?? 0;
    const inside: number[] = [];
    for (let at = from; at < firsts.length; at += 1) {
      const first = firsts.at(at);
      if (at > from && !first.startsWith(prefix) && compareTerms(first, prefix) > 0) break;
      if (weight(at) >= Math.floor(Math.log2(least))) inside.push(at);
    }
    const chosen =
      inside.length <= most
        ? inside
        : [...inside].sort((a, b) => weight(b) - weight(a) || a - b).slice(0, most);
    const blocks = await this.read(chosen.sort((a, b) => a - b));
    return blocks.flatMap((block) => block.withPrefix(prefix));
  }

  /**
   * Terms known to the spelling corrector that end as a word does, given backwards: in its last `letters`, or in as
   * many more as it takes to read no more than `most` blocks.
   */
  async withEnding(backwards: string, letters: number, most: number): Promise<Ending[]> {
    for (let length = letters; length <= backwards.length; length += 1) {
      const part = backwards.slice(0, length);
      const inside = this.endingBlocksOf(part, most);
      if (inside === null) continue;
      const blocks = await this.segment.blocks('endings', inside);
      return blocks.flatMap((block) => readEndings(block, part));
    }
    return [];
  }

  private endingBlocksOf(part: string, most: number): number[] | null {
    const firsts = this.segment.header.endingBlocks;
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

  private blockOf(term: string): number {
    const { firsts } = this.segment.header.termBlocks;
    return lastAtMost(firsts.length, (at) => compareTerms(firsts.at(at), term));
  }

  /** Held while they are asked about, for there may be more of them than are kept. */
  private async read(indexes: readonly number[]): Promise<TermBlock[]> {
    const known = new Map<number, Promise<TermBlock>>();
    for (const index of indexes) {
      const block = this.kept.get(`${index}`);
      if (block) known.set(index, block);
    }
    const missing = indexes.filter((index) => !known.has(index));
    const read = this.segment.blocks('terms', missing);
    for (const [at, index] of missing.entries()) {
      const block = read.then((blocks) => new TermBlock(blocks[at] ?? NOTHING, this.segment.papers));
      known.set(index, this.kept.set(`${index}`, block));
    }
    await read;
    return Promise.all(indexes.flatMap((index) => known.get(index) ?? []));
  }
}
