import type { CopiedList, LibraryCopy } from '@/lib/core/library-copy';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import type { EntryRow, ListRow } from '@/lib/db/library';
import type { Context } from './context';
import { cleanName, listRows } from './lists';

type Brought = { lists: ListRow[]; added: [ListId, PaperId][] };

/**
 * Puts papers into the lists of a copy: those of the same name, or new ones. They go to the top, in
 * the order of the copy; what is in the list already keeps its place. Call inside a transaction that
 * has `lists` and `entries`; `dry` only says what would be done.
 */
export async function bringInLists(
  context: Context,
  copy: LibraryCopy,
  { dry }: { dry: boolean },
): Promise<Brought> {
  const { db } = context;
  const made: ListRow[] = [];
  const added: [ListId, PaperId][] = [];
  const find = await finder(context, made);
  for (const list of copy.lists) {
    const { id, isNew } = find(list);
    const there = isNew ? [] : await db.entries.where('[list+paper]').between([id], [id, []]).toArray();
    const rows = newRows(context, list, id, there);
    added.push(...rows.map(({ list, paper }): [ListId, PaperId] => [list, paper]));
    if (dry) continue;
    const known = new Set(there.map(({ paper }) => paper));
    await db.entries.bulkPut(rows.filter(({ paper }) => known.has(paper)));
    // What was never there need not be looked up by what counts it.
    await db.entries.bulkAdd(rows.filter(({ paper }) => !known.has(paper)));
  }
  if (!dry) await db.lists.bulkPut(made);
  return { lists: made, added };
}

/** Of two lists with one name in a copy, the second is the second here too. */
async function finder(context: Context, made: ListRow[]) {
  const { now, newId, db } = context;
  const free = await listRows(context);
  let order = Math.max(0, ...(await db.lists.toArray()).map((row) => row.order));
  return ({ name, createdAt }: CopiedList): { id: ListId; isNew: boolean } => {
    const clean = cleanName(name);
    const at = free.findIndex((row) => row.name === clean);
    const [found] = at < 0 ? [] : free.splice(at, 1);
    if (found) return { id: found.id, isNew: false };
    const id = newId() as ListId; // the brand says only that it names a list, which it does from here on
    order += 1;
    made.push({ id, name: clean, order, createdAt: createdAt ?? now(), deletedBy: null });
    return { id, isNew: true };
  };
}

function newRows(
  { now }: Context,
  { entries }: CopiedList,
  list: ListId,
  there: readonly EntryRow[],
): EntryRow[] {
  const shown = new Set(there.filter((row) => row.shown === 1).map(({ paper }) => paper));
  const byId = new Map(entries.filter(({ id }) => !shown.has(id)).map((entry) => [entry.id, entry]));
  const top = there.reduce((least, { order }) => Math.min(least, order), 0);
  return [...byId.values()].map(({ id, addedAt }, index) => ({
    ...{ list, paper: id, order: top - byId.size + index, addedAt: addedAt ?? now() },
    ...{ hiddenBy: [], shown: 1 },
  }));
}
