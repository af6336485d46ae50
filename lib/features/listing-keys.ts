import type { RowPlace } from '@/lib/page/rows';

export type RowActs = {
  /** The rows that can be seen, as they stand on the page. */
  shown: () => readonly RowPlace[];
  /** Where to begin when no row has the focus. */
  first: () => RowPlace | undefined;
  save: (place: RowPlace) => void;
  done: (place: RowPlace) => void;
};

/** What a key does in a listing; undefined for all others, which are the page's. */
const KEYS: Readonly<Record<string, 'next' | 'previous' | 'save' | 'open' | 'done'>> = {
  j: 'next',
  k: 'previous',
  s: 'save',
  o: 'open',
  d: 'done',
};

/** Handles a key pressed in the bar, or in a row: `place`. Every other key, and every other place, is left alone. */
export function actOnKey(event: KeyboardEvent, place: RowPlace | undefined, acts: RowActs): void {
  const act = KEYS[event.key];
  // A key that is held moves on; it saves, opens and marks once.
  const isHeld = event.repeat && act !== 'next' && act !== 'previous';
  if (!act || isHeld || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (act === 'next' || act === 'previous') {
    const rows = acts.shown();
    const at = place ? rows.indexOf(place) : -1;
    focusRow(place ? rows[at + (act === 'next' ? 1 : -1)] : acts.first(), 'nearest');
  } else if (!place) return;
  else if (act === 'save') acts.save(place);
  else if (act === 'done') acts.done(place);
  else place.link?.click();
  event.preventDefault();
  event.stopPropagation();
}

/** The row an event is in. */
export function rowAt(target: EventTarget | null, rows: readonly RowPlace[]): RowPlace | undefined {
  if (!(target instanceof Node)) return undefined;
  return rows.find(({ first, last }) => first.contains(target) || last.contains(target));
}

export function focusRow(place: RowPlace | undefined, block: ScrollLogicalPosition): void {
  place?.link?.focus({ preventScroll: true });
  place?.first.scrollIntoView({ block });
}
