import type { EarlierValues } from '@/lib/core/library-copy';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, SavedState } from '@/lib/core/reading';
import type { SavedRow } from '@/lib/db/library';
import type { Context } from './context';
import { keepCopies } from './copies';
import type { Entry } from './library';
import { listRow, listRows } from './lists';

export async function entriesOf(context: Context, list: ListId | null): Promise<readonly Entry[]> {
  const { db } = context;
  return db.transaction('r', db.lists, db.entries, db.saved, db.papers, db.notes, async () => {
    if (list !== null) await listRow(context, list);
    return entriesFrom(context, list === null ? await newestFirst(context) : await inOrder(context, list));
  });
}

export async function newest(context: Context, limit: number): Promise<readonly Entry[]> {
  const { db } = context;
  return db.transaction('r', [db.lists, db.entries, db.saved, db.papers, db.notes], async () => {
    const rows = await db.saved
      .where('[shown+savedAt]')
      .between([1], [1, []])
      .reverse()
      .limit(limit)
      .toArray();
    return entriesFrom(context, rows);
  });
}

export async function entry(context: Context, id: PaperId): Promise<Entry | undefined> {
  const { db } = context;
  const [found] = await db.transaction('r', db.lists, db.entries, db.saved, db.papers, db.notes, async () => {
    const row = await db.saved.get(id);
    return row?.shown === 1 ? entriesFrom(context, [row]) : [];
  });
  return found;
}

export async function keptCopy({ db }: Context, id: PaperId): Promise<Paper | undefined> {
  return (await db.papers.get(id))?.paper;
}

export async function earlierValues({ db }: Context, id: PaperId): Promise<readonly EarlierValues[]> {
  return (await db.papers.get(id))?.earlier ?? [];
}

export async function saved(
  { db }: Context,
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, SavedState>> {
  return db.transaction('r', db.entries, db.saved, async () => {
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

export async function savedIds({ db }: Context): Promise<ReadonlySet<PaperId>> {
  const rows = db.saved.where('[shown+savedAt]').between([1], [1, []]);
  return new Set(await rows.primaryKeys());
}

export async function refresh(context: Context, papers: readonly Paper[]): Promise<void> {
  const { db } = context;
  await db.transaction('rw', db.saved, db.papers, async () => {
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
const MANY = 500;

async function entriesFrom(context: Context, rows: readonly SavedRow[]): Promise<Entry[]> {
  const { db } = context;
  const ids = rows.map(({ id }) => id);
  const isMany = ids.length > MANY;
  const [papers, notes, entries] = await Promise.all([
    isMany ? db.papers.toArray() : db.papers.where('id').anyOf(ids).toArray(),
    isMany ? db.notes.toArray() : db.notes.where('id').anyOf(ids).toArray(),
    isMany ? db.entries.toArray() : db.entries.where('paper').anyOf(ids).toArray(),
  ]);
  const paperOf = new Map(papers.map(({ id, paper }) => [id, paper]));
  const noteOf = new Map(notes.map(({ id, text }) => [id, text]));
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

const shownRows = (rows: readonly (SavedRow | undefined)[]) =>
  rows.filter((row): row is SavedRow => row?.shown === 1);
