import type { PackShown } from '@/lib/core/corpus-status';
import { newestFirst, type CorpusDb, type PackRow } from '@/lib/db/corpus';
import { inStorage } from '@/lib/db/in-storage';
import { watchQuery } from '@/lib/db/watch-query';

/** Calls back with all packs, newest first, now and at every change, until unsubscribed. */
export function watchPacks(
  db: CorpusDb,
  next: (packs: readonly PackShown[]) => void,
  failed: (error: unknown) => void,
): () => void {
  const read = () => inStorage(db, async () => (await db.packs.toArray()).filter(isPack));
  return watchQuery(read, (rows) => next(rows.sort(newestFirst).map(shown)), failed);
}

/** Not what only notes that a manifest could not be read. */
const isPack = ({ parts }: PackRow) => parts > 0;

function shown(row: PackRow): PackShown {
  const { id, origin, state, papers, repeats, date, source, bytes, parts, coverage, code } = row;
  const ownPapers = papers - repeats.papers;
  return {
    id,
    origin,
    state,
    papers,
    ownPapers,
    date,
    source,
    bytes,
    done: row.nextPart,
    parts,
    coverage,
    code,
  };
}
