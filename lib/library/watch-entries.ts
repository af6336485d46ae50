import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { type ChangedRows, watchRows } from '@/lib/db/watch-rows';
import { type Context, inTransaction, type Whole } from './context';
import { entriesFrom, MANY, shownRows } from './entries';
import type { Entry } from './library';
import { listRows } from './lists';

/** An entry, and the number that its place goes by: least first. */
type Placed = { entry: Entry; place: number };
type Known = ReadonlyMap<PaperId, Placed>;

/** What has to be read again: all, or some papers, or the order of lists in each entry. */
type Stale = { all: boolean; ids: Set<PaperId>; lists: boolean };

export type ReadAgain = (list: ListId | null, known: Known, stale: Stale) => Promise<Known>;

/**
 * Calls back with the papers of a list in its order, or all that are saved, now and at every change. Once
 * they are read, only what changes is read again: a library may hold tens of thousands. `failed` ends it.
 */
export function watchEntries(
  { db, readAgain }: Pick<Whole, 'db'> & { readAgain: ReadAgain },
  list: ListId | null,
  next: (entries: readonly Entry[]) => void,
  failed: (error: unknown) => void,
): () => void {
  let known: Known = new Map();
  let stale: Stale = { ...nothing(), all: true };
  let isFirst = true;
  let isReading = false;
  let isOver = false;
  const stop = watchRows(db, (changed) => {
    addTo(stale, changed);
    void read();
  });
  const end = () => {
    isOver = true;
    stop();
  };
  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      while (!isOver && (stale.all || stale.lists || stale.ids.size > 0)) {
        const now = stale;
        stale = nothing();
        const before = known;
        known = await readAgain(list, before, now);
        if (!isOver && (isFirst || known !== before)) next(inOrder(known, list));
        isFirst = false;
      }
    } catch (error) {
      end();
      failed(error);
    } finally {
      isReading = false;
    }
  }
  void read();
  return end;
}

const nothing = (): Stale => ({ all: false, ids: new Set(), lists: false });

function addTo(stale: Stale, changed: ChangedRows): void {
  for (const [table, keys] of changed) {
    if (table === 'lists') stale.lists = true;
    if (!TABLES.has(table)) continue;
    if (keys === null) stale.all = true;
    // Keys of these tables are papers, and of entries a list and a paper.
    for (const key of keys ?? []) stale.ids.add((Array.isArray(key) ? key[1] : key) as PaperId);
  }
}

const TABLES = new Set(['saved', 'papers', 'notes', 'entries']);

/** The entries once more, with what is stale of them as it is now; the same object where nothing changed. */
export async function readAgain(
  whole: Whole,
  list: ListId | null,
  known: Known,
  stale: Stale,
): Promise<Known> {
  return inTransaction(whole, 'r', ['lists', 'entries', 'saved', 'papers', 'notes'], async (context) => {
    if (stale.all || stale.ids.size > MANY) return new Map(await placed(context, list, null));
    const fresh = await placed(context, list, [...stale.ids]);
    const gone = [...stale.ids].filter((id) => known.has(id) && !fresh.has(id));
    const next = stale.lists ? await withListsInOrder(context, known) : known;
    if (fresh.size === 0 && gone.length === 0) return next;
    const all = new Map([...next, ...fresh]);
    for (const id of gone) all.delete(id);
    return all;
  });
}

/** Those of `ids` that are in the list; null for all that are. */
async function placed(
  context: Context,
  list: ListId | null,
  ids: readonly PaperId[] | null,
): Promise<Map<PaperId, Placed>> {
  const { db } = context;
  const entries = list === null ? null : await placesIn(context, list, ids);
  const wanted = entries === null ? ids : [...entries.keys()];
  const rows =
    wanted === null
      ? await db.saved.where('[shown+savedAt]').between([1], [1, []]).toArray()
      : shownRows(await db.saved.bulkGet([...wanted]));
  const found = await entriesFrom(context, rows);
  return new Map(
    found.map((entry) => {
      const { id } = entry.paper;
      return [id, { entry, place: entries?.get(id) ?? -entry.savedAt }];
    }),
  );
}

async function placesIn(
  { db }: Context,
  list: ListId,
  ids: readonly PaperId[] | null,
): Promise<Map<PaperId, number>> {
  const rows =
    ids === null
      ? await db.entries.where('[list+shown]').equals([list, 1]).toArray()
      : await db.entries.bulkGet(ids.map((id): [ListId, PaperId] => [list, id]));
  return new Map(rows.flatMap((row) => (row?.shown === 1 ? [[row.paper, row.order]] : [])));
}

/** Lists that were put in another order are so in each entry. */
async function withListsInOrder(context: Context, known: Known): Promise<Known> {
  const order = new Map((await listRows(context)).map(({ id }, index) => [id, index]));
  const place = (list: ListId) => order.get(list) ?? Infinity;
  const moved = [...known].flatMap(([id, { entry, place: at }]): [PaperId, Placed][] => {
    const lists = [...entry.lists].sort((a, b) => place(a) - place(b));
    return lists.join() === entry.lists.join() ? [] : [[id, { entry: { ...entry, lists }, place: at }]];
  });
  return moved.length === 0 ? known : new Map([...known, ...moved]);
}

/** Of equal places, as the database has them: the later id first among all, the earlier within a list. */
function inOrder(known: Known, list: ListId | null): readonly Entry[] {
  const turn = list === null ? -1 : 1;
  const all = [...known.values()].sort(
    (a, b) => a.place - b.place || (a.entry.paper.id < b.entry.paper.id ? -turn : turn),
  );
  return all.map(({ entry }) => entry);
}
