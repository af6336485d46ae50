import type { Text } from '../make-text';

/** A count with its thousands apart, by messages as the dates beside it are (page-day.ts). */
export function countOnPage(count: number, text: Text): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, () => text('page_thousands'));
}
