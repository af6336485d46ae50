import type { CorpusDb, PackRow } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import { NO_REPEATS } from '@/lib/pack';
import { withDatasetLock, type DatasetLocks } from './lock';
import { countedRepeats, noteRepeats } from './repeats';

/**
 * Takes a pack away with all its blocks. Of the packaged one a note stays that it is not to come back by
 * itself. The others answer as before; what the reader made is not touched.
 */
export async function removePack(db: CorpusDb, locks: DatasetLocks, id: string): Promise<void> {
  await withDatasetLock(locks, () => inStorage(db, () => remove(db, id)));
}

async function remove(db: CorpusDb, id: string): Promise<void> {
  const left = await db.packs.filter((row) => row.state === 'ready' && row.id !== id).toArray();
  const repeats = await countedRepeats(db, left);
  await db.transaction('rw', db.packs, db.parts, db.blocks, async () => {
    const row = await db.packs.get(id);
    if (!row) return;
    await removePacks(db, (other) => other.id === id);
    if (row.origin === 'packaged') await db.packs.put(removed(row));
    await noteRepeats(db, repeats);
  });
}

function removed(row: PackRow): PackRow {
  return {
    ...row,
    state: 'removed',
    nextPart: 0,
    repeats: NO_REPEATS,
    code: null,
    tries: 0,
    failedAt: null,
  };
}

/** Call inside a transaction that has packs, parts and blocks. */
export async function removePacks(db: CorpusDb, isStale: (pack: PackRow) => boolean): Promise<void> {
  for (const { id } of await db.packs.filter(isStale).toArray()) {
    await db.deleteContent(id);
    await db.packs.delete(id);
  }
}
