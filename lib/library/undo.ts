import type { EntryRow } from '@/lib/db/library';
import type { Context } from './context';
import type { UndoToken } from './library';

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

type Rows = { modify(change: (row: EntryRow) => void): PromiseLike<number> };

/** Notes a deletion that may be undone. Call inside a transaction that has `undo`. */
export async function newUndo({ db, now, newId }: Context): Promise<UndoToken> {
  const token = newId() as UndoToken; // the brand says only that it names a deletion, which it does from here on
  await db.undo.add({ token, at: now() });
  return token;
}

/** Takes entries out of sight until `token` is undone. Call inside a transaction that has `entries`. */
export async function hideEntries(rows: Rows, token: UndoToken): Promise<void> {
  await rows.modify((row) => {
    row.hiddenBy = [...row.hiddenBy, token];
    row.shown = 0;
  });
}

export async function undo(context: Context, token: UndoToken): Promise<boolean> {
  const { db } = context;
  return db.transaction('rw', db.undo, db.lists, db.saved, db.entries, async () => {
    if (!(await db.undo.get(token))) return false;
    await takeBack(context, token);
    return true;
  });
}

/** Call inside a transaction that has `undo`, `lists`, `saved` and `entries`. */
export async function takeBack({ db }: Context, token: string): Promise<void> {
  await db.undo.delete(token);
  await db.lists.filter(({ deletedBy }) => deletedBy === token).modify({ deletedBy: null });
  await db.saved.where('deletedBy').equals(token).modify({ deletedBy: null, shown: 1 });
  await db.entries
    .where('hiddenBy')
    .equals(token)
    .modify((row) => {
      row.hiddenBy = row.hiddenBy.filter((other) => other !== token);
      row.shown = row.hiddenBy.length === 0 ? 1 : 0;
    });
}

/** Removes for good what was deleted over 30 days ago. */
export async function purge({ db, now }: Context): Promise<void> {
  await db.transaction('rw', db.undo, db.lists, db.saved, db.entries, db.papers, async () => {
    const tokens = await db.undo
      .where('at')
      .below(now() - KEPT_MS)
      .primaryKeys();
    if (tokens.length === 0) return;
    const expired = new Set(tokens);
    const papers = await db.saved.where('deletedBy').anyOf(tokens).primaryKeys();
    await db.papers.bulkDelete(papers);
    await db.saved.bulkDelete(papers);
    await db.lists.filter(({ deletedBy }) => deletedBy !== null && expired.has(deletedBy)).delete();
    await db.entries.where('hiddenBy').anyOf(tokens).delete();
    await db.undo.bulkDelete(tokens);
  });
}
