import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { Mark } from '@/lib/core/reading';
import { readRow } from '@/lib/page/read-list';
import type { Scope } from './feature';
import { ListingRow } from './listing-row';
import type { RowPlace } from './listing-rows';

/** Rows this far outside the view are annotated before they are scrolled to. */
const AHEAD = '600px 0px';
const MOST_IDS = 1_500;
/** Papers are told of when this many milliseconds have passed without new ones in view... */
const SETTLED = 1_500;
/** ...in messages of this many, which stay below 100 kB. */
const MOST_MET = 30;

type Needs = Pick<Scope, 'document' | 'call' | 'text' | 'openRoots' | 'timing' | 'report' | 'signal'>;

/** A listing whose rows are annotated as they come into view. */
export class Listing {
  private readonly ids: PaperId[] = [];
  private asked = 0;
  private asks = 0;
  /** How often marks had been asked for when the reader last saved a paper or took it back. */
  private readonly acted = new Map<PaperId, number>();
  private readonly waiting = new Map<Element, RowPlace>();
  private readonly rows: ListingRow[] = [];
  private readonly marks = new Map<PaperId, Mark>();
  private met: Paper[] = [];
  private metTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly observer: IntersectionObserver;

  constructor(private readonly needs: Needs) {
    const { document, signal } = needs;
    this.observer = new IntersectionObserver((entries) => this.drawSeen(entries), { rootMargin: AHEAD });
    const ask = (): void => {
      if (document.visibilityState === 'visible') this.askMarks(this.ids);
    };
    document.addEventListener('visibilitychange', ask, { signal });
    signal.addEventListener('abort', () => this.remove(), { once: true });
  }

  get size(): number {
    return this.ids.length;
  }

  /** Takes rows in, none of them read yet. One message asks for the first, one for all others. */
  add(places: readonly RowPlace[], ended: boolean): void {
    for (const place of places) {
      this.ids.push(place.id);
      this.waiting.set(place.dt, place);
      this.observer.observe(place.dt);
    }
    if (this.asked > 0 && !ended) return;
    this.askMarks(this.ids.slice(this.asked));
    this.asked = this.ids.length;
  }

  private askMarks(ids: readonly PaperId[]): void {
    for (let at = 0; at < ids.length; at += MOST_IDS) {
      const some = [...new Set(ids.slice(at, at + MOST_IDS))];
      this.asks += 1;
      const ask = this.asks;
      this.needs.call('marks', { ids: some }).then((marks) => this.setMarks(marks, ask), this.needs.report);
    }
  }

  /** What the reader did after the ask stands over its answer. */
  private setMarks(marks: Readonly<Record<PaperId, Mark>>, ask = Infinity): void {
    if (this.needs.signal.aborted) return;
    this.needs.timing.began();
    const changed = new Set<PaperId>();
    for (const id of this.ids) {
      const mark = marks[id];
      if (!mark || (this.acted.get(id) ?? 0) >= ask) continue;
      this.marks.set(id, mark);
      changed.add(id);
    }
    for (const row of this.rows) if (changed.has(row.paper.id)) row.setMark(this.markOf(row));
    if (this.rows.length > 0) this.needs.timing.reached('gloss:listing-visible');
  }

  private drawSeen(entries: readonly IntersectionObserverEntry[]): void {
    const { report, timing } = this.needs;
    timing.began();
    const isFirst = this.rows.length === 0;
    for (const { target, isIntersecting } of entries) {
      const place = isIntersecting ? this.waiting.get(target) : undefined;
      if (!place) continue;
      this.observer.unobserve(target);
      this.waiting.delete(target);
      try {
        const paper = readRow(place.dt)?.paper;
        if (paper?.id === place.id) this.draw(place, paper);
      } catch (error) {
        report(error);
      }
    }
    if (isFirst && this.rows.length > 0) timing.reached('gloss:listing-visible');
  }

  private draw(place: RowPlace, paper: Paper): void {
    const row = new ListingRow(this.needs, place, paper, (mark) => {
      this.acted.set(paper.id, this.asks);
      this.setMarks({ [paper.id]: mark });
    });
    row.setMark(this.markOf(row));
    this.rows.push(row);
    this.met.push(paper);
    clearTimeout(this.metTimer);
    this.metTimer = setTimeout(() => this.tellMet(), SETTLED);
  }

  private markOf({ paper }: ListingRow): Mark | null {
    return this.marks.get(paper.id) ?? null;
  }

  private tellMet(): void {
    const { call, report } = this.needs;
    const met = this.met;
    this.met = [];
    for (let at = 0; at < met.length; at += MOST_MET) {
      call('met', { papers: met.slice(at, at + MOST_MET) }).catch(report);
    }
  }

  private remove(): void {
    clearTimeout(this.metTimer);
    this.observer.disconnect();
    for (const row of this.rows) row.remove();
  }
}
