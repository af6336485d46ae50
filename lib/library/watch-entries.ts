import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { type ChangedRows, watchRows } from '@/lib/db/watch-rows';
import type { Whole } from './context';
import { MANY } from './entries';
import type { Entry } from './library';
import { readTexts } from './entry-texts';
import { type Changed, comparerFor, type Placed, PlacedEntries } from './placed-entries';
import { firstPlaced, placedAmong, slicesOf } from './read-placed';

/** What has to be read again: all, or some papers, or the order of lists in each entry. */
type Stale = { all: boolean; ids: Set<PaperId>; lists: boolean };

type Tools = Pick<Whole, 'db'> & { ask: <R>(work: (whole: Whole) => Promise<R>) => Promise<R> };

/**
 * Calls back with the papers of a list in its order, or all that are saved, now and at every change. Of many
 * the first are told at once, and all when they are read, in slices that let changes through. Once they are
 * read, only what changes is read again: a library may hold tens of thousands. After `failed` all are read again at
 * the next change.
 */
export function watchEntries(
  { db, ask }: Tools,
  list: ListId | null,
  next: (entries: readonly Entry[], isAll: boolean) => void,
  failed: (error: unknown) => void,
): () => void {
  const compare = comparerFor(list);
  let placed = new PlacedEntries([], compare);
  let told: readonly Entry[] | undefined;
  let stale: Stale = { ...nothing(), all: true };
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
  const tell = (entries: readonly Entry[], isAll: boolean) => {
    if (!isOver) next(entries, isAll);
  };
  async function readAll(whole: Whole): Promise<PlacedEntries> {
    if (told === undefined) {
      const first = await firstPlaced(whole, list);
      const known = new PlacedEntries(first.placed, compare);
      if (first.isAll) return known;
      tell(known.entries, false);
    }
    const all: Placed[] = [];
    for await (const slice of slicesOf(whole, list)) {
      if (isOver) break;
      all.push(...slice);
    }
    return new PlacedEntries(all, compare);
  }
  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    let hasChanged = false;
    try {
      while (!isOver && isStale(stale)) {
        const now = stale;
        stale = nothing();
        const isMuch = now.all || now.ids.size > MANY;
        if (isMuch) placed = await ask(readAll);
        else await ask((whole) => readAgain(whole, list, placed, now));
        // What was read in slices is whole only with what changed meanwhile.
        const isWhole = !isMuch || !isStale(stale);
        if (!isWhole || placed.entries === told) continue;
        told = placed.entries;
        tell(told, true);
        void readTexts(told, () => isOver || told !== placed.entries).catch(failed);
      }
    } catch (error) {
      hasChanged = isStale(stale);
      told = undefined;
      stale.all = true;
      if (!isOver) failed(error);
    } finally {
      isReading = false;
    }
    // Nothing else would ask again for what changed while it failed.
    if (hasChanged) void read();
  }
  void read();
  return end;
}

const isStale = ({ all, ids, lists }: Stale) => all || lists || ids.size > 0;

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

/** What is stale of them is put as it is now. */
async function readAgain(
  whole: Whole,
  list: ListId | null,
  known: PlacedEntries,
  stale: Stale,
): Promise<void> {
  const { placed, lists } = await placedAmong(whole, list, [...stale.ids]);
  const changed = new Map<PaperId, Placed | null>([...stale.ids].map((id) => [id, null]));
  for (const one of placed) changed.set(one.entry.paper.id, one);
  if (stale.lists) known.replace(inOrderOf(lists));
  known.change(changed satisfies Changed);
}

/** Lists that were put in another order are so in each entry. */
function inOrderOf(lists: readonly ListId[]): (entry: Entry) => Entry {
  const order = new Map(lists.map((id, index) => [id, index]));
  const place = (list: ListId) => order.get(list) ?? Infinity;
  return (entry) => {
    const isInOrder = entry.lists.every(
      (list, at) => at === 0 || place(entry.lists[at - 1] ?? list) <= place(list),
    );
    return isInOrder ? entry : { ...entry, lists: [...entry.lists].sort((a, b) => place(a) - place(b)) };
  };
}
