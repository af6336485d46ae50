import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, SavedState } from '@/lib/core/reading';
import type { SavedRow } from '@/lib/db/library';
import type { Context } from './context';
import { keepCopies } from './copies';
import type { UndoToken } from './library';
import { addList, listRow, listRows } from './lists';
import { addEntry, idsOf, newSaved, savedRows } from './rows';
import { hideEntries, hidePapers, newUndo, takeBackPaper } from './undo';

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
    if (row?.deletedBy) await takeBackPaper(context, row.deletedBy, paper.id);
    const made = row ?? (await newSaved(context, paper));
    const saved: SavedRow = { ...made, savedAt: now(), deletedBy: null, shown: 1 };
    await db.saved.put(saved);
    const { lists } = await stateOf(context, saved);
    const target = list ?? (lists === 0 ? await defaultList(context) : undefined);
    if (target !== undefined) await addEntry(context, target, paper.id);
    return stateOf(context, saved);
  });
}

export async function unsave(context: Context, ids: PaperId | readonly PaperId[]): Promise<UndoToken> {
  const { db } = context;
  return db.transaction('rw', db.entries, db.saved, db.undo, async () => {
    const rows = await savedRows(context, idsOf(ids));
    const token = await newUndo(context);
    await hidePapers(
      context,
      rows.map(({ id }) => id),
      token,
    );
    return token;
  });
}

export async function removeFrom(
  context: Context,
  list: ListId,
  ids: PaperId | readonly PaperId[],
): Promise<UndoToken> {
  const { db } = context;
  return db.transaction('rw', db.lists, db.entries, db.saved, db.undo, async () => {
    await listRow(context, list);
    const rows = await savedRows(context, idsOf(ids));
    const token = await newUndo(context);
    const keys = rows.map(({ id }): [ListId, PaperId] => [list, id]);
    await hideEntries(context, await db.entries.bulkGet(keys), token);
    return token;
  });
}

export async function addTo(context: Context, list: ListId, ids: readonly PaperId[]): Promise<UndoToken> {
  const { db } = context;
  return db.transaction('rw', db.lists, db.entries, db.saved, db.undo, async () => {
    await listRow(context, list);
    const entries: [ListId, PaperId][] = [];
    for (const { id } of await savedRows(context, ids)) {
      if (await addEntry(context, list, id)) entries.push([list, id]);
    }
    return newUndo(context, { added: { lists: [], saved: [], entries } });
  });
}

async function stateOf({ db }: Context, { id, status, savedAt }: SavedRow): Promise<SavedState> {
  const entries = await db.entries.where('paper').equals(id).toArray();
  return { status, savedAt, lists: entries.filter(({ shown }) => shown === 1).length };
}

async function defaultList(context: Context): Promise<ListId> {
  const [first] = await listRows(context);
  return first?.id ?? addList(context, context.defaultListName);
}
