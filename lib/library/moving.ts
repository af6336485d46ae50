import type { PaperId } from '@/lib/core/paper-id';
import type { EntryMove, ListId } from '@/lib/core/reading';
import type { EntryRow, RowChange } from '@/lib/db/library';
import { changeOf } from './changes';
import { type Context, inTransaction, type Whole } from './context';
import type { UndoToken } from './library';
import { listRow, listRows } from './lists';
import { savedRows } from './rows';
import { hideEntries, newUndo } from './undo';

/** Halving a gap too often leaves no number between: then the whole list is numbered anew. */
const SMALLEST_GAP = 1e-6;

export async function moveEntries(
  whole: Whole,
  ids: readonly PaperId[],
  { from, to, before }: EntryMove,
): Promise<UndoToken> {
  return inTransaction(whole, 'rw', ['lists', 'entries', 'saved', 'undo'], async (context) => {
    const { db } = context;
    await listRow(context, to);
    const papers = (await savedRows(context, ids)).map(({ id }) => id);
    const { rows, renumbered, changes } = await placed(context, papers, to, before);
    const known = await db.entries.bulkGet(rows.map(({ list, paper }): [ListId, PaperId] => [list, paper]));
    const isAdded = (index: number) => known[index]?.shown !== 1;
    await db.entries.bulkPut([
      ...renumbered,
      ...rows.map((row, index) => ({ ...row, addedAt: known[index]?.addedAt ?? row.addedAt })),
    ]);
    const token = await newUndo(context, {
      changes: [
        ...changes,
        ...rows.flatMap((row, index) => {
          const old = known[index];
          return old && !isAdded(index) ? orderChange(old, row.order) : [];
        }),
      ],
      added: {
        ...{ lists: [], saved: [] },
        entries: rows.flatMap(({ paper }, index) => (isAdded(index) ? [[to, paper] as const] : [])),
      },
    });
    if (from !== null && from !== to) {
      const keys = papers.map((paper): [ListId, PaperId] => [from, paper]);
      await hideEntries(context, await db.entries.bulkGet(keys), token);
    }
    return token;
  });
}

/** Puts a list before another; null puts it last. */
export async function moveList(whole: Whole, id: ListId, before: ListId | null): Promise<void> {
  await inTransaction(whole, 'rw', ['lists'], async (context) => {
    const { db } = context;
    const moved = await listRow(context, id);
    const others = (await listRows(context)).filter((row) => row.id !== id);
    const at = before === null ? others.length : others.findIndex((row) => row.id === before);
    const next = others.toSpliced(at < 0 ? others.length : at, 0, moved);
    // Deleted lists keep their numbers, so the shown ones share theirs out anew.
    const orders = next.map(({ order }) => order).sort((a, b) => a - b);
    await db.lists.bulkPut(next.map((row, index) => ({ ...row, order: orders[index] ?? row.order })));
  });
}

/** `changes` are those of the rows that were numbered anew. */
type Placed = { rows: EntryRow[]; renumbered: EntryRow[]; changes: RowChange[] };

function orderChange(old: EntryRow, order: number): RowChange[] {
  const change = changeOf('entries', [old.list, old.paper], old, { order });
  return change ? [change] : [];
}

async function placed(
  context: Context,
  papers: readonly PaperId[],
  list: ListId,
  before: PaperId | null,
): Promise<Placed> {
  const { above, below } = await neighbours(context, new Set(papers), list, before);
  const start = above ?? (below ?? 0) - papers.length - 1;
  const step = ((below ?? start + papers.length + 1) - start) / (papers.length + 1);
  if (step <= SMALLEST_GAP) return placedAnew(context, papers, list, before);
  const rows = papers.map((paper, index) => rowAt(context, list, paper, start + step * (index + 1)));
  return { rows, renumbered: [], changes: [] };
}

/** The orders between which a place is wanted, of rows that do not move themselves. A list may be long: only these are read. */
async function neighbours(
  { db }: Context,
  moved: ReadonlySet<PaperId>,
  list: ListId,
  before: PaperId | null,
): Promise<{ above: number | undefined; below: number | undefined }> {
  const stays = (row: EntryRow) => !moved.has(row.paper);
  const target = before === null || moved.has(before) ? undefined : await db.entries.get([list, before]);
  const end = target === undefined ? [list, []] : [list, target.order];
  const rows = db.entries.where('[list+order]').between([list], end, true, false);
  const above = await rows.reverse().and(stays).first();
  return { above: above?.order, below: target?.order };
}

async function placedAnew(
  context: Context,
  papers: readonly PaperId[],
  list: ListId,
  before: PaperId | null,
): Promise<Placed> {
  const moved = new Set(papers);
  const all = await context.db.entries.where('[list+order]').between([list], [list, []]).toArray();
  const others = all.filter((row) => !moved.has(row.paper));
  const found = others.findIndex((row) => row.paper === before);
  const at = found < 0 ? others.length : found;
  const orderOf = (index: number) => (index < at ? index : index + papers.length);
  return {
    rows: papers.map((paper, index) => rowAt(context, list, paper, at + index)),
    renumbered: others.map((row, index) => ({ ...row, order: orderOf(index) })),
    // Undone, all of the list goes by the numbers it had.
    changes: others.flatMap((row, index) => orderChange(row, orderOf(index))),
  };
}

function rowAt({ now }: Context, list: ListId, paper: PaperId, order: number): EntryRow {
  return { list, paper, order, addedAt: now(), hiddenBy: [], shown: 1 };
}
