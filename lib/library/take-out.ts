import type { CopiedList, LibraryCopy, Work } from '@/lib/core/library-copy';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import type { SavedRow, SeenRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import { listRow, listRows } from './lists';
import { savedRows } from './rows';

/** Which part of the library: all of it, a list, or some papers. */
export type Part = 'all' | { list: ListId } | { ids: readonly PaperId[] };

export async function copyOf(
  whole: Whole,
  part: Part,
  { history: withHistory }: { history: boolean },
): Promise<LibraryCopy> {
  const tables = ['lists', 'entries', 'saved', 'papers', 'notes', 'visits', 'seen', 'done'] as const;
  return inTransaction(whole, 'r', tables, async (context) => {
    const { db } = context;
    const rows = await rowsOf(context, part);
    const works = await worksOf(context, rows, part === 'all');
    const lists = await listsOf(context, new Set(rows.map(({ id }) => id)), part);
    const [opened, marked] = await seenRows(context);
    const history = withHistory ? { visits: await db.visits.toArray(), seen: opened } : null;
    if (part !== 'all') return { lists, works, history };
    const done = (await db.done.toArray()).map(({ listing, paper, at }) => ({ listing, paper, at }));
    return { lists, works, history, marks: { seen: marked, done } };
  });
}

/** Opened ones, and those marked by hand: these are no history, but what the reader made. */
async function seenRows({ db }: Context): Promise<[SeenRow[], SeenRow[]]> {
  const rows = await db.seen.toArray();
  return [rows.filter(({ how }) => how === 'opened'), rows.filter(({ how }) => how === 'marked')];
}

async function rowsOf(context: Context, part: Part): Promise<SavedRow[]> {
  const { db } = context;
  if (part === 'all') return db.saved.where('[shown+savedAt]').between([1], [1, []]).reverse().toArray();
  if ('ids' in part) return savedRows(context, part.ids);
  await listRow(context, part.list);
  const entries = await db.entries.where('[list+shown]').equals([part.list, 1]).toArray();
  entries.sort((a, b) => a.order - b.order);
  return savedRows(
    context,
    entries.map(({ paper }) => paper),
  );
}

/** `all` are read in one go, which takes a third of asking for each. */
async function worksOf({ db }: Context, rows: readonly SavedRow[], all: boolean): Promise<Work[]> {
  const ids = rows.map(({ id }) => id);
  const papers = all ? await db.papers.toArray() : await db.papers.bulkGet(ids);
  const notes = all ? await db.notes.toArray() : await db.notes.bulkGet(ids);
  const copies = new Map(papers.flatMap((row) => (row ? [[row.id, row]] : [])));
  const texts = new Map(notes.flatMap((row) => (row ? [[row.id, row]] : [])));
  return rows.flatMap(({ id, cited, key, status, statusAt, savedAt, tags }) => {
    const [copy, note] = [copies.get(id), texts.get(id)];
    if (!copy) return [];
    const { paper, earlier } = copy;
    const { text = '', earlier: noteEarlier = [] } = note ?? {};
    return [{ paper, earlier, cited, key, status, statusAt, savedAt, tags, note: text, noteEarlier }];
  });
}

/** The lists with what of them is in `ids`; of a part of the library, only lists that have something. */
async function listsOf(context: Context, ids: ReadonlySet<PaperId>, part: Part): Promise<CopiedList[]> {
  const { db } = context;
  const entries = await db.entries.toArray();
  entries.sort((a, b) => a.order - b.order);
  const ofList = new Map<ListId, { id: PaperId; addedAt: number }[]>();
  for (const { list, paper, addedAt, shown } of entries) {
    if (shown === 0 || !ids.has(paper)) continue;
    const known = ofList.get(list);
    if (known) known.push({ id: paper, addedAt });
    else ofList.set(list, [{ id: paper, addedAt }]);
  }
  const rows = (await listRows(context)).filter(({ id }) => part === 'all' || ofList.has(id));
  return rows.map(({ id, name, createdAt }) => ({ name, createdAt, entries: ofList.get(id) ?? [] }));
}
