import type { Text } from '../make-text';

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?/;

// By messages, not by Intl: the first date that Intl writes takes a page, or a background that was just started, as
// long as everything else that is drawn with it (10 ms in Chromium).

/** An ISO day or month as arXiv writes dates, such as `1 Sep 2026`; as it came when it is none. */
export function dayOnPage(date: string, text: Text): string {
  const [, year, month, day] = ISO.exec(date) ?? [];
  const name = monthName(Number(month), text);
  if (year === undefined || name === undefined) return date;
  return day === undefined
    ? text('page_month', { month: name, year })
    : text('page_day', { day: Number(day), month: name, year });
}

/** The reader's day of a moment in milliseconds. */
export function momentOnPage(at: number, text: Text): string {
  const date = new Date(at);
  const month = monthName(date.getMonth() + 1, text) ?? '';
  return text('page_day', { day: date.getDate(), month, year: date.getFullYear() });
}

function monthName(month: number, text: Text): string | undefined {
  return text('page_months').split(' ')[month - 1];
}
