import type { CorpusStatus } from '@/lib/core/corpus-status';
import { archiveOf } from '@/lib/core/categories';
import { countText, dayText } from '../format';
import type { Text } from '../make-text';

const CATEGORY = /(?:^|\s)cat:([a-z-]+(?:\.[a-z-]+)?)/i;

/**
 * Says what "nothing found" means: not among the papers here, which are so many, to that day, and
 * of the archive asked for (`cat:`) so many. Never that there is no such paper.
 */
export function noHitsText(text: Text, query: string, status: CorpusStatus): string {
  const count = countText(status.papers);
  const day = status.date === null ? null : dayText(status.date);
  const archive = archiveAsked(query);
  if (day === null) return text('popup_no_hits', { count });
  if (status.coverage === null || archive === undefined) return text('popup_no_hits_to', { count, day });
  const papers = countText(status.coverage.archives[archive] ?? 0);
  return text('popup_no_hits_archive', { archive, count, day, papers });
}

function archiveAsked(query: string): string | undefined {
  const [, category] = CATEGORY.exec(query) ?? [];
  return category === undefined ? undefined : archiveOf(category.toLowerCase());
}
