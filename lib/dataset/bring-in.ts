import type { DatasetErrorCode } from '@/lib/core/corpus-status';
import type { CorpusDb, PackRow } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import type { Estimate } from '@/lib/db/storage-error';
import { NO_REPEATS, PackError } from '@/lib/pack';
import { DatasetError, datasetErrorOf } from './dataset-error';
import { importPack, type ImportOptions, type PackHead } from './import-pack';
import { type DatasetLocks, ifDatasetFree } from './lock';
import { headOf, manifestOf, type PackSource, partOf } from './pack-source';

const RETRY_MINUTES = [1, 2, 5, 15, 60];

export type BringInOptions = {
  db: CorpusDb;
  source: PackSource;
  /** navigator.locks: one context at a time brings a dataset in, whichever comes first. */
  locks: DatasetLocks;
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  now: () => number;
  estimate?: Estimate;
  /** True when the reader asked for it: then one that they took away comes back. */
  putBack?: boolean;
};

export type Outcome =
  | { state: 'ready' }
  | { state: 'busy' }
  | { state: 'removed' }
  | { state: 'failed'; code: DatasetErrorCode; retryMinutes: number };

/**
 * Brings the packaged dataset into the database unless it is there already, or the reader took it away,
 * going on where it was left. Never rejects: what went wrong is noted in the database, where that is
 * possible, for every context to show, and answered with the minutes to wait before the next try.
 */
export async function bringIn(options: BringInOptions): Promise<Outcome> {
  return ifDatasetFree(options.locks, async (isFree): Promise<Outcome> => {
    if (!isFree) return { state: 'busy' };
    const { db, source, signal, estimate } = options;
    let head: PackHead | undefined;
    try {
      if (await isRemoved(options)) return { state: 'removed' };
      const manifest = await manifestOf(source, signal);
      head = headOf(manifest, 'packaged');
      const readPart = (index: number) => partOf(source, manifest, index, signal);
      await inStorage(db, importing({ db, head, readPart, signal }), { estimate, isOwn });
      return { state: 'ready' };
    } catch (error) {
      const { code } = datasetErrorOf(error);
      const tries = await noteFailure(options, head, code);
      return {
        state: 'failed',
        code,
        retryMinutes: RETRY_MINUTES[Math.min(tries, RETRY_MINUTES.length) - 1] ?? 1,
      };
    }
  });
}

const importing = (options: ImportOptions) => () => importPack(options);

/** Errors that say themselves what is wrong. */
export const isOwn = (error: unknown): boolean => error instanceof DatasetError || error instanceof PackError;

async function isRemoved({ db, estimate, putBack = false }: BringInOptions): Promise<boolean> {
  return inStorage(
    db,
    async () => {
      const removed = db.packs.where('state').equals('removed');
      if (!putBack) return (await removed.count()) > 0;
      await removed.delete();
      return false;
    },
    { estimate },
  );
}

// A pack of which not even the manifest could be read needs a row too, to show that it failed.
const UNREAD: PackHead = {
  id: 'unread',
  origin: 'packaged',
  parts: 0,
  bytes: 0,
  format: 0,
  analyser: 0,
  papers: 0,
  date: null,
  source: '',
  coverage: { archives: {}, years: {}, facts: {} },
};

/** How often in a row it failed by now. */
async function noteFailure(
  { db, now }: BringInOptions,
  head: PackHead | undefined,
  code: DatasetErrorCode,
): Promise<number> {
  try {
    return await db.transaction('rw', db.packs, async () => {
      const { id } = head ?? UNREAD;
      const row: PackRow = (await db.packs.get(id)) ?? {
        ...(head ?? UNREAD),
        state: 'importing',
        nextPart: 0,
        repeats: NO_REPEATS,
        code: null,
        tries: 0,
        failedAt: null,
      };
      if (row.state === 'ready') return 1;
      await db.packs.put({ ...row, code, tries: row.tries + 1, failedAt: now() });
      return row.tries + 1;
    });
  } catch {
    return 1; // A database that is full or refused cannot keep this either; the answer still tells.
  }
}
