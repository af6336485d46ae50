import { type CorpusDb, newestFirst } from '@/lib/db/corpus';
import { openSegment, type Segment } from '@/lib/search';
import { blockSourceOf } from './block-source';
import { layerAge } from './layers';
import { isReadable } from '@/lib/pack';

/**
 * The opened segments of this context. Which ones there are is read anew for every question, in one
 * short transaction, since another context may have replaced a pack; what they have read is kept
 * for as long as they stay the same.
 */
export class SegmentCache {
  private opened = new Map<string, Promise<Segment>>();

  constructor(private readonly db: CorpusDb) {}

  /** The captured papers first, for a paper in several segments is that of the first. */
  async current({ added = true, layers = true } = {}): Promise<readonly Segment[]> {
    const names = await this.names(added);
    return this.open([...(layers ? names.layers : []), ...names.packs]);
  }

  /** Without the captured papers. */
  async packs(): Promise<readonly Segment[]> {
    const { packs } = await this.names();
    return Promise.all(
      packs.map((name) => this.opened.get(name) ?? openSegment(blockSourceOf(this.db, name))),
    );
  }

  forget(): void {
    this.opened = new Map();
  }

  private open(names: readonly string[]): Promise<Segment[]> {
    const entries = names.map((name): [string, Promise<Segment>] => [
      name,
      this.opened.get(name) ?? openSegment(blockSourceOf(this.db, name)),
    ]);
    this.opened = new Map(entries);
    return Promise.all(entries.map(([, segment]) => segment));
  }

  private async names(added = true): Promise<{ packs: string[]; layers: string[] }> {
    const { db } = this;
    return db.transaction('r', db.packs, db.layers, async () => {
      const [packs, layers] = await Promise.all([
        db.packs.where('state').equals('ready').toArray(),
        db.layers.toArray(),
      ]);
      // The latest first: it has the newer fields.
      layers.sort((a, b) => (layerAge(a.name) < layerAge(b.name) ? 1 : -1));
      return {
        packs: packs
          .filter((row) => isReadable(row) && (added || row.origin === 'packaged'))
          .sort(newestFirst)
          .map(({ id }) => id),
        layers: layers.filter(isReadable).map(({ blocks }) => blocks),
      };
    });
  }
}
