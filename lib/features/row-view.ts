import type { Mark } from '@/lib/core/reading';
import { arrange, isReplacement, sectionsOf } from '@/lib/page/arrange';
import type { RowPlace } from '@/lib/page/rows';
import type { PageRows } from './page-rows';
import { isFiltering, isReading, NO_FILTER, standingOf, type RowFilter, type RowKnown } from './row-filter';

const HIDDEN = 'gloss-hidden';
/** For the page itself: what the filter leaves out. */
export const HIDDEN_STYLE = `.${HIDDEN} { display: none !important; }`;

/** Which rows of a listing are shown, and in which order; `undo` leaves the page as arXiv made it. */
export class RowView {
  filter: RowFilter = NO_FILTER;
  isNear = false;
  readonly count = { shown: 0, stated: 0, unknown: 0 };
  private readonly hidden = new Set<RowPlace>();
  private readonly texts = new Map<RowPlace, string>();
  private readonly replacements = new Map<RowPlace, boolean>();
  /** As the reader chose the filter: a row that is read meanwhile does not go from under the eye. */
  private marksThen = new Map<RowPlace, Mark>();
  private sections: readonly RowPlace[][] = [];
  private order: readonly RowPlace[] = [];

  constructor(private readonly rows: PageRows) {}

  /** What is shown from the next `apply` on. */
  choose(change: Partial<RowFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.marksThen = new Map();
    for (const place of this.rows.places) {
      const mark = this.rows.mark(place.id);
      if (mark) this.marksThen.set(place, mark);
    }
  }

  /** False while rows would have to be read for the filter, all in one go. */
  get isReady(): boolean {
    return this.rows.areRead || !isReading(this.filter);
  }

  /** Looks again, when more is known of the rows. */
  apply(): void {
    const isOn = isFiltering(this.filter);
    Object.assign(this.count, { shown: 0, stated: 0, unknown: 0 });
    for (const place of this.rows.places) {
      const standing = isOn ? standingOf(this.filter, this.known(place)) : 'shown';
      const isShown = standing === 'shown' || (standing === 'unknown' && this.filter.unknown);
      if (isShown) this.count.shown += 1;
      if (standing !== 'hidden') this.count[standing === 'shown' ? 'stated' : 'unknown'] += 1;
      this.setHidden(place, !isShown);
    }
    this.tellStanding();
  }

  /** By closeness to the library within each section, or as arXiv has them. */
  sort(isNear: boolean): void {
    this.isNear = isNear;
    if (this.sections.length === 0) this.sections = sectionsOf(this.rows.places);
    const score = ({ id }: RowPlace): number => this.rows.note(id)?.near?.score ?? -1;
    const sorted = this.sections.map((section) =>
      isNear ? section.toSorted((a, b) => score(b) - score(a)) : section,
    );
    sorted.forEach(arrange);
    this.order = sorted.flat();
    this.tellStanding();
  }

  undo(): void {
    this.filter = NO_FILTER;
    this.apply();
    if (this.isNear) this.sort(false);
  }

  /** The rows that can be seen, as they stand on the page. */
  shown(): readonly RowPlace[] {
    const order = this.order.length === this.rows.places.length ? this.order : this.rows.places;
    return order.filter((place) => !this.hidden.has(place));
  }

  isReplaced(place: RowPlace): boolean {
    const known = this.replacements.get(place) ?? isReplacement(place);
    this.replacements.set(place, known);
    return known;
  }

  private tellStanding(): void {
    const isAsArxivHasIt = !this.isNear && this.hidden.size === 0;
    this.rows.standing = isAsArxivHasIt ? null : this.shown();
  }

  private known(place: RowPlace): RowKnown {
    const { rows } = this;
    return {
      mark: this.marksThen.get(place) ?? rows.mark(place.id),
      note: rows.note(place.id),
      categories: () => rows.paper(place)?.categories ?? [],
      text: () => this.textOf(place),
      isReplaced: () => this.isReplaced(place),
    };
  }

  private textOf(place: RowPlace): string {
    const known = this.texts.get(place);
    if (known !== undefined) return known;
    const paper = this.rows.paper(place);
    const fields = paper ? [place.id, paper.title, ...paper.authors, paper.abstract, paper.comments] : [];
    const text = fields.join(' ').toLowerCase();
    this.texts.set(place, text);
    return text;
  }

  private setHidden(place: RowPlace, isHidden: boolean): void {
    if (this.hidden.has(place) === isHidden) return;
    if (isHidden) this.hidden.add(place);
    else this.hidden.delete(place);
    place.first.classList.toggle(HIDDEN, isHidden);
    place.last.classList.toggle(HIDDEN, isHidden);
  }
}
