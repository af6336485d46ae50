import { isAutomaticKey } from '@/lib/core/citation-key';
import { citedBoth, type CitedAs } from '@/lib/core/cited-as';
import { withGapsFilled } from '@/lib/core/merge-paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { Additions, NoteRow, PaperRow, RowChange, SavedRow } from '@/lib/db/library';
import { changeOf, earlierTexts } from './changes';
import { type Context, inTransaction, type Whole } from './context';
import type { UndoToken } from './library';
import { eachOnce } from './marking';
import { savedRow, savedRows } from './rows';
import { hidePapers, KEPT_MS, newUndo } from './undo';

/**
 * What the reader made of `others` goes to `kept`: lists, tags, notes, status, the keys they are cited by, and what
 * only their copies know of the work; then they are unsaved.
 */
export async function mergeEntries(
  whole: Whole,
  kept: PaperId,
  others: readonly PaperId[],
): Promise<UndoToken> {
  const tables = ['lists', 'entries', 'saved', 'papers', 'notes', 'undo'] as const;
  return inTransaction(whole, 'rw', tables, async (context) => {
    const row = await savedRow(context, kept);
    const gone = await savedRows(
      context,
      others.filter((id) => id !== kept),
    );
    const ids = gone.map(({ id }) => id);
    const copies = await context.db.papers.bulkGet([kept, ...ids]);
    const changes = [
      ...(await mergeRows(context, row, gone, copies)),
      ...(await mergeCopies(context, copies)),
      ...(await mergeNotes(context, kept, ids)),
    ];
    const entries = await takePlaces(context, kept, ids);
    const added = { lists: [], saved: [], entries };
    const token = await newUndo(context, { changes, added, texts: [kept] });
    await hidePapers(context, ids, token);
    return token;
  });
}

async function mergeRows(
  { db }: Context,
  row: SavedRow,
  gone: readonly SavedRow[],
  copies: readonly (PaperRow | undefined)[],
): Promise<RowChange[]> {
  const all = [row, ...gone];
  const isOwn = ({ key }: SavedRow, at: number) =>
    !isAutomaticKey(key, copies[at]?.paper, copies[at]?.earlier ?? []);
  const keyed = all.find(isOwn) ?? row;
  const patch = {
    tags: eachOnce(all.flatMap(({ tags }) => tags)),
    savedAt: Math.min(...all.map(({ savedAt }) => savedAt)),
    key: keyed.key,
    cited: withAliases(all, keyed.key),
    ...statusOf(row, gone),
  };
  await db.saved.update(row.id, patch);
  // No key is two works', also not that of one which can be brought back.
  const swapped = { key: row.key };
  if (keyed !== row) await db.saved.update(keyed.id, swapped);
  return [
    changeOf('saved', row.id, row, patch),
    keyed === row ? undefined : changeOf('saved', keyed.id, keyed, swapped),
  ].filter((change) => change !== undefined);
}

/** The last that the reader said: to be read is what a paper is that nobody said anything of. */
function statusOf(row: SavedRow, gone: readonly SavedRow[]): Pick<SavedRow, 'status' | 'statusAt'> {
  const said = [row, ...gone].filter(
    ({ status, statusAt, savedAt }) => status !== 'to-read' || statusAt !== savedAt,
  );
  const { status, statusAt } = said.reduce(
    (last, one) => (one.statusAt > last.statusAt ? one : last),
    said[0] ?? row,
  );
  return { status, statusAt };
}

/** Documents may cite the work by any of its keys: BibLaTeX reads the others from `ids`. */
function withAliases(rows: readonly SavedRow[], key: string): CitedAs | null {
  const cited = rows.reduce<CitedAs | null>((both, row) => citedBoth(both, row.cited), null);
  const known = rows.flatMap((row) => (row.cited?.fields['ids'] ?? '').split(','));
  const aliases = eachOnce([...known, ...rows.map((row) => row.key)].map((one) => one.trim())).filter(
    (one) => one !== '' && one !== key,
  );
  if (aliases.length === 0) return cited;
  return { type: cited?.type ?? 'misc', fields: { ...cited?.fields, ids: aliases.join(', ') } };
}

/** Of another paper of arXiv, its versions and dates are its own. */
async function mergeCopies(
  { db, now }: Context,
  [copy, ...others]: readonly (PaperRow | undefined)[],
): Promise<RowChange[]> {
  if (!copy) return [];
  const paper = others.reduce((known, other) => {
    if (!other) return known;
    const own = { version: null, versions: [], submitted: null, withdrawn: known.withdrawn } as const;
    return withGapsFilled(known, { ...other.paper, ...own });
  }, copy.paper);
  const change = changeOf('papers', copy.id, copy, { paper });
  if (!change) return [];
  await db.papers.put({ ...copy, paper, changedAt: now() });
  return [change];
}

async function mergeNotes(
  { db, now }: Context,
  kept: PaperId,
  ids: readonly PaperId[],
): Promise<RowChange[]> {
  const rows = (await db.notes.bulkGet([kept, ...ids])).filter((row): row is NoteRow => row !== undefined);
  const none: NoteRow = { id: kept, text: '', revision: 0, changedAt: 0, earlier: [] };
  const own = rows.find(({ id }) => id === kept) ?? none;
  const texts = eachOnce(rows.map(({ text }) => text.trim()).filter((text) => text !== ''));
  const text = texts.join('\n\n');
  if (text === own.text.trim()) return [];
  const change = changeOf('notes', kept, own, { text });
  await db.notes.put({
    ...own,
    ...{ text, revision: own.revision + 1, changedAt: now() },
    earlier: earlierTexts(own, now(), KEPT_MS),
  });
  return change ? [change] : [];
}

/** In lists that it is not in, it takes the place that one of the others had. */
async function takePlaces({ db }: Context, kept: PaperId, ids: readonly PaperId[]) {
  const taken: Additions['entries'][number][] = [];
  for (const entry of await db.entries.where('paper').anyOf(ids).toArray()) {
    const { list } = entry;
    if (entry.shown !== 1 || (await db.entries.get([list, kept]))?.shown === 1) continue;
    await db.entries.put({ ...entry, paper: kept, hiddenBy: [], shown: 1 });
    taken.push([list, kept]);
  }
  return taken;
}
