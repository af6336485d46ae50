const NUMBER = /* @__PURE__ */ new Intl.NumberFormat();
const DAY = /* @__PURE__ */ new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});
const DAY_UTC = /* @__PURE__ */ new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

const MONTH_UTC = /* @__PURE__ */ new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const MONTH_ALONE = /^\d{4}-\d{2}$/;

/** A count in the reader's locale. */
export function countText(count: number): string {
  return NUMBER.format(count);
}

/** A moment in milliseconds as the reader's day. */
export function momentText(at: number): string {
  return DAY.format(at);
}

/** An ISO day or month as the same everywhere; as it came when it is none. */
export function dayText(day: string): string {
  const at = Date.parse(day);
  if (Number.isNaN(at)) return day;
  return (MONTH_ALONE.test(day) ? MONTH_UTC : DAY_UTC).format(at);
}

/** Text of a paper is untrusted: at most `limit` code units of it are put in a page. */
export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).trimEnd()}…`;
}
