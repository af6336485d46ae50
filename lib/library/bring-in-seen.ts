import type { LibraryCopy } from '@/lib/core/library-copy';
import type { DoneRow, SeenRow, VisitRow } from '@/lib/db/library';
import type { Context } from './context';

/**
 * Puts what was opened, marked and done together with what is here. What is marked by hand stays so,
 * and of two marks in a listing the later counts. Call inside a transaction that has `visits`, `seen`
 * and `done`.
 */
export async function bringInSeen({ db }: Context, { history, marks }: LibraryCopy): Promise<void> {
  const visits = history?.visits ?? [];
  const oldVisits = await db.visits.bulkGet(
    visits.map(({ paper, at }): [typeof paper, number] => [paper, at]),
  );
  await db.visits.bulkPut(visits.map((row, index) => laterVisit(oldVisits[index], row)));
  const seen = eachPaperOnce([...(history?.seen ?? []), ...(marks?.seen ?? [])]);
  const oldSeen = await db.seen.bulkGet(seen.map(({ id }) => id));
  await db.seen.bulkPut(seen.map((row, index) => bothSeen(oldSeen[index], row)));
  const done = marks?.done ?? [];
  const oldDone = await db.done.bulkGet(done.map(({ listing }) => listing));
  await db.done.bulkPut(
    done.flatMap((row, index): DoneRow[] => {
      return row.at > (oldDone[index]?.at ?? -1) ? [{ ...row, marked: [], before: null }] : [];
    }),
  );
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
