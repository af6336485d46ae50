import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, SavedState, Status } from '@/lib/core/reading';
import type { SavedRow } from '@/lib/db/library';
import type { Context } from './context';
import { keepCopies } from './copies';
import { LibraryError, type UndoToken } from './library';
import { addList, listRow, listRows } from './lists';
import { hideEntries, newUndo, takeBack } from './undo';

export async function save(context: Context, paper: Paper, list?: ListId): Promise<SavedState> {
  const { db, now } = context;
  return db.transaction('rw', db.undo, db.lists, db.entries, db.saved, db.papers, async () => {
    if (list !== undefined) await listRow(context, list);
    const row = await db.saved.get(paper.id);
    await keepCopies(context, [paper]);
    if (row?.shown === 1) {
      if (list !== undefined) await addEntry(context, list, paper.id);
      return stateOf(context, row);
    }
    // What the reader made of it before it was unsaved comes back with it, and its lists.
    if (row?.deletedBy) await takeBack(context, row.deletedBy);
    const { status, statusAt } = row ?? { status: 'to-read', statusAt: now() };
    const saved: SavedRow = { id: paper.id, status, statusAt, savedAt: now(), deletedBy: null, shown: 1 };
    await db.saved.put(saved);
    const { lists } = await stateOf(context, saved);
    const target = list ?? (lists === 0 ? await defaultList(context) : undefined);
    if (target !== undefined) await addEntry(context, target, paper.id);
    return stateOf(context, saved);
  });
}

export async function unsave(context: Context, id: PaperId): Promise<UndoToken> {
  const { db } = context;
  return db.transaction('rw', db.entries, db.saved, db.undo, async () => {
    await savedRow(context, id);
    const token = await newUndo(context);
    await db.saved.update(id, { deletedBy: token, shown: 0 });
    await hideEntries(db.entries.where('paper').equals(id), token);
    return token;
  });
}

export async function removeFrom(context: Context, list: ListId, id: PaperId): Promise<UndoToken> {
  const { db } = context;
  return db.transaction('rw', db.lists, db.entries, db.saved, db.undo, async () => {
    await listRow(context, list);
    await savedRow(context, id);
    const token = await newUndo(context);
    await hideEntries(db.entries.where('[list+paper]').equals([list, id]), token);
    return token;
  });
}

export async function setStatus(context: Context, id: PaperId, status: Status): Promise<SavedState> {
  const { db, now } = context;
  return db.transaction('rw', db.entries, db.saved, async () => {
    const row = { ...(await savedRow(context, id)), status, statusAt: now() };
    await db.saved.put(row);
    return stateOf(context, row);
  });
}

/** Call inside a transaction that has `saved`. */
async function savedRow({ db }: Context, id: PaperId): Promise<SavedRow> {
  const row = await db.saved.get(id);
  if (row?.shown !== 1) throw new LibraryError('not-saved');
  return row;
}

async function stateOf({ db }: Context, { id, status, savedAt }: SavedRow): Promise<SavedState> {
  const entries = await db.entries.where('paper').equals(id).toArray();
  return { status, savedAt, lists: entries.filter(({ shown }) => shown === 1).length };
}

/** New ones go to the top. One that is there already keeps its place. */
async function addEntry({ db, now }: Context, list: ListId, paper: PaperId): Promise<void> {
  const existing = await db.entries.get([list, paper]);
  if (existing?.shown === 1) return;
  const top = await db.entries.where('[list+order]').between([list], [list, []]).first();
  const order = Math.min(0, top?.order ?? 0) - 1;
  await db.entries.put({ list, paper, order, addedAt: now(), hiddenBy: [], shown: 1 });
}

async function defaultList(context: Context): Promise<ListId> {
  const [first] = await listRows(context);
  return first?.id ?? addList(context, context.defaultListName);
}
