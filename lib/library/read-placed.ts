import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { listCount, SAVED_COUNT } from '@/lib/db/counts';
import type { SavedRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import { entriesFrom, newestRows, shownRows } from './entries';
import { listRows } from './lists';
import type { Placed } from './placed-entries';

const TABLES = ['lists', 'entries', 'saved', 'papers', 'notes'] as const;

/** The first so many are there at once, whatever comes behind them. */
const FIRST = 100;
/** Rows read by one transaction: a change of the reader's waits for no more. */
const SLICE = 500;
/** Asking for a row costs as much as reading so many of a whole table. */
const COST_OF_ASKING = 3;

/** The first in order; `isAll` where there are no more. */
export async function firstPlaced(
  whole: Whole,
  list: ListId | null,
): Promise<{ placed: Placed[]; isAll: boolean }> {
  return inTransaction(whole, 'r', TABLES, async (context) => {
    if (list === null) {
      const rows = await newestRows(context, FIRST);
      return { placed: await byTime(context, rows), isAll: rows.length < FIRST };
    }
    const inOrder = context.db.entries.where('[list+order]').between([list], [list, []]);
    const entries = await inOrder
      .and(({ shown }) => shown === 1)
      .limit(FIRST)
      .toArray();
    const ids = entries.map(({ paper }) => paper);
    return { placed: await placedOf(context, list, ids), isAll: entries.length < FIRST };
  });
}

/** Those of `ids` that are in the list, as they are now; `lists` are in their order. */
export async function placedAmong(
  whole: Whole,
  list: ListId | null,
  ids: readonly PaperId[],
): Promise<{ placed: Placed[]; lists: readonly ListId[] }> {
  return inTransaction(whole, 'r', TABLES, async (context) => {
    const lists = (await listRows(context)).map(({ id }) => id);
    return { placed: await placedOf(context, list, ids), lists };
  });
}

/** All of them, in no order and by many transactions: what changes meanwhile may be as it was before or after. */
export async function* slicesOf(whole: Whole, list: ListId | null): AsyncGenerator<Placed[], void, void> {
  if (list !== null && (await isSmallPart(whole, list))) {
    const keys = await whole.db.entries.where('[list+shown]').equals([list, 1]).primaryKeys();
    for (let at = 0; at < keys.length; at += SLICE) {
      const ids = keys.slice(at, at + SLICE).map(([, paper]) => paper);
      yield (await placedAmong(whole, list, ids)).placed;
    }
    return;
  }
  let after: PaperId | undefined;
  do {
    const slice = await sliceAfter(whole, list, after);
    after = slice.last;
    yield slice.placed;
  } while (after !== undefined);
}

async function isSmallPart(whole: Whole, list: ListId): Promise<boolean> {
  const [inList, saved] = await whole.db.counts.bulkGet([listCount(list), SAVED_COUNT]);
  return (inList?.count ?? 0) * COST_OF_ASKING < (saved?.count ?? 0);
}

type Slice = { placed: Placed[]; last: PaperId | undefined };

/** The next by their ids, each table read in one go. */
async function sliceAfter(whole: Whole, list: ListId | null, after: PaperId | undefined): Promise<Slice> {
  return inTransaction(whole, 'r', TABLES, async (context) => {
    const { saved, entries } = context.db;
    const rest = after === undefined ? saved.orderBy('id') : saved.where('id').above(after);
    const rows = await rest.limit(SLICE).toArray();
    const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
    if (first === undefined || last === undefined) return { placed: [], last: undefined };
    const more = rows.length < SLICE ? undefined : last;
    const shown = shownRows(rows);
    if (list === null) return { placed: await byTime(context, shown, { first, last }), last: more };
    const there = await entries.where('paper').between(first, last, true, true).toArray();
    const orders = new Map(
      there.flatMap((row) => (row.list === list && row.shown === 1 ? [[row.paper, row.order]] : [])),
    );
    const rowsInList = shown.filter(({ id }) => orders.has(id));
    return { placed: await byOrder(context, rowsInList, orders, { first, last }), last: more };
  });
}

async function placedOf(context: Context, list: ListId | null, ids: readonly PaperId[]): Promise<Placed[]> {
  if (list === null) return byTime(context, shownRows(await context.db.saved.bulkGet([...ids])));
  const entries = await context.db.entries.bulkGet(ids.map((id): [ListId, PaperId] => [list, id]));
  const orders = new Map(entries.flatMap((row) => (row?.shown === 1 ? [[row.paper, row.order]] : [])));
  return byOrder(context, shownRows(await context.db.saved.bulkGet([...orders.keys()])), orders);
}

type Range = { first: PaperId; last: PaperId };

async function byTime(context: Context, rows: readonly SavedRow[], range?: Range): Promise<Placed[]> {
  const entries = await entriesFrom(context, rows, range);
  return entries.map((entry) => ({ entry, place: -entry.savedAt }));
}

async function byOrder(
  context: Context,
  rows: readonly SavedRow[],
  orders: ReadonlyMap<PaperId, number>,
  range?: Range,
): Promise<Placed[]> {
  const entries = await entriesFrom(context, rows, range);
  return entries.map((entry) => ({ entry, place: orders.get(entry.paper.id) ?? 0 }));
}
