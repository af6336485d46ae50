import type { PaperId } from '@/lib/core/paper-id';
import type { Mark } from '@/lib/core/reading';
import type { RowNeeds } from './page-rows';

const MOST_IDS = 1_500;

/** Which papers of a page are saved and seen: as the background says, and as the reader has changed it meanwhile. */
export class RowStates {
  private readonly marks = new Map<PaperId, Mark>();
  private asks = 0;
  /** How often had been asked when the reader last changed a paper. */
  private readonly acted = new Map<PaperId, number>();

  constructor(
    private readonly needs: Pick<RowNeeds, 'call' | 'report' | 'signal'>,
    private readonly tell: (ids: ReadonlySet<PaperId>) => void,
  ) {}

  of(id: PaperId): Mark | null {
    return this.marks.get(id) ?? null;
  }

  ask(all: readonly PaperId[]): void {
    for (let at = 0; at < all.length; at += MOST_IDS) {
      const ids = [...new Set(all.slice(at, at + MOST_IDS))];
      this.asks += 1;
      const act = this.asks;
      this.needs
        .call('marks', { ids })
        .then((marks) => this.learn(ids, marks, act))
        .catch(this.needs.report);
    }
  }

  /** What the reader did stands over every answer that was asked for before. */
  act(id: PaperId, mark: Mark): void {
    this.acted.set(id, this.asks);
    this.learn([id], { [id]: mark }, Infinity);
  }

  private learn(ids: readonly PaperId[], marks: Readonly<Record<PaperId, Mark>>, act: number): void {
    if (this.needs.signal.aborted) return;
    const changed = new Set<PaperId>();
    for (const id of ids) {
      const mark = marks[id];
      if (!mark || (this.acted.get(id) ?? 0) >= act || isSame(mark, this.marks.get(id))) continue;
      this.marks.set(id, mark);
      changed.add(id);
    }
    this.tell(changed);
  }
}

function isSame(a: Mark, b: Mark | undefined): boolean {
  return a.saved === b?.saved && a.seen === b.seen && a.status === b.status;
}
