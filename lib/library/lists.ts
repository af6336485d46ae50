import type { ListId } from '@/lib/core/reading';
import { listCount } from '@/lib/db/counts';
import type { ListRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import { LibraryError, type ListSummary, type UndoToken } from './library';
import { entriesIn, hideEntries, newUndo } from './undo';

const NAME_LENGTH = 200;

/** The lists that were not deleted, in the reader's order. Call inside a transaction that has `lists`. */
export async function listRows({ db }: Context): Promise<ListRow[]> {
  const rows = await db.lists.filter(({ deletedBy }) => deletedBy === null).toArray();
  return rows.sort((a, b) => a.order - b.order);
}

/** Call inside a transaction that has `lists`. */
export async function listRow({ db }: Context, id: ListId): Promise<ListRow> {
  const row = await db.lists.get(id);
  if (!row || row.deletedBy !== null) throw new LibraryError('no-list');
  return row;
}

export async function lists(whole: Whole): Promise<readonly ListSummary[]> {
  return inTransaction(whole, 'r', ['lists', 'counts'], async (context) => {
    const { db } = context;
    const rows = await listRows(context);
    const counts = await db.counts.bulkGet(rows.map(({ id }) => listCount(id)));
    return rows.map(({ id, name }, index) => ({ id, name, papers: counts[index]?.count ?? 0 }));
  });
}

/** Call inside a transaction that has `lists`. */
export async function addList({ db, now, newId }: Context, name: string): Promise<ListId> {
  const id = newId() as ListId; // the brand says only that it names a list, which it does from here on
  // Deleted lists count: one that comes back must not share its place with a newer one.
  const order = Math.max(0, ...(await db.lists.toArray()).map((row) => row.order)) + 1;
  await db.lists.add({ id, name: cleanName(name), order, createdAt: now(), deletedBy: null });
  return id;
}

export async function createList(whole: Whole, name: string): Promise<ListId> {
  return inTransaction(whole, 'rw', ['lists'], (context) => addList(context, name));
}

export async function renameList(whole: Whole, id: ListId, name: string): Promise<void> {
  await inTransaction(whole, 'rw', ['lists'], async (context) => {
    const { db } = context;
    await listRow(context, id);
    await db.lists.update(id, { name: cleanName(name) });
  });
}

export async function deleteList(whole: Whole, id: ListId): Promise<UndoToken> {
  return inTransaction(whole, 'rw', ['lists', 'entries', 'undo'], async (context) => {
    const { db } = context;
    await listRow(context, id);
    const token = await newUndo(context);
    await db.lists.update(id, { deletedBy: token });
    await hideEntries(context, await entriesIn(context, id), token);
    return token;
  });
}

/** One line, cut where no reader goes on. */
export function cleanName(name: string): string {
  const clean = name.replace(/\s+/g, ' ').trim().slice(0, NAME_LENGTH);
  if (clean === '') throw new LibraryError('no-name');
  return clean;
}
