import type { PaperId } from '@/lib/core/paper-id';
import type { SavedState, Status } from '@/lib/core/reading';
import { TAG_COUNT } from '@/lib/db/counts';
import type { SavedRow } from '@/lib/db/library';
import { changeOf } from './changes';
import { type Context, inTransaction, type Whole } from './context';
import { LibraryError, type TagSummary, type UndoToken } from './library';
import { savedRow, savedRows } from './rows';
import { newUndo } from './undo';

const TAG_LENGTH = 100;
const TAGS_OF_ONE = 100;

export async function setStatus(whole: Whole, id: PaperId, status: Status): Promise<SavedState> {
  return inTransaction(whole, 'rw', ['entries', 'saved'], async (context) => {
    const { db, now } = context;
    const row = { ...(await savedRow(context, id)), status, statusAt: now() };
    await db.saved.put(row);
    const entries = await db.entries.where('paper').equals(id).toArray();
    return { status, savedAt: row.savedAt, lists: entries.filter(({ shown }) => shown === 1).length };
  });
}

export async function setStatusOf(whole: Whole, ids: readonly PaperId[], status: Status) {
  const statusAt = whole.now();
  return change(whole, ids, () => ({ status, statusAt }));
}

export async function tags({ db }: Context): Promise<readonly TagSummary[]> {
  const rows = await db.counts.where('key').startsWith(TAG_COUNT).toArray();
  return rows.map(({ key, count }) => ({ tag: key.slice(TAG_COUNT.length), papers: count }));
}

/** Replaces the tags of papers. */
export async function setTags(whole: Whole, ids: readonly PaperId[], wanted: readonly string[]) {
  const clean = wanted.map(cleanTag);
  return change(whole, ids, (row, known) => ({ tags: notTooMany(row, eachOnce(clean.map(known))) }), clean);
}

export async function addTag(whole: Whole, ids: readonly PaperId[], tag: string) {
  const clean = cleanTag(tag);
  return change(
    whole,
    ids,
    (row, known) => ({ tags: notTooMany(row, eachOnce([...row.tags, known(clean)])) }),
    [clean],
  );
}

export async function removeTag(whole: Whole, ids: readonly PaperId[], tag: string) {
  const patch = (row: SavedRow) => ({ tags: row.tags.filter((one) => one !== tag) });
  return change(whole, ids, patch, [], tag);
}

/** Of all papers that have it; onto a tag that there is already, the two become one. */
export async function renameTag(whole: Whole, from: string, to: string): Promise<UndoToken> {
  const clean = cleanTag(to);
  return inTransaction(whole, 'rw', ['saved', 'undo'], async (context) => {
    const { db } = context;
    const isSameWord = clean.toLowerCase() === from.toLowerCase();
    const spelled = isSameWord ? clean : (await spellings(context, [clean]))(clean);
    const rows = await db.saved.where('tags').equals(from).toArray();
    const patch = ({ tags }: SavedRow) => ({
      tags: eachOnce(tags.map((tag) => (tag === from ? spelled : tag))),
    });
    return replace(context, rows, patch, from);
  });
}

export const eachOnce = (all: readonly string[]) => [...new Set(all)];

/** What a file or a merging brought stays, however many: only the reader's hand is stopped, and told. */
function notTooMany(row: SavedRow, tags: string[]): string[] {
  if (tags.length > Math.max(TAGS_OF_ONE, row.tags.length)) throw new LibraryError('too-many');
  return tags;
}

/** White space collapsed and no comma, which parts tags in every format that has them. */
function cleanTag(tag: string): string {
  const clean = tag
    .replace(/[\s,]+/g, ' ')
    .trim()
    .slice(0, TAG_LENGTH)
    .trim();
  if (clean === '') throw new LibraryError('no-name');
  return clean;
}

type Spelling = (tag: string) => string;

async function change(
  whole: Whole,
  ids: readonly PaperId[],
  patchOf: (row: SavedRow, known: Spelling) => Partial<SavedRow>,
  wanted: readonly string[] = [],
  gone: string | null = null,
): Promise<UndoToken> {
  return inTransaction(whole, 'rw', ['saved', 'undo'], async (context) => {
    const known = await spellings(context, wanted);
    const rows = await savedRows(context, ids);
    return replace(context, rows, (row) => patchOf(row, known), gone);
  });
}

/** `gone` is the tag that is taken away by it. */
async function replace(
  context: Context,
  rows: readonly SavedRow[],
  patchOf: (row: SavedRow) => Partial<SavedRow>,
  gone: string | null,
): Promise<UndoToken> {
  const patched = rows.map((row) => ({ row, patch: patchOf(row) }));
  await context.db.saved.bulkPut(patched.map(({ row, patch }) => ({ ...row, ...patch })));
  const changes = patched.flatMap(({ row, patch }) => changeOf('saved', row.id, row, patch) ?? []);
  const isGone = gone !== null && changes.length > 0;
  return newUndo(context, {
    changes,
    ...(isGone ? { of: { kind: 'tag', name: gone, count: changes.length } } : {}),
  });
}

/** `LLM` where that tag is known, whatever the case it is typed in. Only the tags wanted are looked up: a library may be large. */
async function spellings({ db }: Context, wanted: readonly string[]): Promise<Spelling> {
  const known = new Map<string, string>();
  for (const tag of wanted) {
    if ((await db.saved.where('tags').equals(tag).count()) > 0) continue;
    const like = await db.saved.where('tags').equalsIgnoreCase(tag).first();
    const found = like?.tags.find((one) => one.toLowerCase() === tag.toLowerCase());
    if (found !== undefined) known.set(tag, found);
  }
  return (tag) => known.get(tag) ?? tag;
}
