import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListingState, Mark, RowNote } from '@/lib/core/reading';
import { hasEntries, rowsAsParsed, type RowPlace } from '@/lib/page/rows';
import type { Call } from '@/lib/rpc/client';
import { isParsed, type Parsing } from './parsing';

const MOST_IDS = 1_500;
/** Rows read in one go, so that no stretch of work is long; their papers make a message below 100 kB. */
const AT_ONCE = 20;

export type RowNeeds = {
  document: Document;
  call: Call;
  report: (error: unknown) => void;
  signal: AbortSignal;
};

/** Told of rows that have come, and of papers of which something else is known now: null is the listing. */
type Follower = {
  arrived?: (places: readonly RowPlace[]) => void;
  changed: (ids: ReadonlySet<PaperId> | null) => void;
};

/**
 * What is known of the rows of a page: their places, what the background says of them, and what the
 * reader did here. Read and asked once for all features; none of it is drawn here.
 */
export class PageRows {
  readonly places: RowPlace[] = [];
  /** True when the last row has come. */
  isWhole = false;
  /** Null until the background has said. */
  state: ListingState | null = null;
  private readonly marks = new Map<PaperId, Mark>();
  private readonly notes = new Map<PaperId, RowNote>();
  private readonly papers = new Map<RowPlace, Paper | undefined>();
  private readonly followers = new Set<Follower>();
  private asked = 0;
  private asks = 0;
  /** How often marks had been asked for when the reader last changed a paper. */
  private readonly acted = new Map<PaperId, number>();
  private noting: Promise<void> | null = null;
  private notedNear = false;
  /** As the rows stand on the page now, without those that are hidden; null as arXiv has them. */
  standing: readonly RowPlace[] | null = null;

  constructor(
    private readonly needs: RowNeeds,
    private readonly kind: 'list' | 'search',
    /** Null for pages that are read in no order. */
    readonly listing: string | null,
  ) {
    const { document, signal } = needs;
    const ask = (): void => {
      if (document.visibilityState === 'visible') this.askAgain();
    };
    document.addEventListener('visibilitychange', ask, { signal });
  }

  mark(id: PaperId): Mark | null {
    return this.marks.get(id) ?? null;
  }

  note(id: PaperId): RowNote | null {
    return this.notes.get(id) ?? null;
  }

  /** Read on first use. */
  paper(place: RowPlace): Paper | undefined {
    if (!this.papers.has(place)) {
      const paper = place.read();
      this.papers.set(place, paper?.id === place.id ? paper : undefined);
    }
    return this.papers.get(place);
  }

  /** Tells what is there already at once. */
  follow(follower: Follower, signal: AbortSignal): void {
    this.followers.add(follower);
    signal.addEventListener('abort', () => this.followers.delete(follower), { once: true });
    if (this.places.length > 0) follower.arrived?.(this.places);
  }

  /** Follows the parser to the end of the page. False when it has rows, and none of them can be read. */
  async arrive(parsing: Parsing): Promise<boolean> {
    const { document, signal } = this.needs;
    const { kind } = this;
    const parsed = rowsAsParsed(document, kind, isParsed);
    await parsing.until((ended) => {
      if (!signal.aborted) this.add(parsed(ended), ended);
      return undefined;
    });
    return signal.aborted || this.places.length > 0 || !hasEntries(document, kind);
  }

  /** Takes rows in, none of them read yet. One message asks for the first, one for all others. */
  private add(places: readonly RowPlace[], ended: boolean): void {
    this.places.push(...places);
    this.isWhole = ended;
    // Rows that come while others are being asked for are asked for by the next who wants to know.
    if (places.length > 0) this.noting = null;
    if (places.length > 0) for (const { arrived } of this.followers) arrived?.(places);
    if (ended) this.tell(null);
    if (this.followers.size === 0 || (this.asked > 0 && !ended)) return;
    if (this.asked === 0 && this.places.length > 0) this.askListing();
    this.askMarks(this.places.slice(this.asked).map(({ id }) => id));
    this.asked = this.places.length;
    if (ended && (this.state?.watches ?? 0) > 0) this.noteAll(false).catch(this.needs.report);
  }

  /** What the reader did stands over every answer that was asked for before. */
  act(id: PaperId, mark: Mark): void {
    this.acted.set(id, this.asks);
    this.learn({ [id]: mark }, Infinity);
  }

  get areRead(): boolean {
    return this.papers.size >= this.places.length;
  }

  /** Reads every row, in slices. */
  async readAll(): Promise<void> {
    for (let at = 0; at < this.places.length && !this.areRead; at += AT_ONCE) {
      await breath();
      for (const place of this.places.slice(at, at + AT_ONCE)) this.paper(place);
    }
  }

  /** Asks what can be said of rows that came into view. */
  async notePapers(papers: readonly Paper[]): Promise<void> {
    const unknown = papers.filter(({ id }) => !this.notes.has(id));
    for (let at = 0; at < unknown.length; at += AT_ONCE)
      await this.noteSome(unknown.slice(at, at + AT_ONCE), false);
  }

  /** Asks what can be said of every row, in slices. `near`: also how close they are to the library. */
  noteAll(near: boolean): Promise<void> {
    if (this.noting && (!near || this.notedNear)) return this.noting;
    this.notedNear = near;
    const noting = this.noteEach(near);
    this.noting = noting;
    noting.catch(() => {
      if (this.noting !== noting) return;
      this.noting = null;
      this.notedNear = false;
    });
    return noting;
  }

  /** This row and all that stand above it, as the page shows them. */
  async doneTo(id: PaperId): Promise<void> {
    const { listing, standing, places } = this;
    const rows = standing ?? places;
    const to = rows.findIndex((place) => place.id === id);
    if (listing === null || to < 0) return;
    const ids = rows.slice(0, to + 1).map((place) => place.id);
    await this.learnDone(this.needs.call('doneTo', { listing, ids }));
  }

  async undoDone(): Promise<void> {
    const { listing } = this;
    if (listing !== null) await this.learnDone(this.needs.call('undoDone', { listing }));
  }

  private async learnDone(answer: Promise<ListingState>): Promise<void> {
    await answer;
    this.askMarks(this.places.map(({ id }) => id));
    await this.learnState(answer);
  }

  private askAgain(): void {
    if (this.followers.size === 0 || this.asked === 0) return;
    this.askListing();
    this.askMarks(this.places.slice(0, this.asked).map(({ id }) => id));
  }

  private async learnState(answer: Promise<ListingState>): Promise<void> {
    const before = this.state;
    const state = await answer;
    this.state = state;
    if (this.needs.signal.aborted) return;
    if (before && before.watching !== state.watching) this.forgetNotes();
    this.tell(null);
    if (this.isWhole && state.watches > 0) this.noteAll(false).catch(this.needs.report);
  }

  /** What was said of the rows was said of other watches. */
  private forgetNotes(): void {
    const near = this.notedNear;
    this.noting = null;
    this.notedNear = false;
    const papers = this.places
      .filter(({ id }) => this.notes.has(id))
      .flatMap((place) => this.paper(place) ?? []);
    this.notes.clear();
    if (near) this.noteAll(true).catch(this.needs.report);
    else this.notePapers(papers).catch(this.needs.report);
  }

  private askListing(): void {
    const { call, report } = this.needs;
    this.learnState(call('listing', { listing: this.listing })).catch(report);
  }

  private askMarks(all: readonly PaperId[]): void {
    for (let at = 0; at < all.length; at += MOST_IDS) {
      const ids = [...new Set(all.slice(at, at + MOST_IDS))];
      this.asks += 1;
      const act = this.asks;
      this.needs
        .call('marks', { ids })
        .then((marks) => this.learn(marks, act))
        .catch(this.needs.report);
    }
  }

  private learn(marks: Readonly<Record<PaperId, Mark>>, act: number): void {
    if (this.needs.signal.aborted) return;
    const changed = new Set<PaperId>();
    for (const { id } of this.places) {
      const mark = marks[id];
      if (!mark || (this.acted.get(id) ?? 0) >= act || isSame(mark, this.marks.get(id))) continue;
      this.marks.set(id, mark);
      changed.add(id);
    }
    this.tell(changed);
  }

  private async noteEach(near: boolean): Promise<void> {
    const { signal } = this.needs;
    const places = this.places.filter(({ id }) => near || !this.notes.has(id));
    for (let at = 0; at < places.length && !signal.aborted; at += AT_ONCE) {
      await breath();
      await this.noteSome(
        places.slice(at, at + AT_ONCE).flatMap((place) => this.paper(place) ?? []),
        near,
      );
    }
  }

  private async noteSome(papers: readonly Paper[], near: boolean): Promise<void> {
    const notes = await this.needs.call('rows', { papers, near });
    for (const { id } of papers) {
      const note = notes[id];
      if (note) this.notes.set(id, { ...note, near: note.near ?? this.notes.get(id)?.near ?? null });
    }
    this.tell(new Set(papers.map(({ id }) => id)));
  }

  /** Null: something is known of the listing as a whole. */
  private tell(ids: ReadonlySet<PaperId> | null): void {
    for (const { changed } of this.followers) changed(ids);
  }
}

/** Between two slices, for the page's own work and the reader's. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function isSame(a: Mark, b: Mark | undefined): boolean {
  return a.saved === b?.saved && a.seen === b.seen && a.status === b.status;
}
