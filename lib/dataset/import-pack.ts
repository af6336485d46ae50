import type { Block } from '@/lib/core/block-source';
import { blockKey, type CorpusDb, type PackRow } from '@/lib/db/corpus';
import { DatasetError } from './dataset-error';

/** What is known of a pack before any of it was read. */
export type PackHead = Pick<PackRow, 'id' | 'parts' | 'format' | 'analyser' | 'papers' | 'date' | 'coverage'>;

export type ImportOptions = {
  db: CorpusDb;
  head: PackHead;
  /** The blocks of one part, counted from 0, verified. */
  readPart: (part: number, signal: AbortSignal) => Promise<readonly Block[]>;
  signal: AbortSignal;
};

/**
 * Brings a pack into the database. It may be stopped anywhere and called again: it goes on from the
 * first part that was not stored. Until the last transaction the pack is invisible, and the one
 * before it answers; that transaction shows the one and removes the other.
 */
export async function importPack({ db, head, readPart, signal }: ImportOptions): Promise<void> {
  let next = await begin(db, head);
  while (next < head.parts) {
    throwIfStopped(signal);
    const blocks = await readPart(next, signal);
    throwIfStopped(signal);
    next = await store(db, head.id, next, blocks);
  }
  await activate(db, head);
}

/** The first part to store; all of them stored already when the pack is ready. */
async function begin(db: CorpusDb, head: PackHead): Promise<number> {
  return db.transaction('rw', db.packs, db.blocks, async () => {
    const row = await db.packs.get(head.id);
    // Also what only notes that a manifest could not be read: it now could.
    await removePacks(db, (other) => other.state === 'importing' && other.id !== head.id);
    if (row?.state === 'ready') return head.parts;
    const next = row?.nextPart ?? 0;
    await db.packs.put({
      ...head,
      state: 'importing',
      nextPart: next,
      code: null,
      tries: row?.tries ?? 0,
      failedAt: row?.failedAt ?? null,
    });
    return next;
  });
}

/** The blocks of a part and the number that says they are stored commit together, or neither does. */
async function store(db: CorpusDb, pack: string, part: number, blocks: readonly Block[]): Promise<number> {
  return db.transaction('rw', db.packs, db.blocks, async () => {
    const row = await db.packs.get(pack);
    if (!row) throw new DatasetError('stopped', `${pack} was replaced`);
    if (row.nextPart !== part) return row.nextPart;
    await db.blocks.bulkPut(
      // A view would be stored with the whole of the part behind it.
      blocks.map(({ bytes }) => bytes.slice()),
      blocks.map(({ kind, index }) => blockKey(pack, kind, index)),
    );
    await db.packs.update(pack, { nextPart: part + 1 });
    return part + 1;
  });
}

async function activate(db: CorpusDb, { id, parts }: PackHead): Promise<void> {
  await db.transaction('rw', db.packs, db.blocks, async () => {
    const row = await db.packs.get(id);
    if (row?.nextPart !== parts) throw new DatasetError('stopped', `${id} was replaced`);
    if (row.state === 'ready') return;
    await removePacks(db, (other) => other.id !== id);
    await db.packs.update(id, { state: 'ready', code: null, tries: 0, failedAt: null });
  });
}

async function removePacks(db: CorpusDb, isStale: (pack: PackRow) => boolean): Promise<void> {
  for (const { id } of await db.packs.filter(isStale).toArray()) {
    await db.deleteBlocks(id);
    await db.packs.delete(id);
  }
}

function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new DatasetError('stopped', signal.reason);
}
