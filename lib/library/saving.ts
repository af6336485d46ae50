import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, SavedState } from '@/lib/core/reading';
import type { SavedRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import { keepCopies } from './copies';
import type { UndoToken } from './library';
import { addList, listRow, listRows } from './lists';
import { addEntry, idsOf, newSaved, savedRows } from './rows';
import { hideEntries, hidePapers, newUndo, takeBackPaper } from './undo';

export async function save(whole: Whole, paper: Paper, list?: ListId): Promise<SavedState> {
  return inTransaction(whole, 'rw', ['undo', 'lists', 'entries', 'saved', 'papers'], async (context) => {
    const { db, now } = context;
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

export async function unsave(whole: Whole, ids: PaperId | readonly PaperId[]): Promise<UndoToken> {
  return inTransaction(whole, 'rw', ['entries', 'saved', 'undo'], async (context) => {
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
  whole: Whole,
  list: ListId,
  ids: PaperId | readonly PaperId[],
): Promise<UndoToken> {
  return inTransaction(whole, 'rw', ['lists', 'entries', 'saved', 'undo'], async (context) => {
    const { db } = context;
    await listRow(context, list);
    const rows = await savedRows(context, idsOf(ids));
    const token = await newUndo(context);
    const keys = rows.map(({ id }): [ListId, PaperId] => [list, id]);
    await hideEntries(context, await db.entries.bulkGet(keys), token);
    return token;
  });
}

export async function addTo(whole: Whole, list: ListId, ids: readonly PaperId[]): Promise<UndoToken> {
  return inTransaction(whole, 'rw', ['lists', 'entries', 'saved', 'undo'], async (context) => {
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
  return first?.id ?? addList(context, context.defaultListName());
}
