import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { CorpusDb } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import { StorageError, type Estimate } from '@/lib/db/storage-error';
import { watchQuery } from '@/lib/db/watch-query';
import { comparerWith, prepareRelated, related } from '@/lib/related';
import { PackError, paperRecords, paperSummaries, search, type Segment } from '@/lib/search';
import { capture, ranksIn, type CaptureTools } from './capture';
import type { Corpus } from './corpus';
import { Damage } from './damage';
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
  const damage = new Damage(db);
  const captureTools: CaptureTools = {
    db,
    ranks: async (ids) => ranksIn(await cache.packs(), ids),
    prepared: new PreparedPapers(),
  };
  let capturing: Promise<void> = Promise.resolve();

  const inDb = <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
    inStorage(db, work, { estimate, isOwn: () => signal?.aborted === true });
  const overSegments = <T>(work: (segments: readonly Segment[]) => Promise<T>, signal?: AbortSignal) =>
    inDb(() => withSegments(cache, damage, async (opening) => work(await opening)), signal);
  const readStatus = () => inDb(async () => statusOf(await db.packs.toArray()));

  return {
    prepare: () => overSegments(prepareRelated),
    search: (query, options) => overSegments((segments) => search(segments, query, options), options.signal),
    related: (paper, limit) =>
      inDb(() => withSegments(cache, damage, (opening) => related(opening, paper, { limit }))),
    comparer: (papers) => overSegments((segments) => comparerWith(segments, papers)),
    summaries: (ids) => overSegments((segments) => paperSummaries(segments, ids)),
    records: (ids) => overSegments((segments) => paperRecords(segments, ids)),
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
 * meanwhile, and those there are now are asked. When they fail too, what is truly damaged is let go; see `damage.ts`.
 * Where that was a pack that the reader added, or nothing was damaged and our reading is at fault, those answer
 * that can, the reader's own packs last to be left out. Else the question fails.
 */
async function withSegments<T>(
  cache: SegmentCache,
  damage: Damage,
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
  const first = await asking(cache.current());
  if ('answer' in first) return first.answer;
  const again = await asking(cache.current());
  if ('answer' in again) return again.answer;
  if ((await damage.letGo()) === 'packaged') throw again.error;
  for (const part of [{}, { layers: false }, { added: false }, { added: false, layers: false }]) {
    const partly = await asking(cache.current(part));
    if (!('answer' in partly)) continue;
    if (part.layers === false) await damage.writeLayersAnew();
    return partly.answer;
  }
  throw again.error;
}

function troubled(error: unknown): CorpusStatus {
  const isTold = error instanceof StorageError && (error.code === 'refused' || error.code === 'quota');
  const code = isTold && error.code === 'refused' ? 'refused' : isTold ? 'quota' : 'stopped';
  return { state: 'failed', papers: 0, date: null, coverage: null, code };
}
