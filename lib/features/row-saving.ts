import type { Paper } from '@/lib/core/paper';
import type { RowScope } from './feature';

/** Saves the paper of a row or takes it back, shown at once. Rejects when it could not be done. */
export async function toggleRowSaved(
  { call, rows }: Pick<RowScope, 'call' | 'rows'>,
  paper: Paper,
): Promise<void> {
  const before = rows.mark(paper.id);
  if (!before) return;
  rows.act(paper.id, { ...before, saved: !before.saved, status: before.saved ? null : 'to-read' });
  try {
    if (before.saved) await call('unsave', { id: paper.id });
    else await call('save', { paper });
  } catch (error) {
    rows.act(paper.id, before);
    throw error;
  }
}
