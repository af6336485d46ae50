import type { CapturedRow, CorpusDb, LayerName } from '@/lib/db/corpus';
import { layerAge, replaceLayer, type Layer } from './layers';

/** Papers of a segment that is written no more: a fold writes at most so many anew, however many are kept. */
const FULL = 2_000;
/** With more segments than these the oldest is let go: each costs every question a little. */
const MOST_SEGMENTS = 10;

/**
 * Moves the recent papers into the newest older segment, and into further ones where that is full. The recent one
 * stays until all are moved: one that is in both is one paper.
 */
export async function fold(
  db: CorpusDb,
  recent: readonly CapturedRow[],
  write: (rows: readonly CapturedRow[]) => Promise<Layer>,
): Promise<void> {
  const newest = Math.max(1, ...(await olderLayers(db)).map(layerAge));
  const own = await db.captured.where('layer').equals(nameOf(newest)).toArray();
  const rows = [...own, ...[...recent].sort((a, b) => a.at - b.at)];
  for (let from = 0; from < rows.length; from += FULL) {
    if (from + FULL <= own.length) continue; // As it was written.
    const some = rows.slice(from, from + FULL);
    const name = nameOf(newest + from / FULL);
    const layer = await write(some);
    await db.transaction('rw', db.layers, db.blocks, db.captured, async () => {
      await replaceLayer(db, name, layer);
      await db.captured.bulkUpdate(some.map(({ id }) => ({ key: id, changes: { layer: name } })));
    });
  }
  await db.transaction('rw', db.layers, db.blocks, db.captured, async () => {
    await replaceLayer(db, 'recent', null);
    await letOldestGo(db);
  });
}

async function olderLayers(db: CorpusDb): Promise<LayerName[]> {
  const names = (await db.layers.toArray()).map(({ name }) => name).filter((name) => name !== 'recent');
  return names.sort((a, b) => layerAge(b) - layerAge(a));
}

async function letOldestGo(db: CorpusDb): Promise<void> {
  for (const name of (await olderLayers(db)).slice(MOST_SEGMENTS)) {
    await replaceLayer(db, name, null);
    await db.captured.where('layer').equals(name).delete();
  }
}

const nameOf = (number: number): LayerName => (number === 1 ? 'older' : `older-${number}`);
