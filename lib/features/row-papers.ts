import type { Paper } from '@/lib/core/paper';
import type { RowPlace } from '@/lib/page/rows';

/** Rows read in one go, so that no stretch of work is long. */
const AT_ONCE = 20;

/** The rows that have come, and their papers, each read when it is asked for. */
export class RowPapers {
  readonly places: RowPlace[] = [];
  private readonly papers = new Map<RowPlace, Paper | undefined>();

  of(place: RowPlace): Paper | undefined {
    if (!this.papers.has(place)) {
      const paper = place.read();
      this.papers.set(place, paper?.id === place.id ? paper : undefined);
    }
    return this.papers.get(place);
  }

  get areRead(): boolean {
    return this.papers.size >= this.places.length;
  }

  /** Reads every row, in slices. */
  async readAll(): Promise<void> {
    for (let at = 0; at < this.places.length && !this.areRead; at += AT_ONCE) {
      await breath();
      for (const place of this.places.slice(at, at + AT_ONCE)) this.of(place);
    }
  }
}

/** Between two slices, for the page's own work and the reader's. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
