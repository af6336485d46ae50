import type { BlockSource } from '@/lib/core/block-source';
import { blockKey, type CorpusDb } from '@/lib/db/corpus';
import { PackError } from '@/lib/search';

type Waiting = {
  key: string;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: unknown) => void;
};

/**
 * The blocks of one pack in the database. What is asked for in one breath is read in one
 * transaction: opening one costs more than reading a block.
 */
export function blockSourceOf(db: CorpusDb, pack: string): BlockSource {
  let waiting: Waiting[] = [];

  const flush = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    try {
      const found = await db.readBlocks(asked.map(({ key }) => key));
      asked.forEach(({ key, resolve, reject }, at) => {
        const bytes = found[at];
        if (bytes) resolve(bytes);
        else reject(new PackError('missing-block', key));
      });
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  const read = (kind: string, index: number): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(() => void flush());
      waiting.push({ key: blockKey(pack, kind, index), resolve, reject });
    });
  return { read, readMany: (kind, indexes) => Promise.all(indexes.map((index) => read(kind, index))) };
}
