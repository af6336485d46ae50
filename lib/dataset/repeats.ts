import type { BlockSource } from '@/lib/core/block-source';
import type { CountedPapers } from '@/lib/core/corpus-status';
import { blockKey, newestFirst, type CorpusDb, type PackRow } from '@/lib/db/corpus';
import { countRepeats, isReadable, NO_REPEATS, PackError } from '@/lib/pack';

/**
 * What each of these packs, all stored, has that a newer one of them has too; by id. Of those that another version
 * wrote, and of all where one is damaged, nothing is counted: it is no fault of the pack that comes in or goes.
 */
export async function countedRepeats(
  db: CorpusDb,
  rows: readonly PackRow[],
): Promise<ReadonlyMap<string, CountedPapers>> {
  const ordered = rows.filter(isReadable).sort(newestFirst);
  const counts = await countRepeats(ordered.map(({ id }) => sourceOf(db, id))).catch(noneIfDamaged);
  return new Map(ordered.map(({ id }, at) => [id, counts[at] ?? NO_REPEATS]));
}

function noneIfDamaged(error: unknown): CountedPapers[] {
  if (error instanceof PackError) return [];
  throw error;
}

/** Call inside a transaction that has `packs`. */
export async function noteRepeats(db: CorpusDb, repeats: ReadonlyMap<string, CountedPapers>): Promise<void> {
  for (const [id, counts] of repeats) await db.packs.update(id, { repeats: counts });
}

function sourceOf(db: CorpusDb, pack: string): BlockSource {
  const readMany = async (kind: string, indexes: readonly number[]) => {
    const found = await db.readBlocks(indexes.map((index) => blockKey(pack, kind, index)));
    return found.map((bytes) => bytes ?? missing(kind));
  };
  return {
    readMany,
    read: async (kind, index) => (await readMany(kind, [index]))[0] ?? missing(kind),
  };
}

function missing(kind: string): never {
  throw new PackError('missing-block', kind);
}
