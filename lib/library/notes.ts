import type { PaperId } from '@/lib/core/paper-id';
import type { NoteRow } from '@/lib/db/library';
import { earlierTexts } from './changes';
import { type Context, inTransaction, type Whole } from './context';
import { LibraryError, type Note, type NoteSaved } from './library';
import { savedRow } from './rows';
import { KEPT_MS, newUndo } from './undo';

const NOTE_LENGTH = 200_000;
/** Texts saved within this of each other are one piece of writing, of which the last is kept. */
const ONE_SITTING_MS = 10 * 60 * 1000;

const EMPTY = { text: '', revision: 0, changedAt: 0, earlier: [] };

export async function note({ db }: Context, id: PaperId): Promise<Note> {
  const { text, revision, changedAt, earlier } = (await db.notes.get(id)) ?? EMPTY;
  return { text, revision, changedAt, earlier };
}

export async function saveNote(whole: Whole, id: PaperId, text: string, basedOn: number): Promise<NoteSaved> {
  return inTransaction(whole, 'rw', ['saved', 'notes', 'undo'], async (context) => {
    const { db, now } = context;
    await savedRow(context, id);
    const row: NoteRow = (await db.notes.get(id)) ?? { id, ...EMPTY };
    // Notes put together may be longer; such a one need not be cut to be changed.
    if (text.length > Math.max(NOTE_LENGTH, row.text.length)) throw new LibraryError('too-long');
    if (row.text === text) return { saved: true, revision: row.revision };
    if (row.revision !== basedOn) return { saved: false, theirs: await note(context, id) };
    const next = {
      id,
      text,
      revision: row.revision + 1,
      changedAt: now(),
      earlier: earlierOf(row, text, now()),
    };
    await db.notes.put(next);
    // Nothing can be undone by it, but it is kept as long as what can.
    if (next.earlier.some(({ until }) => until === next.changedAt)) await newUndo(context, { texts: [id] });
    return { saved: true, revision: next.revision };
  });
}

/** Most of what autosave replaces is half a sentence; what is worth keeping is what stood a while, or was cut. */
function earlierOf(row: NoteRow, text: string, now: number): NoteRow['earlier'] {
  // One that is put back takes the place of a whole text, however young that is.
  const isPutBack = row.earlier.some((one) => one.text === text);
  const isKept = isPutBack || now - row.changedAt >= ONE_SITTING_MS || isMuchOf(row.text, text);
  return isKept ? earlierTexts(row, now, KEPT_MS) : row.earlier;
}

/** Beyond this, what an edit takes out is no word that was written anew. */
const MUCH = 200;

/** Whether much of `old` is not in `text` any more, or half of it: what is between the ends that both share. */
function isMuchOf(old: string, text: string): boolean {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  const lost = old.length - start - end;
  return lost > MUCH || lost > old.length / 2;
}
