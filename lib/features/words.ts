import type { Evidence, Field } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';

const PAPER_FIELD = {
  title: 'title',
  abstract: 'abstract',
  comments: 'comments',
  'journal-ref': 'journalRef',
  doi: 'doi',
} as const satisfies Record<Field, keyof Paper>;

/** The words a fact was read from, readable. */
export function wordsOf(paper: Paper, { field, start, end }: Evidence): string {
  return texToText((paper[PAPER_FIELD[field]] ?? '').slice(start, end));
}
