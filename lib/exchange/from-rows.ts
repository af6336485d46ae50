import { BACKUP_VERSION } from './backup';

/** True for what `rowsFile` wrote. */
export function isRows(value: object): boolean {
  return 'gloss' in value && value.gloss === 'rows';
}

/**
 * The backup that such rows make, and the lines of its parts. Read without trust in their shape: what a version has that we do not know is
 * left out, what is missing is left empty, and what it comes to is checked as any backup is.
 */
export function backupOfRows(
  value: object,
  lines: ReadonlyMap<string, readonly number[]> = new Map(),
): { value: object; lines: ReadonlyMap<string, readonly number[]> } {
  const stores = 'stores' in value && isRow(value.stores) ? value.stores : {};
  const lineOf = new Map<Row, number>();
  const rowsOf = (name: string): Row[] => {
    const rows: unknown[] = Array.isArray(stores[name]) ? stores[name] : [];
    return rows.flatMap((row, index) => {
      if (!isRow(row)) return [];
      lineOf.set(row, lines.get(name)?.[index] ?? 0);
      return [row];
    });
  };
  const byId = (name: string) => new Map(rowsOf(name).map((row) => [row['id'], row]));
  const [papers, notes] = [byId('papers'), byId('notes')];
  // Once for all: a file may be made to have as many lists as entries.
  const entriesOf = new Map<unknown, Row[]>();
  for (const row of rowsOf('entries').filter(isShown).sort(byOrder)) {
    const those = entriesOf.get(row['list']);
    if (those) those.push(row);
    else entriesOf.set(row['list'], [row]);
  }
  const lists = rowsOf('lists')
    .filter((row) => (row['deletedBy'] ?? null) === null)
    .sort(byOrder);
  const saved = rowsOf('saved').filter(isShown);
  const rest = { visits: rowsOf('visits'), seen: rowsOf('seen'), done: rowsOf('done') };
  const from: Record<string, readonly Row[]> = { lists, works: saved, ...rest };
  return {
    value: {
      ...{
        gloss: 'backup',
        version: BACKUP_VERSION,
        made: 'made' in value ? value.made : '',
        settings: null,
      },
      lists: lists.map((row) => listOfRows(row, entriesOf.get(row['id']) ?? [])),
      works: saved.map((row) => workOfRows(row, papers.get(row['id']), notes.get(row['id']))),
      ...rest,
    },
    // A work is where its row of `saved` is, whichever of its rows is at fault.
    lines: new Map(
      Object.entries(from).map(([name, rows]) => [name, rows.map((row) => lineOf.get(row) ?? 0)]),
    ),
  };
}

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isShown = ({ shown }: Row) => shown !== 0;
const byOrder = (a: Row, b: Row) => Number(a['order']) - Number(b['order']);

const listOfRows = ({ name, createdAt = null }: Row, entries: readonly Row[]): Row => ({
  ...{ name, createdAt },
  entries: entries.map(({ paper, addedAt = null }) => ({ id: paper, addedAt })),
});

function workOfRows(saved: Row, copy: Row | undefined, note: Row | undefined): Row {
  const { id, key = null, status = null, statusAt = null, savedAt = null, tags = [], cited = null } = saved;
  return {
    ...{ key, status, statusAt, savedAt, tags, cited },
    // That it is saved is more than nothing: its metadata come again when it is met.
    paper: copy?.['paper'] ?? barePaper(id),
    earlier: copy?.['earlier'] ?? [],
    note: note?.['text'] ?? '',
    noteEarlier: note?.['earlier'] ?? [],
  };
}

function barePaper(id: unknown): Row {
  return {
    ...{ id, version: null, title: '', authors: [], abstract: null, comments: null, journalRef: null },
    ...{ reportNo: null, doi: null, categories: [], mscClass: null, acmClass: null, submitted: null },
    ...{ versions: [], withdrawn: false },
  };
}
