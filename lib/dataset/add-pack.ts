import type { Added } from '@/lib/core/corpus-status';
import type { CorpusDb } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import type { Estimate } from '@/lib/db/storage-error';
import type { Manifest } from '@/lib/pack';
import { isOwn } from './bring-in';
import { DatasetError, datasetErrorOf } from './dataset-error';
import { importPack } from './import-pack';
import { type DatasetLocks, withDatasetLock } from './lock';
import { headOf, manifestOf, type PackSource, partOf } from './pack-source';

/** The whole of arXiv takes about a third of this. */
const MOST_BYTES = 2_000_000_000;
/** Each pack that is searched costs every search a little. */
const MOST_ADDED = 6;

export type AddOptions = {
  db: CorpusDb;
  source: PackSource;
  locks: DatasetLocks;
  signal: AbortSignal;
  estimate?: Estimate;
  progress?: (done: number, total: number) => void;
  /** Told when another context is at the datasets, and has to end first. */
  waits?: () => void;
};

/**
 * Adds a pack that the reader chose beside those there are, every part checked against its hash before it is
 * stored. What was stored of it before it was stopped is not read again. Never rejects.
 */
export async function addPack(options: AddOptions): Promise<Added> {
  try {
    return await withDatasetLock(options.locks, () => add(options), options);
  } catch (error) {
    return { state: 'failed', code: datasetErrorOf(error).code };
  }
}

async function add({ db, source, signal, estimate, progress }: AddOptions): Promise<Added> {
  const manifest = await manifestOf(source, signal);
  const { id, papers, date, parts } = manifest;
  if (bytesOf(manifest) > MOST_BYTES) throw new DatasetError('too-large', id);
  const inDb = <T>(work: () => Promise<T>) => inStorage(db, work, { estimate, isOwn });
  const rows = await inDb(() => db.packs.toArray());
  if (rows.some((row) => row.id === id && row.state === 'ready')) return { state: 'there', papers, date };
  const others = rows.filter((row) => row.origin === 'added' && row.state === 'ready');
  if (others.length >= MOST_ADDED) return { state: 'too-many', most: MOST_ADDED };
  await inDb(() =>
    importPack({
      db,
      head: headOf(manifest, 'added'),
      readPart: (index) => partOf(source, manifest, index, signal),
      signal,
      progress: (done) => progress?.(done, parts.length),
    }),
  );
  return { state: 'added', papers, date };
}

function bytesOf({ parts }: Manifest): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}
