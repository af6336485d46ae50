import type { LibraryTables, NoteRow, RowChange } from '@/lib/db/library';
import type { Context } from './context';

const KEPT_TEXTS = 20;

/** What `patch` replaces in `row`, to be noted for undo; undefined where it changes nothing. */
export function changeOf<T extends object>(
  table: RowChange['table'],
  key: RowChange['key'],
  row: T,
  patch: Partial<T>,
): RowChange | undefined {
  const fields = (Object.keys(patch) as (keyof T & string)[]).filter(
    (field) => !isSame(row[field], patch[field]),
  );
  if (fields.length === 0) return undefined;
  const of = (values: Partial<T>) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { table, key, before: of(row), after: of(patch) };
}

/**
 * Puts back what changes replaced, field by field; what was changed again since is left as it is.
 * Call inside a transaction that has the tables of the changes.
 */
export async function revert({ db, now }: Context, changes: readonly RowChange[]): Promise<void> {
  for (const table of new Set(changes.map((change) => change.table))) {
    const ofTable = changes.filter((change) => change.table === table);
    const rows = await tableOf(db, table).bulkGet(ofTable.map(({ key }) => key));
    const next = rows.flatMap((row, index) => {
      const change = ofTable[index];
      return row && change ? [reverted(row, change, now())] : [];
    });
    await tableOf(db, table).bulkPut(next);
  }
}

type Row = Record<string, unknown>;

const tableOf = (db: LibraryTables, name: RowChange['table']) => db.table<Row, RowChange['key']>(name);

function reverted(row: Row, { table, before, after }: RowChange, now: number): Row {
  const back = Object.keys(before).flatMap((field): [string, unknown][] => {
    const [was, became, is] = [before[field], after[field], row[field]];
    // Of a set, what was added goes and what was taken out comes back, whatever else was done to it since.
    if (isSame(is, became)) return [[field, was]];
    if (!SETS.has(field) || !Array.isArray(was) || !Array.isArray(became) || !Array.isArray(is)) return [];
    const left = without(is, without(became, was));
    return [[field, [...left, ...without(without(was, became), left)]]];
  });
  const next = { ...row, ...Object.fromEntries(back) };
  if (table !== 'notes' || next['text'] === row['text']) return next;
  // A window that has the note open must learn that it was changed under it.
  const note = row as NoteRow;
  return { ...next, revision: note.revision + 1, changedAt: now };
}

/** Fields whose values stand for themselves, each apart from the others. */
const SETS = new Set(['tags', 'earlier']);

function without(all: readonly unknown[], gone: readonly unknown[]): unknown[] {
  const signs = new Set(gone.map((one) => JSON.stringify(one)));
  return all.filter((one) => !signs.has(JSON.stringify(one)));
}

/** The texts of a note that are kept beside its newest, once `text` replaces `row`'s. */
export function earlierTexts(row: NoteRow, now: number, keptMs: number): NoteRow['earlier'] {
  const kept = row.earlier.filter(({ until }) => now - until < keptMs);
  return row.text === '' ? kept : [...kept, { until: now, text: row.text }].slice(-KEPT_TEXTS);
}

export const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
