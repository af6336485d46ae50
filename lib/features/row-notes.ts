import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { RowNote } from '@/lib/core/reading';
import type { RowPlace } from '@/lib/page/rows';
import type { RowNeeds } from './page-rows';
import { breath, type RowPapers } from './row-papers';

/** Their papers make a message below 100 kB. */
const AT_ONCE = 20;

/** What the background says of the rows of a page: watches, venues, code, closeness to the library. */
export class RowNotes {
  private readonly notes = new Map<PaperId, RowNote>();
  private noting: Promise<void> | null = null;
  private notedNear = false;

  constructor(
    private readonly needs: Pick<RowNeeds, 'call' | 'report' | 'signal'>,
    private readonly papers: RowPapers,
    private readonly tell: (ids: ReadonlySet<PaperId>) => void,
  ) {}

  of(id: PaperId): RowNote | null {
    return this.notes.get(id) ?? null;
  }

  /** Asks for these, where nothing is known of them yet. */
  async ask(papers: readonly Paper[]): Promise<void> {
    const unknown = papers.filter(({ id }) => !this.notes.has(id));
    for (let at = 0; at < unknown.length; at += AT_ONCE)
      await this.askSome(unknown.slice(at, at + AT_ONCE), false);
  }

  /** Asks for all, in slices. `near`: also how close they are to the library. */
  askAll(near: boolean): Promise<void> {
    if (this.noting && (!near || this.notedNear)) return this.noting;
    this.notedNear = near;
    const noting = this.askEach(near);
    this.noting = noting;
    noting.catch(() => {
      if (this.noting !== noting) return;
      this.noting = null;
      this.notedNear = false;
    });
    return noting;
  }

  /** Rows that come while others are being asked for are asked for by the next who wants to know. */
  haveCome(): void {
    this.noting = null;
  }

  /** What was said was said of other watches: it is asked for anew. */
  askAnew(): void {
    const near = this.notedNear;
    this.noting = null;
    this.notedNear = false;
    const papers = this.papers.places
      .filter(({ id }) => this.notes.has(id))
      .flatMap((place) => this.papers.of(place) ?? []);
    this.notes.clear();
    (near ? this.askAll(true) : this.ask(papers)).catch(this.needs.report);
  }

  private async askEach(near: boolean): Promise<void> {
    const { signal } = this.needs;
    const places = this.papers.places.filter(({ id }) => near || !this.notes.has(id));
    for (let at = 0; at < places.length && !signal.aborted; at += AT_ONCE) {
      await breath();
      await this.askSome(this.read(places.slice(at, at + AT_ONCE)), near);
    }
  }

  private read(places: readonly RowPlace[]): Paper[] {
    return places.flatMap((place) => this.papers.of(place) ?? []);
  }

  private async askSome(papers: readonly Paper[], near: boolean): Promise<void> {
    const notes = await this.needs.call('rows', { papers, near });
    for (const { id } of papers) {
      const note = notes[id];
      if (note) this.notes.set(id, { ...note, near: note.near ?? this.notes.get(id)?.near ?? null });
    }
    this.tell(new Set(papers.map(({ id }) => id)));
  }
}
