import { citationKey } from '@/lib/core/citation-key';
import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import type { PaperId } from '@/lib/core/paper-id';
import type { NoteRow, PaperRow, RowChange, SavedRow } from '@/lib/db/library';
import { type KeyChange, type Keys, keysFor } from './bring-in-keys';
import { bringInLists } from './bring-in-lists';
import { bringInSeen } from './bring-in-seen';
import { changeOf, earlierTexts } from './changes';
import { type ChangedPart, changedParts } from './changed-parts';
import { type Context, inTransaction, type Whole } from './context';
import { LibraryError, type UndoToken } from './library';
import { type Choice, type Conflict, mergeWork, type MergedWork, type Saved } from './merge-work';
import { KEPT_MS, newUndo, takeBackPaper } from './undo';

const CHUNK = 500;
const LONGEST_NAME = 200;

/** What bringing in a work would do. `same` is one that is saved with all that the file says. */
export type PreviewRow = {
  id: PaperId;
  title: string;
  state: 'new' | 'changed' | 'same';
  /** What the file adds or changes of a work that is here, beside the conflicts. */
  changes: readonly ChangedPart[];
  conflicts: readonly Conflict[];
};

export type Preview = {
  rows: readonly PreviewRow[];
  newLists: readonly string[];
  /** Of works in the file and here, those that get another key than they had or than the file says. */
  keys: readonly KeyChange[];
};

export type BringIn = {
  choice: Choice;
  /** Told how many works of all are written. All of them appear at once, at the end. */
  progress?: (done: number) => void;
  /** Once it is aborted, nothing of the copy is brought in. */
  signal?: AbortSignal;
  /** What the file is called: where it can be undone, it goes by that. */
  name?: string;
  /** What is changed of the settings with it, to be undone together. */
  settings?: unknown;
};

export async function preview(whole: Whole, copy: LibraryCopy): Promise<Preview> {
  return inTransaction(whole, 'r', ['lists', 'entries', 'saved', 'papers', 'notes'], async (context) => {
    const { known } = await knownOf(context, copy.works);
    const keys = await keysFor(context, copy.works, known, 'mine');
    const { added, lists } = await bringInLists(context, copy, { dry: true });
    const inNewPlace = new Set(added.map(([, paper]) => paper));
    const rows = copy.works.map((work): PreviewRow => {
      const { id, title } = work.paper;
      const saved = known.get(id);
      if (!saved) return { id, title, state: 'new', changes: [], conflicts: [] };
      const merged = mergeWork(saved, work, 'mine', keys.of(id));
      // What was removed comes back with what the reader made of it, so the file may say otherwise there too.
      if (saved.saved.shown !== 1)
        return { id, title, state: 'new', changes: [], conflicts: merged.conflicts };
      const { conflicts } = merged;
      const changes = changedParts(changesOf(saved, merged), inNewPlace.has(id));
      const state = changes.length + conflicts.length > 0 ? 'changed' : 'same';
      return { id, title: saved.copy.paper.title || title, state, changes, conflicts };
    });
    return { rows, newLists: lists.map(({ name }) => name), keys: keys.changes };
  });
}

/** All of it in one transaction: a library that was half restored would be worse than none. */
export async function bringIn(whole: Whole, copy: LibraryCopy, how: BringIn): Promise<UndoToken> {
  const tables = ['undo', 'lists', 'entries', 'saved', 'papers', 'notes', 'visits', 'seen', 'done'] as const;
  return inTransaction(whole, 'rw', tables, async (context) => {
    const { db } = context;
    const { known, here } = await knownOf(context, copy.works);
    const keys = await keysFor(context, copy.works, known, how.choice);
    const changes = await makeWay(context, keys, known);
    const saved: PaperId[] = [];
    for (let at = 0; at < copy.works.length; at += CHUNK) {
      const rows = emptyRows();
      for (const work of copy.works.slice(at, at + CHUNK)) {
        const old = known.get(work.paper.id);
        if (old?.saved.shown !== 1) saved.push(work.paper.id);
        if (old?.saved.deletedBy) await takeBackPaper(context, old.saved.deletedBy, work.paper.id);
        const key = keys.of(work.paper.id);
        if (old) changes.push(...change(context, old, mergeWork(old, work, how.choice, key), rows));
        else
          add(context, work, { key: key ?? keys.give(citationKey(work.paper)), place: saved.length }, rows);
      }
      if (how.signal?.aborted) throw new LibraryError('stopped');
      await write(db, rows, here);
      how.progress?.(Math.min(at + CHUNK, copy.works.length));
    }
    const { added, lists } = await bringInLists(context, copy, { dry: false });
    const seen = await bringInSeen(context, copy);
    const additions = { lists: lists.map(({ id }) => id), saved, entries: added };
    const of = {
      kind: 'import',
      name: (how.name ?? '').slice(0, LONGEST_NAME),
      count: copy.works.length,
    } as const;
    const { settings } = how;
    const texts = copy.works
      .filter(({ note, noteEarlier }) => note !== '' || noteEarlier.length > 0)
      .map(({ paper }) => paper.id);
    const isNothing = [...Object.values(additions), ...Object.values(seen), changes].every(
      ({ length }) => length === 0,
    );
    return newUndo(context, {
      ...{ changes, added: additions, seen, texts },
      ...(settings === undefined ? {} : { settings }),
      ...(isNothing && settings === undefined ? {} : { of }),
    });
  });
}

/** What is not here yet need not be looked up by what counts it. */
async function write(db: Context['db'], { saved, papers, notes }: Rows, here: Set<PaperId>): Promise<void> {
  const added = new Map(saved.flatMap((row) => (here.has(row.id) ? [] : [[row.id, row]])));
  const changed = saved.filter(({ id }) => here.has(id));
  for (const id of added.keys()) here.add(id);
  await Promise.all([
    db.saved.bulkAdd([...added.values()]),
    db.saved.bulkPut(changed),
    db.papers.bulkPut(papers),
    db.notes.bulkPut(notes),
  ]);
}

/** What is in the file itself gets its new key there. */
async function makeWay({ db }: Context, { moved }: Keys, known: ReadonlyMap<PaperId, Saved>) {
  const others = moved.filter(({ row }) => !known.has(row.id));
  await db.saved.bulkPut(others.map(({ row, key }) => ({ ...row, key })));
  return others
    .map(({ row, key }) => changeOf('saved', row.id, row, { key }))
    .filter((one) => one !== undefined);
}

/** Beyond this, reading all ids is quicker than asking for each. */
const MANY = 500;

/** What is saved of the works, and which ids have a row at all. */
async function knownOf(
  { db }: Context,
  works: readonly Work[],
): Promise<{ known: Map<PaperId, Saved>; here: Set<PaperId> }> {
  const wanted = works.map(({ paper }) => paper.id);
  const all = wanted.length > MANY ? new Set(await db.saved.toCollection().primaryKeys()) : null;
  const ids = all ? wanted.filter((id) => all.has(id)) : wanted;
  const [saved, papers, notes] = await Promise.all([
    db.saved.bulkGet(ids),
    db.papers.bulkGet(ids),
    db.notes.bulkGet(ids),
  ]);
  const known = ids.flatMap((id, index): [PaperId, Saved][] => {
    const [row, copy] = [saved[index], papers[index]];
    return row && copy ? [[id, { saved: row, copy, note: notes[index] ?? noNote(id) }]] : [];
  });
  return { known: new Map(known), here: new Set(saved.flatMap((row) => (row ? [row.id] : []))) };
}

type Rows = { saved: SavedRow[]; papers: PaperRow[]; notes: NoteRow[] };

const emptyRows = (): Rows => ({ saved: [], papers: [], notes: [] });

type Adding = { key: string; place: number };

function add({ now }: Context, work: Work, { key, place }: Adding, rows: Rows): void {
  const { paper, cited, tags, note, noteEarlier, earlier } = work;
  // The newest is on top: what has no date keeps the order of the file.
  const savedAt = work.savedAt ?? now() - place;
  rows.saved.push({
    ...{ id: paper.id, status: work.status ?? 'to-read', statusAt: work.statusAt ?? savedAt, savedAt },
    ...{ deletedBy: null, shown: 1, key, tags: [...tags], cited },
  });
  rows.papers.push({ id: paper.id, paper, changedAt: now(), earlier: [...earlier] });
  if (note === '' && noteEarlier.length === 0) return;
  rows.notes.push({ id: paper.id, text: note, revision: 1, changedAt: now(), earlier: [...noteEarlier] });
}

function change({ now }: Context, old: Saved, merged: MergedWork, rows: Rows): RowChange[] {
  rows.saved.push({ ...old.saved, ...merged.saved, deletedBy: null, shown: 1 });
  const changes = changesOf(old, merged);
  const isChanged = (of: RowChange['table']) => changes.some(({ table }) => table === of);
  if (isChanged('papers')) rows.papers.push({ ...old.copy, ...merged.copy, changedAt: now() });
  if (isChanged('notes')) rows.notes.push(nextNote(old.note, merged.note, now()));
  return changes;
}

function nextNote(row: NoteRow, { text, earlier }: MergedWork['note'], now: number): NoteRow {
  if (text === row.text) return { ...row, earlier };
  const kept = earlierTexts({ ...row, earlier }, now, KEPT_MS);
  return { ...row, text, revision: row.revision + 1, changedAt: now, earlier: kept };
}

function changesOf(old: Saved, { saved, copy, note }: MergedWork): RowChange[] {
  const { id } = old.saved;
  return [
    changeOf('saved', id, old.saved, saved),
    changeOf('papers', id, old.copy, copy),
    changeOf('notes', id, old.note, note),
  ].filter((one) => one !== undefined);
}

const noNote = (id: PaperId): NoteRow => ({ id, text: '', revision: 0, changedAt: 0, earlier: [] });
