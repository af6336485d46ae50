import { BACKUP_VERSION } from './backup';

/** True for what `rowsFile` wrote. */
export function isRows(value: object): boolean {
  return 'gloss' in value && value.gloss === 'rows';
}

/**
 * The backup that such rows make. Read without trust in their shape: what a version has that we do not know is
 * left out, what is missing is left empty, and what it comes to is checked as any backup is.
 */
export function backupOfRows(value: object): object {
  const stores = 'stores' in value && isRow(value.stores) ? value.stores : {};
  const rowsOf = (name: string): Row[] => (Array.isArray(stores[name]) ? stores[name].filter(isRow) : []);
  const byId = (name: string) => new Map(rowsOf(name).map((row) => [row['id'], row]));
  const [papers, notes] = [byId('papers'), byId('notes')];
  // Once for all: a file may be made to have as many lists as entries.
  const entriesOf = new Map<unknown, Row[]>();
  for (const row of rowsOf('entries').filter(isShown).sort(byOrder)) {
    const those = entriesOf.get(row['list']);
    if (those) those.push(row);
    else entriesOf.set(row['list'], [row]);
  }
  return {
    gloss: 'backup',
    version: BACKUP_VERSION,
    made: 'made' in value ? value.made : '',
    settings: null,
    lists: rowsOf('lists')
      .filter((row) => (row['deletedBy'] ?? null) === null)
      .sort(byOrder)
      .map(({ id, name, createdAt = null }) => ({
        name,
        createdAt,
        entries: (entriesOf.get(id) ?? []).map(({ paper, addedAt = null }) => ({ id: paper, addedAt })),
      })),
    works: rowsOf('saved')
      .filter(isShown)
      .map((row) => workOfRows(row, papers.get(row['id']), notes.get(row['id']))),
    visits: rowsOf('visits'),
    seen: rowsOf('seen'),
    done: rowsOf('done'),
  };
}

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isShown = ({ shown }: Row) => shown !== 0;
const byOrder = (a: Row, b: Row) => Number(a['order']) - Number(b['order']);

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
