import type { RowPlace } from '@/lib/page/rows';
import { defineFeature, type RowScope } from './feature';
import { KeyLines } from './key-lines';

/** Rows are read this many milliseconds after the last came into view: what they are marked with comes first. */
const SETTLED = 300;
/** Abstracts in a message, and the length beyond which a text is none: both the contract's. */
const AT_ONCE = 10;
const LONGEST = 8_000;
/** Abstracts looked for in one go, so that no stretch of work is long. */
const LOOKED_FOR = 100;

/** Lines under what papers do and found, where a listing or search results show their abstracts. */
export const listingSentences = defineFeature({
  id: 'listing-sentences',
  on: ['list', 'search'],
  examples: [
    'https://arxiv.org/list/cs.CL/new',
    'https://arxiv.org/catchup/math.AG/2026-11-19?abs=True',
    'https://arxiv.org/search/?query=scaling+laws&searchtype=all',
  ],

  run(scope) {
    if (scope.rows) new AbstractsInView({ ...scope, rows: scope.rows });
  },
});

type Needs = Pick<RowScope, 'document' | 'call' | 'report' | 'signal' | 'rows'>;

/** Asks of the abstracts in view, and of no other: one that is scrolled past is not read. */
class AbstractsInView {
  private readonly lines: KeyLines;
  /** Rows whose abstracts have not been looked for. */
  private readonly arrived: RowPlace[] = [];
  private readonly places = new Map<Element, RowPlace>();
  private readonly inView = new Set<Element>();
  private readonly observer = new IntersectionObserver((entries) => this.see(entries));
  private looking: ReturnType<typeof setTimeout> | undefined;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly needs: Needs) {
    const { document, rows, signal } = needs;
    this.lines = new KeyLines(document, signal);
    signal.addEventListener('abort', () => this.stop(), { once: true });
    const arrived = (places: readonly RowPlace[]): void => {
      this.arrived.push(...places);
      this.looking ??= setTimeout(() => this.look(), SETTLED);
    };
    rows.follow({ arrived, changed: () => undefined }, signal);
  }

  private look(): void {
    for (const place of this.arrived.splice(0, LOOKED_FOR)) {
      const abstract = place.abstract();
      if (!abstract) continue;
      this.places.set(abstract, place);
      this.observer.observe(abstract);
    }
    this.looking = this.arrived.length > 0 ? setTimeout(() => this.look()) : undefined;
  }

  private see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.inView.add(target);
      else this.inView.delete(target);
    }
    clearTimeout(this.settling);
    this.settling = setTimeout(() => void this.read().catch(this.needs.report), SETTLED);
  }

  private async read(): Promise<void> {
    const abstracts = [...this.inView];
    this.inView.clear();
    for (const abstract of abstracts) this.observer.unobserve(abstract);
    for (let at = 0; at < abstracts.length && !this.needs.signal.aborted; at += AT_ONCE)
      await this.ask(abstracts.slice(at, at + AT_ONCE));
  }

  private async ask(elements: readonly Element[]): Promise<void> {
    const { call, rows } = this.needs;
    const asked = elements.flatMap((element) => {
      const place = this.places.get(element);
      const text = place && rows.paper(place)?.abstract;
      return text && text.length <= LONGEST ? [{ element, text }] : [];
    });
    if (asked.length === 0) return;
    const answers = await call('keySentences', { abstracts: asked.map(({ text }) => text) });
    for (const [at, { element }] of asked.entries()) {
      const keys = answers[at];
      if (keys) this.lines.draw(element, keys, null);
    }
  }

  private stop(): void {
    clearTimeout(this.looking);
    clearTimeout(this.settling);
    this.observer.disconnect();
  }
}
