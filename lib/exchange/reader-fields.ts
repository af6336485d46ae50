import type { Status } from '@/lib/core/reading';

/** What JabRef writes for how far a reader is. https://docs.jabref.org/advanced/fields */
const WRITTEN: Readonly<Record<Status, string>> = { 'to-read': 'toread', reading: 'skimmed', read: 'read' };

export const writeStatus = (status: Status) => WRITTEN[status];

export function readStatus(text: string): Status | null {
  const found = (Object.keys(WRITTEN) as Status[]).find(
    (status) => WRITTEN[status] === text || status === text,
  );
  return found ?? null;
}

/** Places in lists, from 1 on; what is no place is none, so that the others keep theirs. */
export const readPlaces = (texts: readonly string[]) =>
  texts.map((text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : Infinity));

/** ISO 8601 in UTC, to the millisecond. */
export const writeTime = (at: number) => new Date(at).toISOString();

export function readTime(text: string): number | null {
  const at = /^\d{4}-\d\d-\d\d(?:T|$)/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : at;
}
