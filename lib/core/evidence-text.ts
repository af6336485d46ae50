import type { Evidence, Field } from './facts';
import type { Paper } from './paper';

const PAPER_FIELD = {
  title: 'title',
  abstract: 'abstract',
  comments: 'comments',
  'journal-ref': 'journalRef',
  doi: 'doi',
} as const satisfies Record<Field, keyof Paper>;

/** The words a fact was read from, as the field has them. */
export function evidenceText(
  paper: Pick<Paper, (typeof PAPER_FIELD)[Field]>,
  { field, start, end }: Evidence,
): string {
  return (paper[PAPER_FIELD[field]] ?? '').slice(start, end);
}
