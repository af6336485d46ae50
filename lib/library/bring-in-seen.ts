import type { LibraryCopy } from '@/lib/core/library-copy';
import type { DoneRow, Replaced, SeenChange, SeenRow, VisitRow } from '@/lib/db/library';
import { isSame } from './changes';
import type { Context } from './context';

/**
 * Puts what was opened, marked and done together with what is here. What is marked by hand stays so,
 * and of two marks in a listing the later counts. Call inside a transaction that has `visits`, `seen`
 * and `done`. Resolves to what was changed by it, to be noted for undo.
 */
export async function bringInSeen({ db }: Context, { history, marks }: LibraryCopy): Promise<SeenChange> {
  const theirVisits = history?.visits ?? [];
  const oldVisits = await db.visits.bulkGet(
    theirVisits.map(({ paper, at }): [typeof paper, number] => [paper, at]),
  );
  const visits = replacedBy(oldVisits, theirVisits, laterVisit);
  await db.visits.bulkPut(visits.map(({ after }) => after));
  const theirSeen = eachPaperOnce([...(history?.seen ?? []), ...(marks?.seen ?? [])]);
  const seen = replacedBy(await db.seen.bulkGet(theirSeen.map(({ id }) => id)), theirSeen, bothSeen);
  await db.seen.bulkPut(seen.map(({ after }) => after));
  const theirDone = (marks?.done ?? []).map((row): DoneRow => ({ ...row, marked: [], before: null }));
  const done = replacedBy(
    await db.done.bulkGet(theirDone.map(({ listing }) => listing)),
    theirDone,
    (old, row) => (old && old.at >= row.at ? old : row),
  );
  await db.done.bulkPut(done.map(({ after }) => after));
  return { visits, seen, done };
}

function replacedBy<Row>(
  old: readonly (Row | undefined)[],
  theirs: readonly Row[],
  both: (old: Row | undefined, row: Row) => Row,
): Replaced<Row>[] {
  return theirs.flatMap((row, at) => {
    const [before, after] = [old[at], both(old[at], row)];
    return isSame(before, after) ? [] : [{ before: before ?? null, after }];
  });
}

const laterVisit = (old: VisitRow | undefined, row: VisitRow) => (old && old.last >= row.last ? old : row);

function eachPaperOnce(rows: readonly SeenRow[]): SeenRow[] {
  const byId = new Map<SeenRow['id'], SeenRow>();
  for (const row of rows) byId.set(row.id, bothSeen(byId.get(row.id), row));
  return [...byId.values()];
}

function bothSeen(old: SeenRow | undefined, row: SeenRow): SeenRow {
  if (old === undefined || old.how === row.how) return { ...row, at: Math.min(row.at, old?.at ?? row.at) };
  return old.how === 'marked' ? old : row;
}
