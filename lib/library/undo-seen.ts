import type { PaperId } from '@/lib/core/paper-id';
import type { DoneRow, Replaced, SeenChange, SeenRow, VisitRow } from '@/lib/db/library';
import { isSame } from './changes';
import type { Context } from './context';

type Rows<Row, Key> = {
  bulkGet: (keys: Key[]) => PromiseLike<(Row | undefined)[]>;
  bulkPut: (rows: Row[]) => PromiseLike<unknown>;
  bulkDelete: (keys: Key[]) => PromiseLike<unknown>;
};

/**
 * Puts back what a change said of papers opened, marked and done; what was said again since is left as it is.
 * Call inside a transaction that has `visits`, `seen` and `done`.
 */
export async function takeOutSeen({ db }: Context, { visits, seen, done }: SeenChange): Promise<void> {
  await putBack<VisitRow, [PaperId, number]>(db.visits, visits, ({ paper, at }) => [paper, at]);
  await putBack<DoneRow, string>(db.done, done, ({ listing }) => listing);
  const gone = new Set(await putBack<SeenRow, PaperId>(db.seen, seen, ({ id }) => id));
  if (gone.size === 0) return;
  // What was opened since was seen by the reader, and not only by the change.
  const opened = new Map<PaperId, number>();
  for (const { paper, at } of await db.visits.filter((row) => gone.has(row.paper)).toArray())
    opened.set(paper, Math.min(at, opened.get(paper) ?? at));
  await db.seen.bulkAdd([...opened].map(([id, at]) => ({ id, at, how: 'opened' })));
}

/** The keys of those rows that are gone, as there were none before. */
async function putBack<Row, Key>(
  table: Rows<Row, Key>,
  changes: readonly Replaced<Row>[],
  keyOf: (row: Row) => Key,
): Promise<Key[]> {
  const rows = await table.bulkGet(changes.map(({ after }) => keyOf(after)));
  const ours = changes.filter(({ after }, at) => isSame(rows[at], after));
  const gone = ours.filter(({ before }) => before === null).map(({ after }) => keyOf(after));
  await table.bulkDelete(gone);
  await table.bulkPut(ours.flatMap(({ before }) => (before === null ? [] : [before])));
  return gone;
}

/** What is forgotten of the history is not to come back by undo. Call inside a transaction that has `undo`. */
export async function forgetInUndo({ db }: Context, isForgotten: (at: number) => boolean): Promise<void> {
  const isOpening = ({ how, at }: SeenRow) => how === 'opened' && isForgotten(at);
  await db.undo
    .filter(({ seen }) => seen !== undefined)
    .modify((row) => {
      if (!row.seen) return;
      const { visits, seen, done } = row.seen;
      row.seen = {
        visits: visits.filter(
          ({ before, after }) => !isForgotten(before?.last ?? after.last) && !isForgotten(after.last),
        ),
        seen: seen
          .filter(({ after }) => !isOpening(after))
          .map((one) => (one.before && isOpening(one.before) ? { ...one, before: null } : one)),
        done,
      };
    });
}
