import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { splitName } from '@/lib/core/person-name';
import { texToText } from '@/lib/core/tex';
import type { NoteRow, RowChange, SavedRow } from '@/lib/db/library';
import { changeOf, earlierTexts } from './changes';
import { type Context, inTransaction, type Whole } from './context';
import type { UndoToken } from './library';
import { eachOnce } from './marking';
import { addEntry, savedRow, savedRows } from './rows';
import { hidePapers, KEPT_MS, newUndo } from './undo';

/** A title of one word is no sign that two works are one. */
const TITLE_LENGTH = 12;

type Group = { papers: PaperId[]; signs: string[] };

/** Saved works that look like one and the same: an equal DOI, or an equal title and first author. */
export async function duplicates(whole: Whole): Promise<readonly (readonly PaperId[])[]> {
  return inTransaction(whole, 'r', ['saved', 'papers'], async (context) => {
    const { db } = context;
    const shown = new Set(await db.saved.where('[shown+savedAt]').between([1], [1, []]).primaryKeys());
    const groups = new Map<string, Group>();
    await db.papers.each(({ id, paper }) => {
      if (!shown.has(id)) return;
      const signs = signsOf(paper);
      // One that shares its DOI with one work and its title with another makes all three one group.
      const known = new Set(signs.flatMap((sign) => groups.get(sign) ?? []));
      const [group = { papers: [], signs: [] }, ...others] = known;
      const added = [...signs, ...others.flatMap((other) => other.signs)];
      group.papers.push(...others.flatMap((other) => other.papers), id);
      group.signs.push(...added);
      for (const sign of added) groups.set(sign, group);
    });
    const found = [...new Set(groups.values())].map(({ papers }) => papers);
    return found.filter((papers) => papers.length > 1);
  });
}

function signsOf({ title, authors, doi }: Paper): string[] {
  const plain = lettersOf(texToText(title));
  const family = lettersOf(splitName(authors[0] ?? '').family);
  return [
    ...(doi === null ? [] : [`doi:${doi.toLowerCase()}`]),
    ...(plain.length < TITLE_LENGTH ? [] : [`title:${plain}:${family}`]),
  ];
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What the reader made of `others` goes to `kept`: lists, tags, notes; then they are unsaved. */
export async function mergeEntries(
  whole: Whole,
  kept: PaperId,
  others: readonly PaperId[],
): Promise<UndoToken> {
  const tables = ['lists', 'entries', 'saved', 'notes', 'undo'] as const;
  return inTransaction(whole, 'rw', tables, async (context) => {
    const { db } = context;
    const row = await savedRow(context, kept);
    const gone = await savedRows(
      context,
      others.filter((id) => id !== kept),
    );
    const ids = gone.map(({ id }) => id);
    const changes = [...(await mergeRows(context, row, gone)), ...(await mergeNotes(context, kept, ids))];
    const entries = [];
    for (const entry of await db.entries.where('paper').anyOf(ids).toArray()) {
      const isAdded = entry.shown === 1 && (await addEntry(context, entry.list, kept));
      if (isAdded) entries.push([entry.list, kept] as const);
    }
    const token = await newUndo(context, {
      changes,
      added: { lists: [], saved: [], entries },
      texts: [kept],
    });
    await hidePapers(context, ids, token);
    return token;
  });
}

async function mergeRows({ db }: Context, row: SavedRow, gone: readonly SavedRow[]): Promise<RowChange[]> {
  const patch = {
    tags: eachOnce([row, ...gone].flatMap(({ tags }) => tags)),
    savedAt: Math.min(...[row, ...gone].map(({ savedAt }) => savedAt)),
    cited: row.cited ?? gone.find(({ cited }) => cited !== null)?.cited ?? null,
  };
  await db.saved.update(row.id, patch);
  const change = changeOf('saved', row.id, row, patch);
  return change ? [change] : [];
}

async function mergeNotes(
  { db, now }: Context,
  kept: PaperId,
  ids: readonly PaperId[],
): Promise<RowChange[]> {
  const rows = (await db.notes.bulkGet([kept, ...ids])).filter((row): row is NoteRow => row !== undefined);
  const texts = eachOnce(rows.map(({ text }) => text.trim()).filter((text) => text !== ''));
  const own = rows.find(({ id }) => id === kept) ?? {
    id: kept,
    text: '',
    revision: 0,
    changedAt: 0,
    earlier: [],
  };
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
