const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Every spelling on arXiv's pages and in its snapshot: `15 Oct 2022`, `Fri, 20 Nov 2026`,
// `2 February, 2011`, `Sat, 15 Oct 2022 14:06:01 UTC`.
const WRITTEN =
  /(?<![\d.])(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})(?:\s+(\d\d):(\d\d):(\d\d)\s*(?:utc|gmt|z)?)?(?!\d)/i;
const ISO = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|\+00:00)?)?\s*$/;

/**
 * The first date in `text` as ISO 8601: a day (`2022-10-15`), or a UTC second (`2022-10-15T14:06:01Z`)
 * when a time is there. Null when there is none, or when it is no day of the calendar.
 */
export function parseArxivDate(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return stamp(iso[1], Number(iso[2]), iso[3], iso.slice(4, 7));
  const written = WRITTEN.exec(text);
  if (!written) return null;
  const month = MONTHS.indexOf((written[2] ?? '').toLowerCase()) + 1;
  return stamp(written[3], month, written[1], written.slice(4, 7));
}

/** The day of an ISO day or second. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

function stamp(
  year: string | undefined,
  month: number,
  day: string | undefined,
  time: readonly (string | undefined)[],
): string | null {
  const days = `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const second = time[0] === undefined ? '' : `T${time.join(':')}Z`;
  const at = new Date(second === '' ? `${days}T00:00:00Z` : days + second);
  // `Date` reads 31 February as 3 March: what it read must be what was written.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== days) return null;
  return days + second;
}

/** True for milliseconds since 1970 that a `Date` can hold, as every time the library keeps is. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 8.64e15;
}
