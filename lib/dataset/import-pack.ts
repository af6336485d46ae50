import type { Block } from '@/lib/core/block-source';
import { blockKey, type CorpusDb, type PackRow } from '@/lib/db/corpus';
import { NO_REPEATS } from '@/lib/pack';
import { DatasetError } from './dataset-error';
import { countedRepeats, noteRepeats } from './repeats';
import { removePacks } from './remove-pack';

/** What is known of a pack before any of it was read. */
export type PackHead = Omit<PackRow, 'state' | 'nextPart' | 'repeats' | 'code' | 'tries' | 'failedAt'>;

/** A part, verified: what is stored of it. */
export type ReadPart = { blocks: readonly Block[]; head: Uint8Array; sha256: string };

export type ImportOptions = {
  db: CorpusDb;
  head: PackHead;
  /** One part, counted from 0. */
  readPart: (part: number, signal: AbortSignal) => Promise<ReadPart>;
  signal: AbortSignal;
  progress?: ((done: number) => void) | undefined;
};

/**
 * Brings a pack into the database. It may be stopped anywhere and called again: it goes on from the
 * first part that was not stored. Until the last transaction the pack is invisible, and those there
 * were answer; that transaction shows it, and removes the packaged one that it is the next of.
 */
export async function importPack(options: ImportOptions): Promise<void> {
  const { db, head, readPart, signal, progress } = options;
  let next = await begin(db, head);
  while (next < head.parts) {
    throwIfStopped(signal);
    progress?.(next);
    const part = await readPart(next, signal);
    throwIfStopped(signal);
    next = await store(db, head.id, next, part);
  }
  await activate(db, head);
}

/** The first part to store; all of them stored already when the pack is ready. */
async function begin(db: CorpusDb, head: PackHead): Promise<number> {
  return db.transaction('rw', db.packs, db.parts, db.blocks, async () => {
    const row = await db.packs.get(head.id);
    // Also what only notes that a manifest could not be read: it now could. What the reader began to add stays.
    const isBegun = ({ state, origin }: PackRow) => state === 'importing' && origin === 'packaged';
    if (head.origin === 'packaged') await removePacks(db, (other) => isBegun(other) && other.id !== head.id);
    if (row?.state === 'ready') return head.parts;
    const next = row?.nextPart ?? 0;
    await db.packs.put({
      ...head,
      origin: row?.origin ?? head.origin,
      state: 'importing',
      nextPart: next,
      repeats: NO_REPEATS,
      code: null,
      tries: row?.tries ?? 0,
      failedAt: row?.failedAt ?? null,
    });
    return next;
  });
}

/** The blocks of a part and the number that says they are stored commit together, or neither does. */
async function store(db: CorpusDb, pack: string, part: number, read: ReadPart): Promise<number> {
  return db.transaction('rw', db.packs, db.parts, db.blocks, async () => {
    const row = await db.packs.get(pack);
    if (!row) throw new DatasetError('stopped', `${pack} was replaced`);
    if (row.nextPart !== part) return row.nextPart;
    await db.blocks.bulkPut(
      // A view would be stored with the whole of the part behind it.
      read.blocks.map(({ bytes }) => bytes.slice()),
      read.blocks.map(({ kind, index }) => blockKey(pack, kind, index)),
    );
    await db.parts.put({ pack, part, sha256: read.sha256, head: read.head.slice() });
    await db.packs.update(pack, { nextPart: part + 1 });
    return part + 1;
  });
}

async function activate(db: CorpusDb, { id, parts, origin }: PackHead): Promise<void> {
  const isReplaced = (other: PackRow) =>
    origin === 'packaged' && other.origin === 'packaged' && other.id !== id;
  const rows = (await db.packs.toArray()).filter((row) => !isReplaced(row));
  const own = rows.find((row) => row.id === id);
  // There already, and nothing to take the place of: the common case, at every start.
  if (own?.state === 'ready' && own.origin === origin && rows.length === (await db.packs.count())) return;
  // Without it nothing of the pack could be read, and what answers now would be gone.
  if (!(await db.blocks.get(blockKey(id, 'header', 0)))) throw new DatasetError('unreadable', 'no header');
  const repeats = await countedRepeats(
    db,
    rows.filter((row) => row.state === 'ready' || row.id === id),
  );
  await db.transaction('rw', db.packs, db.parts, db.blocks, async () => {
    const row = await db.packs.get(id);
    if (row?.nextPart !== parts) throw new DatasetError('stopped', `${id} was replaced`);
    await removePacks(db, isReplaced);
    await db.packs.update(id, {
      state: 'ready',
      origin: origin === 'packaged' ? origin : row.origin,
      code: null,
      tries: 0,
      failedAt: null,
    });
    await noteRepeats(db, repeats);
  });
}

function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new DatasetError('stopped', signal.reason);
}
