import type { LibraryDb, NoteRow, RowChange } from '@/lib/db/library';
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

const tableOf = (db: LibraryDb, name: RowChange['table']) => db.table<Row, RowChange['key']>(name);

function reverted(row: Row, { table, before, after }: RowChange, now: number): Row {
  const fields = Object.keys(before).filter((field) => isSame(row[field], after[field]));
  const next = { ...row, ...Object.fromEntries(fields.map((field) => [field, before[field]])) };
  if (table !== 'notes' || fields.length === 0) return next;
  // A window that has the note open must learn that it was changed under it.
  const note = row as NoteRow;
  return { ...next, revision: note.revision + 1, changedAt: now };
}

/** The texts of a note that are kept beside its newest, once `text` replaces `row`'s. */
export function earlierTexts(row: NoteRow, now: number, keptMs: number): NoteRow['earlier'] {
  const kept = row.earlier.filter(({ until }) => now - until < keptMs);
  return row.text === '' ? kept : [...kept, { until: now, text: row.text }].slice(-KEPT_TEXTS);
}

export const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
