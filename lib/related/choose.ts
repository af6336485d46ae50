import type { PaperRecord } from '@/lib/search/records';
import { termsOf } from '@/lib/search/analyse';
import { authorKey } from './reasons';

export type Choosable = { record: PaperRecord; score: number };

/** Of eight rows, this many may be by people who know each other. */
const SHARE_OF_GROUP = 3 / 8;

/**
 * The rows to show out of candidates, best first: no paper twice, none with the title of the paper
 * asked about or of a row above, and not too many of one group. Those left out for their group come
 * back when there is nothing else. Best first again at the end.
 */
export function chooseRows<T extends Choosable>(candidates: readonly T[], title: string, limit: number): T[] {
  const most = Math.max(1, Math.ceil(limit * SHARE_OF_GROUP));
  const rows: T[] = [];
  const put: T[] = [];
  const titles = new Set([titleKey(title)]);
  const groups = new Map<string, number>();
  for (const candidate of candidates) {
    const key = titleKey(candidate.record.title);
    if (titles.has(key)) continue;
    titles.add(key);
    const authors = candidate.record.authors.map(authorKey);
    if (authors.some((author) => (groups.get(author) ?? 0) >= most)) {
      put.push(candidate);
      continue;
    }
    for (const author of new Set(authors)) groups.set(author, (groups.get(author) ?? 0) + 1);
    rows.push(candidate);
    if (rows.length === limit) break;
  }
  const filled = [...rows, ...put.slice(0, limit - rows.length)];
  return filled.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1));
}

/** Titles that differ in case, punctuation, plurals or the order of words are one title. */
function titleKey(title: string): string {
  return termsOf(title).sort().join(' ') || title;
}
