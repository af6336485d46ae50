import type { Verified } from '@/lib/core/corpus-status';
import type { CorpusDb } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import { countedRepeats, noteRepeats } from './repeats';
import { isAsShipped } from '@/lib/pack';

export type VerifyOptions = {
  db: CorpusDb;
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
};

/**
 * Puts the parts of a pack together again from the stored blocks and compares their hashes with those they
 * were shipped with. A damaged pack answers no longer: it is to be brought in again from its first
 * damaged part on. Rejects with StorageError.
 */
export async function verifyPack({ db, signal, progress }: VerifyOptions, id: string): Promise<Verified> {
  return inStorage(db, async () => {
    const parts = (await db.packs.get(id))?.parts ?? 0;
    for (let part = 0; part < parts; part += 1) {
      // Another window may take it away meanwhile: then there is nothing to say of it.
      if (signal.aborted || !(await isReady(db, id))) return { state: 'stopped', parts: part };
      progress(part, parts);
      const row = await db.parts.get([id, part]);
      if (!row || !(await isAsShipped(row, (blocks) => db.readBlocksOf(id, blocks)))) {
        if (await markDamaged(db, id, part)) return { state: 'damaged', part: part + 1 };
        return { state: 'stopped', parts: part };
      }
    }
    return { state: 'whole', parts };
  });
}

async function isReady(db: CorpusDb, id: string): Promise<boolean> {
  return (await db.packs.get(id))?.state === 'ready';
}

/** False when it is gone. What the others alone have is counted anew, for it answers no longer. */
async function markDamaged(db: CorpusDb, id: string, part: number): Promise<boolean> {
  const left = await db.packs.filter((row) => row.state === 'ready' && row.id !== id).toArray();
  const repeats = await countedRepeats(db, left);
  return db.transaction('rw', db.packs, async () => {
    if (!(await isReady(db, id))) return false;
    await db.packs.update(id, { state: 'importing', nextPart: part, code: 'bad-hash' });
    await noteRepeats(db, repeats);
    return true;
  });
}
