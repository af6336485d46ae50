// Made when first needed: the first of them takes as long as all else that a stopped background does to start.
const number = once(() => new Intl.NumberFormat());
const day = once(
  () => new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' }),
);
const dayUtc = once(
  () =>
    new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }),
);
const monthUtc = once(
  () => new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', timeZone: 'UTC' }),
);
const MONTH_ALONE = /^\d{4}-\d{2}$/;

/** A count in the reader's locale. */
export function countText(count: number): string {
  return number().format(count);
}

const share = once(() => new Intl.NumberFormat(undefined, { style: 'percent', maximumSignificantDigits: 2 }));

/** A part of a whole, 0 to 1, as a percentage. */
export function shareText(part: number): string {
  return share().format(part);
}

/** A moment in milliseconds as the reader's day. */
export function momentText(at: number): string {
  return day().format(at);
}

/** An ISO day or month as the same everywhere; as it came when it is none. */
export function dayText(date: string): string {
  const at = Date.parse(date);
  if (Number.isNaN(at)) return date;
  return (MONTH_ALONE.test(date) ? monthUtc() : dayUtc()).format(at);
}

/** Text of a paper is untrusted: at most `limit` code units of it are put in a page. */
export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).trimEnd()}…`;
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
