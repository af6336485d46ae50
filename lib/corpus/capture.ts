import { mergePaper } from '@/lib/core/merge-paper';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { CapturedRow, CorpusDb } from '@/lib/db/corpus';
import { rankOfId } from '@/lib/pack';
import type { Segment } from '@/lib/search';
import { fold } from './fold';
import { dropUnreadableLayers, replaceLayer, writeSegment, type Layer, type PreparedPapers } from './layers';

/** Beyond this many the small segment, which each new paper rewrites, is folded into an older one. */
const RECENT = 128;

export type CaptureTools = {
  db: CorpusDb;
  /** Static ranks of papers that a pack has. */
  ranks: (ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, number>>;
  /** Kept between calls, so that a paper is not read for facts at each rewriting. */
  prepared: PreparedPapers;
};

/**
 * Keeps papers met on a page, and writes the segment they are found in. Not to be called again
 * before it is done. When it is stopped half-way the papers are kept, and found after the next call.
 */
export async function capture(tools: CaptureTools, papers: readonly Paper[], at: number): Promise<void> {
  const { db } = tools;
  await dropUnreadableLayers(db);
  const isChanged = await keep(db, papers, at);
  if (!isChanged && (await isWritten(db))) return;
  const recent = await db.captured.where('layer').equals('recent').toArray();
  const write = async (rows: readonly CapturedRow[]): Promise<Layer> => {
    const found = await tools.ranks(rows.map(({ id }) => id));
    const ranked = rows.map(({ id, paper }) => ({ paper, rank: found.get(id) ?? rankOfId(id) }));
    return { blocks: await writeSegment(ranked, tools.prepared), papers: rows.length, at };
  };
  if (recent.length <= RECENT) return replaceLayer(db, 'recent', await write(recent));
  await fold(db, recent, write);
  tools.prepared.clear();
}

/** True when something is known now that was not before. */
async function keep(db: CorpusDb, papers: readonly Paper[], at: number): Promise<boolean> {
  return db.transaction('rw', db.captured, async () => {
    const known = await db.captured.bulkGet(papers.map(({ id }) => id));
    const rows = new Map<PaperId, CapturedRow>();
    papers.forEach((met, index) => {
      const before = rows.get(met.id) ?? known[index];
      const paper = before ? mergePaper(before.paper, met) : met;
      if (JSON.stringify(paper) === JSON.stringify(before?.paper)) return;
      rows.set(met.id, { id: met.id, at, paper, layer: 'recent' });
    });
    await db.captured.bulkPut([...rows.values()]);
    return rows.size > 0;
  });
}

/** False when an earlier capture was stopped before its papers were written. */
async function isWritten(db: CorpusDb): Promise<boolean> {
  const recent = await db.captured.where('layer').equals('recent').count();
  return recent === ((await db.layers.get('recent'))?.papers ?? 0);
}

/** Static ranks by id in opened segments; of a paper in several, the first. */
export async function ranksIn(
  segments: readonly Segment[],
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, number>> {
  const ranks = new Map<PaperId, number>();
  for (const segment of segments) {
    const numbers = await segment.numbersOf(ids.filter((id) => !ranks.has(id)));
    for (const [id, number] of numbers) ranks.set(id, segment.rankOf(number));
  }
  return ranks;
}
