import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { CorpusDb } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import { StorageError, type Estimate } from '@/lib/db/storage-error';
import { watchQuery } from '@/lib/db/watch-query';
import { comparerWith, related } from '@/lib/related';
import { PackError, paperSummaries, search, type Segment } from '@/lib/search';
import { capture, ranksIn, type CaptureTools } from './capture';
import type { Corpus } from './corpus';
import { PreparedPapers } from './layers';
import { SegmentCache } from './segment-cache';
import { statusOf } from './status';

export type CorpusTools = {
  /** navigator.storage.estimate, where there is one. */
  estimate?: Estimate;
};

/** The corpus in `db`, which is opened at the first question. One for each context: it keeps what it read. */
export function openCorpus(db: CorpusDb, { estimate }: CorpusTools = {}): Corpus {
  const cache = new SegmentCache(db);
  const captureTools: CaptureTools = {
    db,
    ranks: async (ids) => ranksIn(await cache.packs(), ids),
    prepared: new PreparedPapers(),
  };
  let capturing: Promise<void> = Promise.resolve();

  const inDb = <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
    inStorage(db, work, { estimate, isOwn: () => signal?.aborted === true });
  const overSegments = <T>(work: (segments: readonly Segment[]) => Promise<T>, signal?: AbortSignal) =>
    inDb(() => withSegments(db, cache, async (opening) => work(await opening)), signal);
  const readStatus = () => inDb(async () => statusOf(await db.packs.toArray()));

  return {
    search: (query, options) => overSegments((segments) => search(segments, query, options), options.signal),
    related: (paper, limit) =>
      inDb(() => withSegments(db, cache, (opening) => related(opening, paper, { limit }))),
    comparer: (papers) => overSegments((segments) => comparerWith(segments, papers)),
    summaries: (ids) => overSegments((segments) => paperSummaries(segments, ids)),
    met: (id) => inDb(async () => (await db.captured.get(id))?.paper),
    capture: (papers, at) => {
      const work = () => inDb(() => capture(captureTools, papers, at));
      // One after the other, whether or not the one before went well.
      const done = capturing.then(work);
      capturing = done.catch(() => undefined);
      return done;
    },
    status: () => readStatus().catch(troubled),
    onChange: (next) => watchQuery(readStatus, next, (error) => next(troubled(error))),
  };
}

/**
 * Asks the opened segments. When one of them lacks a block, another context has replaced its pack
 * meanwhile, and those there are now are asked. When they fail too, the corpus is damaged: the question
 * fails, for nothing is known of its answer; being a copy, the corpus is dropped, and the dataset will
 * be brought in again.
 */
async function withSegments<T>(
  db: CorpusDb,
  cache: SegmentCache,
  work: (opening: Promise<readonly Segment[]>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(cache.current());
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      cache.forget();
      if (attempt < 2) continue;
      // One from a file can only come again from the reader, so it goes first.
      if (attempt < 3 && (await dropAdded(db))) continue;
      await dropSegments(db);
      throw error;
    }
  }
}

/** Lets the packs that the reader added answer no longer; false without any. They can be added again. */
async function dropAdded(db: CorpusDb): Promise<boolean> {
  return db.transaction('rw', db.packs, db.parts, db.blocks, async () => {
    const added = await db.packs
      .filter(({ origin, state }) => origin === 'added' && state === 'ready')
      .toArray();
    for (const row of added) {
      await db.deleteContent(row.id);
      await db.packs.put({ ...row, state: 'importing', nextPart: 0, code: 'unreadable' });
    }
    return added.length > 0;
  });
}

async function dropSegments(db: CorpusDb): Promise<void> {
  await db.transaction('rw', [db.packs, db.parts, db.layers, db.blocks, db.captured], async () => {
    await Promise.all([db.parts.clear(), db.layers.clear(), db.blocks.clear()]);
    // That the reader took one away, or began to add one, is still so.
    await db.packs.filter(({ origin, state }) => origin === 'packaged' && state !== 'removed').delete();
    await db.packs.toCollection().modify({ nextPart: 0 });
    // The papers met are kept; they are written into a segment again with the next one.
    await db.captured.toCollection().modify({ layer: 'recent' });
  });
}

function troubled(error: unknown): CorpusStatus {
  const isTold = error instanceof StorageError && (error.code === 'refused' || error.code === 'quota');
  const code = isTold && error.code === 'refused' ? 'refused' : isTold ? 'quota' : 'stopped';
  return { state: 'failed', papers: 0, date: null, coverage: null, code };
}
