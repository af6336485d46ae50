import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { RowPlace } from '@/lib/page/rows';
import type { RowScope } from './feature';
import { ListingRow } from './listing-row';

/** Rows this far outside the view are annotated before they are scrolled to. */
const AHEAD = '600px 0px';
/** Papers are told of when this many milliseconds have passed without new ones in view... */
const SETTLED = 1_500;
/** ...in messages of this many, which stay below 100 kB. */
const MOST_MET = 30;

type Needs = Pick<
  RowScope,
  'document' | 'call' | 'text' | 'openRoots' | 'timing' | 'report' | 'signal' | 'rows'
>;

/** Rows are annotated as they come into view. */
export class RowDrawing {
  private readonly waiting = new Map<Element, RowPlace>();
  private readonly drawn: ListingRow[] = [];
  private met: Paper[] = [];
  private metTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly observer: IntersectionObserver;

  constructor(private readonly needs: Needs) {
    const { rows, signal } = needs;
    this.observer = new IntersectionObserver((entries) => this.drawSeen(entries), { rootMargin: AHEAD });
    signal.addEventListener('abort', () => this.remove(), { once: true });
    rows.follow({ arrived: (places) => this.add(places), changed: (ids) => this.redraw(ids) }, signal);
  }

  private add(places: readonly RowPlace[]): void {
    for (const place of places) {
      this.waiting.set(place.first, place);
      this.observer.observe(place.first);
    }
  }

  private redraw(ids: ReadonlySet<PaperId> | null): void {
    if (this.drawn.length === 0) return;
    this.needs.timing.began();
    for (const row of this.drawn) if (!ids || ids.has(row.paper.id)) row.show();
    if (ids) this.needs.timing.reached('gloss:listing-visible');
  }

  private drawSeen(entries: readonly IntersectionObserverEntry[]): void {
    const { report, rows, timing } = this.needs;
    timing.began();
    const before = this.drawn.length;
    for (const { target, isIntersecting } of entries) {
      const place = isIntersecting ? this.waiting.get(target) : undefined;
      if (!place) continue;
      this.observer.unobserve(target);
      this.waiting.delete(target);
      try {
        this.draw(place);
      } catch (error) {
        report(error);
      }
    }
    const drawn = this.drawn.slice(before).map(({ paper }) => paper);
    if (drawn.length === 0) return;
    if (before === 0) timing.reached('gloss:listing-visible');
    rows.notePapers(drawn).catch(report);
    this.met.push(...drawn);
    clearTimeout(this.metTimer);
    this.metTimer = setTimeout(() => this.tellMet(), SETTLED);
  }

  private draw(place: RowPlace): void {
    const paper = this.needs.rows.paper(place);
    if (paper) this.drawn.push(new ListingRow(this.needs, place, paper));
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
    for (const row of this.drawn) row.remove();
  }
}
