import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import type { Additions, EntryRow, UndoRow } from '@/lib/db/library';
import { revert } from './changes';
import { type Context, inTransaction, type Whole } from './context';
import { keepKeysApart } from './keys-apart';
import type { UndoToken } from './library';
import { takeOutSeen } from './undo-seen';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * DAY_MS;

/** What a change did besides deleting. */
export type Undoable = Pick<UndoRow, 'changes' | 'added' | 'seen' | 'texts' | 'of' | 'settings'>;

/** Notes a change that may be undone. Call inside a transaction that has `undo`. */
export async function newUndo({ db, now, newId }: Context, done: Undoable = {}): Promise<UndoToken> {
  const token = newId() as UndoToken; // the brand says only that it names a change, which it does from here on
  await db.undo.add({ token, at: now(), ...done });
  return token;
}

/** Takes entries out of sight until `token` is undone. Call inside a transaction that has `entries`. */
export async function hideEntries(
  { db }: Context,
  rows: readonly (EntryRow | undefined)[],
  token: UndoToken,
): Promise<void> {
  const hidden = rows.flatMap((row) => (row ? [{ ...row, hiddenBy: [...row.hiddenBy, token] }] : []));
  await db.entries.bulkPut(hidden.map((row) => ({ ...row, shown: 0 })));
}

/** Takes papers and their entries out of sight. Call inside a transaction that has `saved` and `entries`. */
export async function hidePapers(context: Context, ids: readonly PaperId[], token: UndoToken): Promise<void> {
  const { db } = context;
  const rows = await db.saved.bulkGet([...ids]);
  await db.saved.bulkPut(rows.flatMap((row) => (row ? [{ ...row, deletedBy: token, shown: 0 }] : [])));
  await hideEntries(context, await entriesWith(context, ids), token);
}

/** Beyond this, reading the whole table is quicker than asking for rows. */
const MANY = 500;

/** In whatever list, seen or not. Call inside a transaction that has `entries`. */
async function entriesWith({ db }: Context, ids: readonly PaperId[]): Promise<EntryRow[]> {
  if (ids.length <= MANY) return db.entries.where('paper').anyOf(ids).toArray();
  const wanted = new Set(ids);
  return (await db.entries.toArray()).filter(({ paper }) => wanted.has(paper));
}

const LONGEST_NAME = 200;

/** Notes a change of settings that took something out of them, so that it can be undone like one of the library. */
export async function noteSettings(
  whole: Whole,
  of: { kind: 'watch'; name: string },
  settings: unknown,
): Promise<UndoToken> {
  return inTransaction(whole, 'rw', ['undo'], (context) =>
    newUndo(context, { of: { ...of, name: of.name.slice(0, LONGEST_NAME), count: 1 }, settings }),
  );
}

/** What a change that can be undone did to the settings; undefined where it did nothing. */
export async function settingsOf({ db }: Context, token: UndoToken): Promise<unknown> {
  return (await db.undo.get(token))?.settings;
}

export async function undo(whole: Whole, token: UndoToken): Promise<boolean> {
  const tables = ['undo', 'lists', 'saved', 'entries', 'notes', 'papers', 'visits', 'seen', 'done'] as const;
  return inTransaction(whole, 'rw', tables, async (context) => {
    const { db } = context;
    const row = await db.undo.get(token);
    if (!row) return false;
    await takeBack(context, token);
    await revert(context, row.changes ?? []);
    if (row.added) await takeOut(context, row.added);
    if (row.seen) await takeOutSeen(context, row.seen);
    await keepKeysApart(context, row.changes ?? []);
    return true;
  });
}

/** What was added goes out of sight as if deleted now, so that it too can come back for 30 days. */
async function takeOut(context: Context, { lists, saved, entries }: Additions): Promise<void> {
  const { db } = context;
  const token = await newUndo(context);
  const live = await db.lists.where('id').anyOf(lists).toArray();
  for (const { id, deletedBy } of live) {
    if (deletedBy !== null) continue;
    await db.lists.update(id, { deletedBy: token });
    await hideEntries(context, await entriesIn(context, id), token);
  }
  const shown = (await db.saved.bulkGet([...saved])).flatMap((row) => (row?.shown === 1 ? [row.id] : []));
  await hidePapers(context, shown, token);
  const keys = entries.map(([list, paper]): [typeof list, typeof paper] => [list, paper]);
  await hideEntries(context, await db.entries.bulkGet(keys), token);
}

/** Seen or not. Call inside a transaction that has `entries`. */
export async function entriesIn({ db }: Context, list: ListId): Promise<EntryRow[]> {
  return db.entries.where('[list+paper]').between([list], [list, []]).toArray();
}

/** Call inside a transaction that has `undo`, `lists`, `saved` and `entries`. */
async function takeBack({ db }: Context, token: string): Promise<void> {
  await db.undo.delete(token);
  await db.lists.filter(({ deletedBy }) => deletedBy === token).modify({ deletedBy: null });
  const saved = await db.saved.where('deletedBy').equals(token).toArray();
  await db.saved.bulkPut(saved.map((row) => ({ ...row, deletedBy: null, shown: 1 })));
  const entries = await db.entries.where('hiddenBy').equals(token).toArray();
  await db.entries.bulkPut(entries.map((row) => shownAgain(row, token)));
}

/**
 * Takes back the deletion of one paper among those of `token`, which is forgotten once nothing is
 * left of it. Call inside a transaction that has `undo`, `lists`, `saved` and `entries`.
 */
export async function takeBackPaper(context: Context, token: string, id: PaperId): Promise<void> {
  const { db } = context;
  await db.saved.update(id, { deletedBy: null, shown: 1 });
  const rows = await entriesWith(context, [id]);
  await db.entries.bulkPut(rows.map((row) => shownAgain(row, token)));
  const papers = await db.saved.where('deletedBy').equals(token).count();
  const entries = await db.entries.where('hiddenBy').equals(token).count();
  const lists = await db.lists.filter(({ deletedBy }) => deletedBy === token).count();
  const row = await db.undo.get(token);
  if (papers + entries + lists === 0 && !row?.changes && !row?.added && !row?.of) await db.undo.delete(token);
}

function shownAgain(row: EntryRow, token: string): EntryRow {
  const hiddenBy = row.hiddenBy.filter((other) => other !== token);
  return { ...row, hiddenBy, shown: hiddenBy.length === 0 ? 1 : 0 };
}

/**
 * Until when it is kept at least: 30 days by the clock, and 30 days on which the browser was used. A clock may be
 * years behind when something is deleted, and be put right the minute after.
 */
export function keptUntil({ at, days = 0 }: UndoRow, now: number): number {
  return Math.max(at + KEPT_MS, days < KEPT_DAYS ? now + (KEPT_DAYS - days) * DAY_MS : 0);
}

/** Removes for good what is not kept any more. To be called on each day that the browser is used. */
export async function purge(whole: Whole): Promise<void> {
  const tables = ['undo', 'lists', 'saved', 'entries', 'papers', 'notes'] as const;
  await inTransaction(whole, 'rw', tables, async (context) => {
    const { db, now } = context;
    await countDay(context);
    const rows = await db.undo
      .where('at')
      .below(now() - KEPT_MS)
      .toArray();
    const gone = rows.filter((row) => keptUntil(row, now()) < now());
    const tokens = gone.map(({ token }) => token);
    if (tokens.length === 0) return;
    await forgetTexts(context, gone);
    const expired = new Set(tokens);
    const papers = await db.saved.where('deletedBy').anyOf(tokens).primaryKeys();
    await db.papers.bulkDelete(papers);
    await db.notes.bulkDelete(papers);
    await db.saved.bulkDelete(papers);
    await db.lists.filter(({ deletedBy }) => deletedBy !== null && expired.has(deletedBy)).delete();
    await db.entries.where('hiddenBy').anyOf(tokens).delete();
    await db.undo.bulkDelete(tokens);
  });
}

/** What stood in notes until these changes. Call inside a transaction that has `notes`. */
async function forgetTexts({ db }: Context, rows: readonly UndoRow[]): Promise<void> {
  const last = new Map<PaperId, number>();
  for (const { at, texts = [] } of rows)
    for (const id of texts) last.set(id, Math.max(at, last.get(id) ?? at));
  const notes = (await db.notes.bulkGet([...last.keys()])).flatMap((note) => note ?? []);
  const next = notes.map((note) => ({
    ...note,
    earlier: note.earlier.filter(({ until }) => until > (last.get(note.id) ?? 0)),
  }));
  await db.notes.bulkPut(next.filter(({ earlier }, at) => earlier.length !== notes[at]?.earlier.length));
}

/** Once a day, whatever year the clock has it in. Call inside a transaction that has `undo`. */
async function countDay({ db, now }: Context): Promise<void> {
  const lastDay = Math.floor(now() / DAY_MS);
  // Rows are counted together, so one tells of all but those that are younger.
  if ((await db.undo.orderBy('at').first())?.lastDay === lastDay) return;
  await db.undo.toCollection().modify((row) => {
    if (row.lastDay === lastDay) return false;
    Object.assign(row, { days: (row.days ?? 0) + 1, lastDay });
    return undefined;
  });
}
