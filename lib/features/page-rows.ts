import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListingState, Mark, RowNote } from '@/lib/core/reading';
import { hasEntries, rowsAsParsed, type RowPlace } from '@/lib/page/rows';
import type { Call } from '@/lib/rpc/client';
import { isParsed, type Parsing } from './parsing';
import { RowNotes } from './row-notes';
import { RowPapers } from './row-papers';
import { RowStates } from './row-states';

export type RowNeeds = {
  document: Document;
  calm: Promise<void>;
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
  /** True when the last row has come. */
  isWhole = false;
  /** Null until the background has said. */
  state: ListingState | null = null;
  /** As the rows stand on the page now, without those that are hidden; null as arXiv has them. */
  standing: readonly RowPlace[] | null = null;
  private readonly papers = new RowPapers();
  private readonly states: RowStates;
  private readonly notes: RowNotes;
  private readonly followers = new Set<Follower>();
  /** Rows whose marks have been asked for. */
  private asked = 0;

  constructor(
    private readonly needs: RowNeeds,
    private readonly kind: 'list' | 'search',
    /** Null for pages that are read in no order. */
    readonly listing: string | null,
  ) {
    const { document, signal } = needs;
    const tell = (ids: ReadonlySet<PaperId>): void => this.tell(ids);
    this.states = new RowStates(needs, tell);
    this.notes = new RowNotes(needs, this.papers, tell);
    const askAgain = (): void => {
      if (document.visibilityState === 'visible') this.askAgain();
    };
    document.addEventListener('visibilitychange', askAgain, { signal });
  }

  get places(): readonly RowPlace[] {
    return this.papers.places;
  }

  mark(id: PaperId): Mark | null {
    return this.states.of(id);
  }

  note(id: PaperId): RowNote | null {
    return this.notes.of(id);
  }

  /** Read on first use. */
  paper(place: RowPlace): Paper | undefined {
    return this.papers.of(place);
  }

  get areRead(): boolean {
    return this.papers.areRead;
  }

  readAll(): Promise<void> {
    return this.papers.readAll();
  }

  /** Tells what is there already at once. Nothing is asked as long as nobody follows. */
  follow(follower: Follower, signal: AbortSignal): void {
    this.followers.add(follower);
    signal.addEventListener('abort', () => this.followers.delete(follower), { once: true });
    if (this.places.length === 0) return;
    follower.arrived?.(this.places);
    this.ask();
  }

  /** Follows the parser to the end of the page, when the page leaves us time. False when it has rows, and none of them can be read. */
  async arrive(parsing: Parsing): Promise<boolean> {
    const { document, calm, signal } = this.needs;
    const { kind } = this;
    await calm;
    const parsed = rowsAsParsed(document, kind, isParsed);
    await parsing.until((ended) => {
      if (!signal.aborted) this.add(parsed(ended), ended);
      return undefined;
    });
    return signal.aborted || this.places.length > 0 || !hasEntries(document, kind);
  }

  /** What the reader did stands over every answer that was asked for before. */
  act(id: PaperId, mark: Mark): void {
    this.states.act(id, mark);
  }

  /** Asks what can be said of rows that came into view. */
  notePapers(papers: readonly Paper[]): Promise<void> {
    return this.notes.ask(papers);
  }

  /** Asks what can be said of every row. `near`: also how close they are to the library. */
  noteAll(near: boolean): Promise<void> {
    return this.notes.askAll(near);
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

  /** Takes rows in, none of them read yet. */
  private add(places: readonly RowPlace[], ended: boolean): void {
    this.papers.places.push(...places);
    this.isWhole = ended;
    if (places.length > 0) {
      this.notes.haveCome();
      for (const { arrived } of this.followers) arrived?.(places);
    }
    if (ended) this.tell(null);
    this.ask();
  }

  /** One message asks for the first, one for all others. */
  private ask(): void {
    const { asked, isWhole, places } = this;
    if (this.followers.size === 0 || places.length === 0 || (asked > 0 && !isWhole)) return;
    if (asked === 0) this.askListing();
    this.states.ask(places.slice(asked).map(({ id }) => id));
    this.asked = places.length;
    this.noteWatched();
  }

  private askAgain(): void {
    if (this.followers.size === 0 || this.asked === 0) return;
    this.askListing();
    this.states.ask(this.places.slice(0, this.asked).map(({ id }) => id));
  }

  private askListing(): void {
    const { call, report } = this.needs;
    this.learnState(call('listing', { listing: this.listing })).catch(report);
  }

  private async learnDone(answer: Promise<ListingState>): Promise<void> {
    await answer;
    this.states.ask(this.places.map(({ id }) => id));
    await this.learnState(answer);
  }

  private async learnState(answer: Promise<ListingState>): Promise<void> {
    const before = this.state;
    const state = await answer;
    this.state = state;
    if (this.needs.signal.aborted) return;
    if (before && before.watching !== state.watching) this.notes.askAnew();
    this.tell(null);
    this.noteWatched();
  }

  /** Which rows are watched is counted in the bar. */
  private noteWatched(): void {
    if (this.isWhole && (this.state?.watches ?? 0) > 0) this.noteAll(false).catch(this.needs.report);
  }

  /** Null: something is known of the listing as a whole. */
  private tell(ids: ReadonlySet<PaperId> | null): void {
    for (const { changed } of this.followers) changed(ids);
  }
}
