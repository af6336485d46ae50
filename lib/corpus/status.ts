import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { PackRow } from '@/lib/db/corpus';
import { isReadable } from './readable';

/** What the rows of the shipped packs say. One that answers keeps its state while the next comes in. */
export function statusOf(rows: readonly PackRow[]): CorpusStatus {
  const ready = rows.find((row) => row.state === 'ready' && isReadable(row));
  const coming = rows.find(({ state }) => state === 'importing');
  const progress = coming ? { done: coming.nextPart, total: coming.parts } : {};
  const trouble = coming?.code ? { code: coming.code } : {};
  return {
    state: ready ? 'ready' : stateWithout(coming),
    papers: ready?.papers ?? 0,
    date: ready?.date ?? null,
    coverage: ready?.coverage ?? null,
    ...progress,
    ...trouble,
  };
}

function stateWithout(coming: PackRow | undefined): CorpusStatus['state'] {
  if (!coming) return 'empty';
  return coming.code ? 'failed' : 'importing';
}
