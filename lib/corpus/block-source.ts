import type { BlockSource } from '@/lib/core/block-source';
import { blockKey, type BlockReading, type CorpusDb } from '@/lib/db/corpus';
import { PackError } from '@/lib/search';

type Waiting = {
  key: string;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: unknown) => void;
};

/**
 * The blocks of one pack in the database. What is asked for in one breath is read in one
 * transaction: opening one costs more than reading a block. Reading begins at the first that is asked
 * for, so that whoever asks may go on working meanwhile.
 */
export function blockSourceOf(db: CorpusDb, pack: string): BlockSource {
  let reading: { blocks: BlockReading; waiting: Waiting[] } | undefined;

  const begin = (): NonNullable<typeof reading> => {
    const begun = { blocks: db.beginReading(), waiting: [] };
    queueMicrotask(() => {
      reading = undefined;
      void settle(begun);
    });
    return begun;
  };
  const read = (kind: string, index: number): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      reading ??= begin();
      const key = blockKey(pack, kind, index);
      reading.blocks.ask(key);
      reading.waiting.push({ key, resolve, reject });
    });
  return { read, readMany: (kind, indexes) => Promise.all(indexes.map((index) => read(kind, index))) };
}

async function settle({ blocks, waiting }: { blocks: BlockReading; waiting: Waiting[] }): Promise<void> {
  try {
    const found = await blocks.answers();
    waiting.forEach(({ key, resolve, reject }, at) => {
      const bytes = found[at];
      if (bytes) resolve(bytes);
      else reject(new PackError('missing-block', key));
    });
  } catch (error) {
    for (const { reject } of waiting) reject(error);
  }
}
