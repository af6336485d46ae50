import { citationKey, keyGiver } from '@/lib/core/citation-key';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import type { SavedRow } from '@/lib/db/library';
import type { Context } from './context';
import { LibraryError } from './library';

export const idsOf = (ids: PaperId | readonly PaperId[]) => (typeof ids === 'string' ? [ids] : ids);

/** The rows of saved papers, each once. Call inside a transaction that has `saved`. */
export async function savedRows({ db }: Context, ids: readonly PaperId[]): Promise<SavedRow[]> {
  const rows = await db.saved.bulkGet([...new Set(ids)]);
  return rows.map((row) => {
    if (row?.shown !== 1) throw new LibraryError('not-saved');
    return row;
  });
}

/** Call inside a transaction that has `saved`. */
export async function savedRow(context: Context, id: PaperId): Promise<SavedRow> {
  const [row] = await savedRows(context, [id]);
  if (!row) throw new LibraryError('not-saved');
  return row;
}

/** What a paper has that is saved for the first time. Call inside a transaction that has `saved`. */
export async function newSaved(context: Context, paper: Paper): Promise<SavedRow> {
  const at = context.now();
  return {
    ...{ id: paper.id, status: 'to-read', statusAt: at, savedAt: at, deletedBy: null, shown: 1 },
    ...{ key: await freeKey(context, citationKey(paper)), tags: [], cited: null },
  };
}

/** The key, or with a letter where it is taken. Call inside a transaction that has `saved`. */
export async function freeKey({ db }: Context, key: string): Promise<string> {
  // Letters are put behind a key that is taken, so whatever is in its way begins with it.
  const rows = await db.saved.where('key').startsWith(key).toArray();
  return keyGiver(new Set(rows.map((row) => row.key)))(key);
}

/** New ones go to the top. False for one that is there already: it keeps its place. Call inside a transaction that has `entries`. */
export async function addEntry({ db, now }: Context, list: ListId, paper: PaperId): Promise<boolean> {
  const existing = await db.entries.get([list, paper]);
  if (existing?.shown === 1) return false;
  const top = await db.entries.where('[list+order]').between([list], [list, []]).first();
  const order = Math.min(0, top?.order ?? 0) - 1;
  await db.entries.put({ list, paper, order, addedAt: now(), hiddenBy: [], shown: 1 });
  return true;
}
