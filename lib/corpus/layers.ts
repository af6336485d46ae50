import type { Block } from '@/lib/core/block-source';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { blockKey, type CorpusDb, type LayerName } from '@/lib/db/corpus';
import { segmentPaper } from '@/lib/pack';
import { SegmentWriter, type SegmentPaper } from '@/lib/search';
import { isReadable, WRITTEN_AS } from '@/lib/pack';

type RankedPaper = { paper: Paper; rank: number };

/** Between two breaths, so that a page that asks meanwhile is answered. */
const AT_ONCE = 16;

/** What papers look like in a segment, as long as they stay the same. */
export class PreparedPapers {
  private papers = new Map<PaperId, { text: string; prepared: SegmentPaper }>();

  of({ paper, rank }: RankedPaper): SegmentPaper {
    const text = JSON.stringify(paper);
    const known = this.papers.get(paper.id);
    const prepared = known?.text === text ? known.prepared : segmentPaper(paper, rank);
    this.papers.set(paper.id, { text, prepared });
    return { ...prepared, rank };
  }

  clear(): void {
    this.papers.clear();
  }
}

/** The blocks of a segment of these papers. */
export async function writeSegment(
  ranked: readonly RankedPaper[],
  prepared: PreparedPapers,
): Promise<Block[]> {
  // The writer takes them best first, ties by id.
  const ordered = [...ranked].sort((a, b) => b.rank - a.rank || (a.paper.id < b.paper.id ? -1 : 1));
  const writer = new SegmentWriter({ dictionary: new Uint8Array(0), deflate: null });
  const blocks: Block[] = [];
  for (const [at, paper] of ordered.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await breath();
    blocks.push(...writer.add(prepared.of(paper)));
  }
  await breath();
  return [...blocks, ...writer.finish()];
}

const breath = () => new Promise((resolve) => setTimeout(resolve));

export type Layer = { blocks: readonly Block[]; papers: number; at: number };

/** The later written, the greater: the recent one has the newer fields of all. */
export function layerAge(name: LayerName): number {
  if (name === 'recent') return Infinity;
  return name === 'older' ? 1 : Number(name.slice('older-'.length));
}

/** Puts a layer in the place of the one of this name, or with null takes it away. */
export async function replaceLayer(db: CorpusDb, name: LayerName, layer: Layer | null): Promise<void> {
  await db.transaction('rw', db.layers, db.blocks, async () => {
    const old = await db.layers.get(name);
    if (old) await db.deleteBlocks(old.blocks);
    await db.layers.delete(name);
    if (!layer) return;
    // A new name each time, even when the clock stands still: readers keep what they read under the old.
    const written = Math.max(layer.at, (old?.written ?? 0) + 1);
    const prefix = `met-${name}-${written}`;
    await db.blocks.bulkPut(
      layer.blocks.map(({ bytes }) => bytes.slice()),
      layer.blocks.map(({ kind, index }) => blockKey(prefix, kind, index)),
    );
    await db.layers.put({ name, blocks: prefix, papers: layer.papers, written, ...WRITTEN_AS });
  });
}

/** Takes away layers that another version wrote, so that their papers are written anew. */
export async function dropUnreadableLayers(db: CorpusDb): Promise<void> {
  await db.transaction('rw', db.layers, db.blocks, db.captured, async () => {
    const rows = await db.layers.toArray();
    for (const { name } of rows.filter((row) => !isReadable(row))) {
      await replaceLayer(db, name, null);
      await db.captured.where('layer').equals(name).modify({ layer: 'recent' });
    }
  });
}
