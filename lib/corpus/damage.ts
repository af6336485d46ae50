import type { CorpusDb, PackRow } from '@/lib/db/corpus';
import { isAsShipped, NO_REPEATS } from '@/lib/pack';

/**
 * Lets go of what is damaged in the database, and of nothing else: a pack is judged by the hashes it was shipped with,
 * not by a reader that choked on it. One context keeps one, as it remembers which packs it found whole.
 */
export class Damage {
  private readonly whole = new Set<string>();

  constructor(private readonly db: CorpusDb) {}

  /**
   * The packaged pack, a copy, is dropped, to be brought in again; one that the reader added is said to be
   * unreadable, to be added again. Answers whether the packaged one was among them.
   */
  async letGo(): Promise<'packaged' | 'added' | 'nothing'> {
    const damaged: PackRow[] = [];
    for (const row of await this.db.packs.where('state').equals('ready').toArray())
      if (!(await this.isWhole(row))) damaged.push(row);
    if (damaged.length === 0) return 'nothing';
    await this.drop(damaged);
    return damaged.some(({ origin }) => origin === 'packaged') ? 'packaged' : 'added';
  }

  /** Takes the segments of the papers met away. The papers are kept, and written again with the next one. */
  async writeLayersAnew(): Promise<void> {
    const { db } = this;
    await db.transaction('rw', db.layers, db.blocks, db.captured, async () => {
      for (const { blocks } of await db.layers.toArray()) await db.deleteBlocks(blocks);
      await db.layers.clear();
      await db.captured.toCollection().modify({ layer: 'recent' });
    });
  }

  private async isWhole({ id, parts }: PackRow): Promise<boolean> {
    if (this.whole.has(id)) return true;
    for (let part = 0; part < parts; part += 1) {
      const row = await this.db.parts.get([id, part]);
      if (!row || !(await isAsShipped(row, (blocks) => this.db.readBlocksOf(id, blocks)))) return false;
    }
    this.whole.add(id);
    return true;
  }

  private async drop(damaged: readonly PackRow[]): Promise<void> {
    const { db } = this;
    await db.transaction('rw', db.packs, db.parts, db.blocks, async () => {
      for (const { id, origin } of damaged) {
        const row = await db.packs.get(id);
        // Another context may have taken it away, or be bringing it in again.
        if (row?.state !== 'ready') continue;
        await db.deleteContent(id);
        if (origin === 'packaged') await db.packs.delete(id);
        else await db.packs.put({ ...row, state: 'importing', nextPart: 0, code: 'unreadable' });
      }
      // Nothing of the packs left is told by another any more.
      await db.packs.toCollection().modify({ repeats: NO_REPEATS });
    });
  }
}
