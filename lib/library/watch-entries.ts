import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { type ChangedRows, watchRows } from '@/lib/db/watch-rows';
import type { Whole } from './context';
import { MANY } from './entries';
import type { Entry } from './library';
import { readFields } from './match-entries';
import { type Changed, comparerFor, type Placed, withChanged } from './placed-entries';
import { firstPlaced, placedAmong, slicesOf } from './read-placed';

/** What has to be read again: all, or some papers, or the order of lists in each entry. */
type Stale = { all: boolean; ids: Set<PaperId>; lists: boolean };

type Tools = Pick<Whole, 'db'> & { ask: <R>(work: (whole: Whole) => Promise<R>) => Promise<R> };

/**
 * Calls back with the papers of a list in its order, or all that are saved, now and at every change. Of many
 * the first are told at once, and all when they are read, in slices that let changes through. Once they are
 * read, only what changes is read again: a library may hold tens of thousands. `failed` ends it.
 */
export function watchEntries(
  { db, ask }: Tools,
  list: ListId | null,
  next: (entries: readonly Entry[], isAll: boolean) => void,
  failed: (error: unknown) => void,
): () => void {
  const compare = comparerFor(list);
  let sorted: readonly Placed[] = [];
  let told: readonly Placed[] | undefined;
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
  const tell = (placed: readonly Placed[], isAll: boolean) => {
    if (!isOver) next(entriesIn(placed), isAll);
  };
  async function readAll(whole: Whole): Promise<readonly Placed[]> {
    if (told === undefined) {
      const { placed, isAll } = await firstPlaced(whole, list);
      const first = placed.sort(compare);
      if (isAll) return first;
      tell(first, false);
    }
    const all: Placed[] = [];
    for await (const slice of slicesOf(whole, list)) {
      if (isOver) break;
      all.push(...slice);
      readFields(entriesIn(slice));
    }
    return all.sort(compare);
  }
  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      while (!isOver && isStale(stale)) {
        const now = stale;
        stale = nothing();
        const before = sorted;
        const isMuch = now.all || now.ids.size > MANY;
        sorted = isMuch ? await ask(readAll) : await ask((whole) => readAgain(whole, list, before, now));
        // What was read in slices is whole only with what changed meanwhile.
        const isWhole = !isMuch || !isStale(stale);
        if (!isWhole || sorted === told) continue;
        told = sorted;
        tell(sorted, true);
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

const entriesIn = (placed: readonly Placed[]) => placed.map(({ entry }) => entry);

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

/** The entries once more, with what is stale of them as it is now; the same object where nothing changed. */
async function readAgain(
  whole: Whole,
  list: ListId | null,
  sorted: readonly Placed[],
  stale: Stale,
): Promise<readonly Placed[]> {
  const { placed, lists } = await placedAmong(whole, list, [...stale.ids]);
  const known = new Set<PaperId>();
  for (const { entry } of sorted) if (stale.ids.has(entry.paper.id)) known.add(entry.paper.id);
  const changed = new Map<PaperId, Placed | null>([...known].map((id) => [id, null]));
  for (const one of placed) changed.set(one.entry.paper.id, one);
  const next = stale.lists ? withListsInOrder(sorted, lists) : sorted;
  return changed.size === 0 ? next : withChanged(next, changed satisfies Changed, comparerFor(list));
}

/** Lists that were put in another order are so in each entry. */
function withListsInOrder(sorted: readonly Placed[], lists: readonly ListId[]): readonly Placed[] {
  const order = new Map(lists.map((id, index) => [id, index]));
  const place = (list: ListId) => order.get(list) ?? Infinity;
  let isMoved = false;
  const next = sorted.map((placed): Placed => {
    const { entry } = placed;
    if (entry.lists.every((list, at) => at === 0 || place(entry.lists[at - 1] ?? list) <= place(list)))
      return placed;
    isMoved = true;
    return { ...placed, entry: { ...entry, lists: [...entry.lists].sort((a, b) => place(a) - place(b)) } };
  });
  return isMoved ? next : sorted;
}
