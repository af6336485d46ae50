import type { UndoRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import type { Deleted, UndoToken } from './library';
import { keptUntil } from './undo';

/** How many titles say what a deletion was of. */
const NAMES = 3;

export async function deleted(whole: Whole): Promise<readonly Deleted[]> {
  return inTransaction(whole, 'r', ['undo', 'lists', 'entries', 'saved', 'papers'], async (context) => {
    const { db, now } = context;
    const rows = await db.undo.orderBy('at').reverse().toArray();
    const all: Deleted[] = [];
    for (const row of rows) if (keptUntil(row, now()) >= now()) all.push(...(await deletedBy(context, row)));
    return all;
  });
}

async function deletedBy({ db, now }: Context, row: UndoRow): Promise<Deleted[]> {
  const { token, at } = row;
  const base = { token: token as UndoToken, at, until: keptUntil(row, now()) };
  if (row.of) {
    const { kind, name, count } = row.of;
    return [{ ...base, kind, names: [name], count, list: null }];
  }
  const lists = await db.lists.filter((row) => row.deletedBy === token).toArray();
  const papers = await db.saved.where('deletedBy').equals(token).primaryKeys();
  const entries = await db.entries.where('hiddenBy').equals(token).toArray();
  const titlesOf = async (ids: typeof papers) =>
    (await db.papers.bulkGet(ids.slice(0, NAMES))).flatMap((row) => (row ? [row.paper.title] : []));
  if (papers.length > 0) {
    return [{ ...base, kind: 'papers', names: await titlesOf(papers), count: papers.length, list: null }];
  }
  if (lists.length > 0) {
    const names = lists.map(({ name }) => name);
    return [{ ...base, kind: 'lists', names: names.slice(0, NAMES), count: names.length, list: null }];
  }
  const [first] = entries;
  if (!first) return [];
  const names = await titlesOf(entries.map(({ paper }) => paper));
  return [
    {
      ...base,
      kind: 'entries',
      names,
      count: entries.length,
      list: (await db.lists.get(first.list))?.name ?? null,
    },
  ];
}
