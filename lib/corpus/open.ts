import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { CorpusDb, PackRow } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import { StorageError, type Estimate } from '@/lib/db/storage-error';
import { watchQuery } from '@/lib/db/watch-query';
import { NO_REPEATS } from '@/lib/pack';
import { comparerWith, prepareRelated, related } from '@/lib/related';
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
    prepare: () => overSegments(prepareRelated),
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
 * meanwhile, and those there are now are asked. When they fail too, something is damaged. Where the others can
 * answer without the packs that the reader added, it is one of those: they are let go, and can be added again. Else
 * what came with the extension is dropped, being a copy, and will be brought in again; the question fails.
 */
async function withSegments<T>(
  db: CorpusDb,
  cache: SegmentCache,
  work: (opening: Promise<readonly Segment[]>) => Promise<T>,
): Promise<T> {
  const asking = async (opening: Promise<readonly Segment[]>) => {
    try {
      return { answer: await work(opening) };
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      cache.forget();
      return { error };
    }
  };
  let last: Awaited<ReturnType<typeof asking>> = await asking(cache.current());
  if ('error' in last) last = await asking(cache.current());
  if ('answer' in last) return last.answer;
  if (await hasAdded(db)) {
    const without = await asking(cache.current({ added: false }));
    if ('answer' in without) {
      await dropAdded(db);
      return without.answer;
    }
  }
  await dropPackaged(db);
  throw last.error;
}

const isAnswering = ({ origin, state }: PackRow) => origin === 'added' && state === 'ready';

async function hasAdded(db: CorpusDb): Promise<boolean> {
  return (await db.packs.filter(isAnswering).count()) > 0;
}

async function dropAdded(db: CorpusDb): Promise<void> {
  await db.transaction('rw', db.packs, db.parts, db.blocks, async () => {
    for (const row of await db.packs.filter(isAnswering).toArray()) {
      await db.deleteContent(row.id);
      await db.packs.put({ ...row, state: 'importing', nextPart: 0, code: 'unreadable' });
    }
    // Nothing of the packaged one is told by another any more.
    await db.packs.toCollection().modify({ repeats: NO_REPEATS });
  });
}

/** The packaged pack and the papers met; that the reader took one away, or added one, is still so. */
async function dropPackaged(db: CorpusDb): Promise<void> {
  await db.transaction('rw', [db.packs, db.parts, db.layers, db.blocks, db.captured], async () => {
    const packaged = db.packs.filter(({ origin, state }) => origin === 'packaged' && state !== 'removed');
    for (const { id } of await packaged.toArray()) {
      await db.deleteContent(id);
      await db.packs.delete(id);
    }
    for (const { blocks } of await db.layers.toArray()) await db.deleteBlocks(blocks);
    await db.layers.clear();
    await db.packs.toCollection().modify({ repeats: NO_REPEATS });
    // The papers met are kept; they are written into a segment again with the next one.
    await db.captured.toCollection().modify({ layer: 'recent' });
  });
}

function troubled(error: unknown): CorpusStatus {
  const isTold = error instanceof StorageError && (error.code === 'refused' || error.code === 'quota');
  const code = isTold && error.code === 'refused' ? 'refused' : isTold ? 'quota' : 'stopped';
  return { state: 'failed', papers: 0, date: null, coverage: null, code };
}
