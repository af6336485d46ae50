import type { CopiedList, LibraryCopy, Work } from '@/lib/core/library-copy';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import type { EntryRow, ListRow, NoteRow, PaperRow, SavedRow, SeenRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import { MANY, savedCount } from './entries';
import { listRow, listRows } from './lists';
import { savedRows } from './rows';

/** Which part of the library: all of it, a list, or some papers. */
export type Part = 'all' | { list: ListId } | { ids: readonly PaperId[] };

type CopyOptions = { history: boolean };

export async function copyOf(whole: Whole, part: Part, options: CopyOptions): Promise<LibraryCopy> {
  if (part === 'all' && (await savedCount(whole)) > MANY) {
    for (let turn = 0; turn < TRIES; turn += 1) {
      const copy = await copyInSlices(whole, options);
      if (copy) return copy;
    }
  }
  const tables = ['lists', 'entries', 'saved', 'papers', 'notes', 'visits', 'seen', 'done'] as const;
  return inTransaction(whole, 'r', tables, async (context) => {
    const { db } = context;
    const rows = await rowsOf(context, part);
    const ids = rows.map(({ id }) => id);
    const works = worksOf(rows, await db.papers.bulkGet(ids), await db.notes.bulkGet(ids));
    return { works, ...(await restOf(context, await db.entries.toArray(), new Set(ids), part, options)) };
  });
}

/** As often as this a copy is begun anew where something was changed that is of several papers. */
const TRIES = 3;
/** Papers read by one transaction: a change of the reader's waits for no more. */
const SLICE = 500;

/**
 * All of it, by many transactions: of each paper whole, its lists with it. Undefined where meanwhile a change
 * was made or undone that may be of several papers, of which half would be in the copy.
 */
async function copyInSlices(whole: Whole, options: CopyOptions): Promise<LibraryCopy | undefined> {
  const before = await inTransaction(whole, 'r', ['undo'], lastChange);
  const [all, entries]: [{ row: SavedRow; work: Work }[], EntryRow[]] = [[], []];
  let after: PaperId | undefined;
  do {
    const slice = await inTransaction(whole, 'r', ['entries', 'saved', 'papers', 'notes'], async ({ db }) => {
      const rest = after === undefined ? db.saved.orderBy('id') : db.saved.where('id').above(after);
      const rows = await rest.limit(SLICE).toArray();
      const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
      if (first === undefined || last === undefined) return undefined;
      const papers = await db.papers.where('id').between(first, last, true, true).toArray();
      const notes = await db.notes.where('id').between(first, last, true, true).toArray();
      entries.push(...(await db.entries.where('paper').between(first, last, true, true).toArray()));
      const shown = new Map(rows.filter((row) => row.shown === 1).map((row) => [row.id, row]));
      for (const work of worksOf([...shown.values()], papers, notes)) {
        const row = shown.get(work.paper.id);
        if (row) all.push({ row, work });
      }
      return last;
    });
    after = slice;
  } while (after !== undefined);
  // As the index of one transaction has them: newest first.
  all.sort((a, b) => b.row.savedAt - a.row.savedAt || (a.row.id < b.row.id ? 1 : -1));
  const works = all.map(({ work }) => work);
  const ids = new Set(works.map(({ paper }) => paper.id));
  return inTransaction(whole, 'r', ['undo', 'lists', 'visits', 'seen', 'done'], async (context) => {
    if ((await lastChange(context)) !== before) return undefined;
    return { works, ...(await restOf(context, entries, ids, 'all', options)) };
  });
}

/** Another one after every change that is of several papers, and after each that was undone. */
async function lastChange({ db }: Context): Promise<string> {
  const last = await db.undo.orderBy('at').last();
  return `${await db.undo.count()} ${last?.token ?? ''}`;
}

/** All but the works. Call inside a transaction that has `lists`, `visits`, `seen` and `done`. */
async function restOf(
  context: Context,
  entries: readonly EntryRow[],
  ids: ReadonlySet<PaperId>,
  part: Part,
  { history: withHistory }: CopyOptions,
): Promise<Omit<LibraryCopy, 'works'>> {
  const { db } = context;
  const lists = listsOf(await listRows(context), entries, ids, part);
  const [opened, marked] = await seenRows(context);
  const history = withHistory ? { visits: await db.visits.toArray(), seen: opened } : null;
  if (part !== 'all') return { lists, history };
  const done = (await db.done.toArray()).map(({ listing, paper, at }) => ({ listing, paper, at }));
  return { lists, history, marks: { seen: marked, done } };
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

function worksOf(
  rows: readonly SavedRow[],
  papers: readonly (PaperRow | undefined)[],
  notes: readonly (NoteRow | undefined)[],
): Work[] {
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
function listsOf(
  lists: readonly ListRow[],
  entries: readonly EntryRow[],
  ids: ReadonlySet<PaperId>,
  part: Part,
): CopiedList[] {
  const ofList = new Map<ListId, { id: PaperId; addedAt: number }[]>();
  for (const { list, paper, addedAt, shown } of [...entries].sort((a, b) => a.order - b.order)) {
    if (shown === 0 || !ids.has(paper)) continue;
    const known = ofList.get(list);
    if (known) known.push({ id: paper, addedAt });
    else ofList.set(list, [{ id: paper, addedAt }]);
  }
  const rows = lists.filter(({ id }) => part === 'all' || ofList.has(id));
  return rows.map(({ id, name, createdAt }) => ({ name, createdAt, entries: ofList.get(id) ?? [] }));
}
