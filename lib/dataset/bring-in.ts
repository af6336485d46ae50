import type { DatasetErrorCode } from '@/lib/core/corpus-status';
import type { CorpusDb, PackRow } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import type { Estimate } from '@/lib/db/storage-error';
import { blocksOfPart, PackError, parseManifest, verifyPart, type Manifest } from '@/lib/pack';
import { DatasetError, datasetErrorOf } from './dataset-error';
import { importPack, type PackHead } from './import-pack';

const LOCK = 'gloss-dataset';
const RETRY_MINUTES = [1, 2, 5, 15, 60];

/** Where a pack is read from: the extension's own package. */
export type PackSource = {
  readManifest: (signal: AbortSignal) => Promise<unknown>;
  readPart: (file: string, signal: AbortSignal) => Promise<Uint8Array>;
};

export type BringInOptions = {
  db: CorpusDb;
  source: PackSource;
  /** navigator.locks: one context at a time brings a dataset in, whichever comes first. */
  locks: Pick<LockManager, 'request'>;
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  now: () => number;
  estimate?: Estimate;
};

export type Outcome =
  { state: 'ready' } | { state: 'busy' } | { state: 'failed'; code: DatasetErrorCode; retryMinutes: number };

/**
 * Brings the packaged dataset into the database unless it is there already, going on where it was
 * left. Never rejects: what went wrong is noted in the database, where that is possible, for every
 * context to show, and answered with the minutes to wait before the next try.
 */
export async function bringIn(options: BringInOptions): Promise<Outcome> {
  return options.locks.request(LOCK, { ifAvailable: true }, async (lock): Promise<Outcome> => {
    if (!lock) return { state: 'busy' };
    let head: PackHead | undefined;
    try {
      const manifest = await readManifest(options);
      head = headOf(manifest);
      await importParts(options, manifest, head);
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

async function importParts(
  { db, source, signal, estimate }: BringInOptions,
  manifest: Manifest,
  head: PackHead,
) {
  const readPart = async (index: number) => {
    const part = manifest.parts[index];
    if (!part) throw new DatasetError('unreadable', `no part ${index}`);
    const bytes = await source.readPart(part.file, signal).catch(unreadable);
    await verifyPart(part, bytes);
    return blocksOfPart(bytes);
  };
  const isOwn = (error: unknown) => error instanceof DatasetError || error instanceof PackError;
  await inStorage(db, () => importPack({ db, head, readPart, signal }), { estimate, isOwn });
}

function unreadable(error: unknown): never {
  throw new DatasetError('unreadable', error);
}

async function readManifest({ source, signal }: BringInOptions): Promise<Manifest> {
  return parseManifest(await source.readManifest(signal).catch(unreadable));
}

function headOf({ id, parts, format, analyser, papers, date, coverage }: Manifest): PackHead {
  return { id, parts: parts.length, format, analyser, papers, date, coverage };
}

// A pack of which not even the manifest could be read needs a row too, to show that it failed.
const UNREAD: PackHead = {
  id: 'unread',
  parts: 0,
  format: 0,
  analyser: 0,
  papers: 0,
  date: null,
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
