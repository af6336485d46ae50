import type { EarlierValues } from '@/lib/core/library-copy';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, SavedState } from '@/lib/core/reading';
import { SAVED_COUNT } from '@/lib/db/counts';
import type { SavedRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import { keepCopies } from './copies';
import type { Entry } from './library';
import { listRow, listRows } from './lists';

export async function entriesOf(whole: Whole, list: ListId | null): Promise<readonly Entry[]> {
  return inTransaction(whole, 'r', ['lists', 'entries', 'saved', 'papers', 'notes'], async (context) => {
    if (list !== null) await listRow(context, list);
    return entriesFrom(context, list === null ? await newestFirst(context) : await inOrder(context, list));
  });
}

export async function newest(whole: Whole, limit: number): Promise<readonly Entry[]> {
  return inTransaction(whole, 'r', ['lists', 'entries', 'saved', 'papers', 'notes'], async (context) => {
    return entriesFrom(context, await newestRows(context, limit));
  });
}

/** Among so many saved last is looked for what is to be read, and what is not any more. */
const LOOKED_AT = 200;

export async function recent(whole: Whole, each: number): Promise<readonly Entry[]> {
  return inTransaction(whole, 'r', ['lists', 'entries', 'saved', 'papers', 'notes'], async (context) => {
    const rows = await newestRows(context, LOOKED_AT);
    const waiting = rows.filter(({ status }) => status === 'to-read').slice(0, each);
    const others = rows.filter(({ status }) => status !== 'to-read').slice(0, each);
    const chosen = new Set([...waiting, ...others]);
    return entriesFrom(
      context,
      rows.filter((row) => chosen.has(row)),
    );
  });
}

export async function newestIds({ db }: Context, limit: number): Promise<readonly PaperId[]> {
  return db.saved.where('[shown+savedAt]').between([1], [1, []]).reverse().limit(limit).primaryKeys();
}

export async function newestRows({ db }: Context, limit: number): Promise<SavedRow[]> {
  return db.saved.where('[shown+savedAt]').between([1], [1, []]).reverse().limit(limit).toArray();
}

export async function entry(whole: Whole, id: PaperId): Promise<Entry | undefined> {
  const [found] = await inTransaction(
    whole,
    'r',
    ['lists', 'entries', 'saved', 'papers', 'notes'],
    async (context) => {
      const { db } = context;
      const row = await db.saved.get(id);
      return row?.shown === 1 ? entriesFrom(context, [row]) : [];
    },
  );
  return found;
}

export async function keptCopy({ db }: Context, id: PaperId): Promise<Paper | undefined> {
  return (await db.papers.get(id))?.paper;
}

export async function earlierValues({ db }: Context, id: PaperId): Promise<readonly EarlierValues[]> {
  return (await db.papers.get(id))?.earlier ?? [];
}

export async function saved(
  whole: Whole,
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, SavedState>> {
  return inTransaction(whole, 'r', ['entries', 'saved'], async (context) => {
    const { db } = context;
    const rows = shownRows(await db.saved.bulkGet([...ids]));
    const entries = await db.entries
      .where('paper')
      .anyOf(rows.map(({ id }) => id))
      .toArray();
    const counts = new Map<PaperId, number>();
    for (const { paper, shown } of entries) counts.set(paper, (counts.get(paper) ?? 0) + shown);
    return new Map(
      rows.map(({ id, status, savedAt }) => [id, { status, savedAt, lists: counts.get(id) ?? 0 }]),
    );
  });
}

export async function savedAmong({ db }: Context, ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>> {
  return new Set(shownRows(await db.saved.bulkGet([...ids])).map(({ id }) => id));
}

export async function savedCount({ db }: Context): Promise<number> {
  return (await db.counts.get(SAVED_COUNT))?.count ?? 0;
}

export async function hasSavedBy({ db }: Context, time: number): Promise<boolean> {
  const byThen = [0, 1].map((shown) =>
    db.saved.where('[shown+savedAt]').between([shown, 0], [shown, time], true, true).limit(1).count(),
  );
  return (await Promise.all(byThen)).some((count) => count > 0);
}

export async function refresh(whole: Whole, papers: readonly Paper[]): Promise<void> {
  await inTransaction(whole, 'rw', ['saved', 'papers'], async (context) => {
    const { db } = context;
    const rows = await db.saved.bulkGet(papers.map(({ id }) => id));
    await keepCopies(
      context,
      papers.filter((_paper, index) => rows[index]?.shown === 1),
    );
  });
}

async function newestFirst({ db }: Context): Promise<SavedRow[]> {
  return db.saved.where('[shown+savedAt]').between([1], [1, []]).reverse().toArray();
}

async function inOrder({ db }: Context, list: ListId): Promise<SavedRow[]> {
  const entries = await db.entries.where('[list+shown]').equals([list, 1]).toArray();
  entries.sort((a, b) => a.order - b.order);
  return shownRows(await db.saved.bulkGet(entries.map(({ paper }) => paper)));
}

/** Beyond this, reading whole tables is quicker than asking for rows. */
export const MANY = 500;

/** `range` where the rows are most of those between two ids: then it is read in one go. */
export async function entriesFrom(
  context: Context,
  rows: readonly SavedRow[],
  range?: { first: PaperId; last: PaperId },
): Promise<Entry[]> {
  const { db } = context;
  const ids = rows.map(({ id }) => id);
  const [papers, notes, entries] = await (range
    ? Promise.all([
        db.papers.where('id').between(range.first, range.last, true, true).toArray(),
        db.notes.where('id').between(range.first, range.last, true, true).toArray(),
        db.entries.where('paper').between(range.first, range.last, true, true).toArray(),
      ])
    : ids.length > MANY
      ? Promise.all([db.papers.toArray(), db.notes.toArray(), db.entries.toArray()])
      : Promise.all([
          db.papers.bulkGet(ids),
          db.notes.bulkGet(ids),
          db.entries.where('paper').anyOf(ids).toArray(),
        ]));
  const paperOf = new Map(papers.flatMap((row) => (row ? [[row.id, row.paper]] : [])));
  const noteOf = new Map(notes.flatMap((row) => (row ? [[row.id, row.text]] : [])));
  const inLists = new Map<PaperId, Set<ListId>>(ids.map((id) => [id, new Set()]));
  for (const { paper, list, shown } of entries) if (shown === 1) inLists.get(paper)?.add(list);
  const order = (await listRows(context)).map(({ id }) => id);
  return rows.flatMap(({ id, status, savedAt, tags, key, cited }) => {
    const paper = paperOf.get(id);
    const lists = order.filter((list) => inLists.get(id)?.has(list));
    // A paper is saved with its copy in one transaction, so one without the other cannot be.
    return paper ? [{ paper, status, savedAt, lists, tags, note: noteOf.get(id) ?? '', key, cited }] : [];
  });
}

export const shownRows = (rows: readonly (SavedRow | undefined)[]) =>
  rows.filter((row): row is SavedRow => row?.shown === 1);
