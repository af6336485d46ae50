import { BlockCache } from './block-cache';
import { unpackBytes } from './packed';
import { type PaperRecord, RecordBlock, RECORDS, type RecordTables } from './records';

/** What is needed of a segment to read its records. */
type Blocks = {
  header: RecordTables;
  blocks(kind: string, indexes: readonly number[]): Promise<Uint8Array[]>;
};

const NOTHING = new Uint8Array(0);

/** Records by number of the paper; the blocks read last are kept unpacked. */
export class RecordReader {
  private readonly kept = new BlockCache<RecordBlock>(128);

  constructor(private readonly segment: Blocks) {}

  /** In the order asked for. */
  async records(numbers: readonly number[]): Promise<PaperRecord[]> {
    const indexes = [...new Set(numbers.map((number) => Math.floor(number / RECORDS)))];
    const blocks = await this.blocks(indexes);
    return numbers.flatMap((number) => {
      const block = blocks.get(Math.floor(number / RECORDS));
      return block ? [block.record(number % RECORDS)] : [];
    });
  }

  /** Held while they are asked about, for there may be more of them than are kept. */
  private async blocks(indexes: readonly number[]): Promise<Map<number, RecordBlock>> {
    const [dictionary = NOTHING] = await this.segment.blocks('dictionary', [0]);
    const known = new Map<number, Promise<RecordBlock>>();
    for (const index of indexes) {
      const block = this.kept.get(`${index}`);
      if (block) known.set(index, block);
    }
    const missing = indexes.filter((index) => !known.has(index));
    const packed = await this.segment.blocks('papers', missing);
    for (const [at, index] of missing.entries()) {
      const block = Promise.resolve(packed[at] ?? NOTHING).then(
        (bytes) => new RecordBlock(unpackBytes(bytes, dictionary), this.segment.header),
      );
      known.set(index, this.kept.set(`${index}`, block));
    }
    const blocks = await Promise.all(indexes.flatMap((index) => known.get(index) ?? []));
    return new Map(blocks.map((block, at) => [indexes[at] ?? 0, block]));
  }
}
