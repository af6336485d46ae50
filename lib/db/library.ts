import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import { citationKey, keyGiver } from '@/lib/core/citation-key';
import type { CitedAs } from '@/lib/core/cited-as';
import type { CopiedSeen, CopiedVisit, EarlierValues } from '@/lib/core/library-copy';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, Status } from '@/lib/core/reading';
import { askAgainWhenGone } from './ask-again';
import { type CountRow, countRows, KEEP_COUNTS } from './counts';
import { refuseNewer } from './refuse-newer';

/** `order` rises from the first list to the last. `deletedBy` is the undo token of its deletion. */
export type ListRow = {
  id: ListId;
  name: string;
  order: number;
  createdAt: number;
  deletedBy: string | null;
};

/**
 * A paper in a list. Rows are not removed when the entry, its list or its paper is deleted: each
 * deletion adds its undo token to `hiddenBy`, and undoing takes it out again, so that deletions may
 * be undone in any order. `shown` is 1 while `hiddenBy` is empty, else 0: IndexedDB has no index on
 * emptiness. `order` rises from the top of the list.
 */
export type EntryRow = {
  list: ListId;
  paper: PaperId;
  order: number;
  addedAt: number;
  hiddenBy: string[];
  shown: 0 | 1;
};

/**
 * What the reader made of a saved paper. `shown` is 0 once it was unsaved, by `deletedBy`. `key` is
 * how the reader's documents cite it: given at the first save or by an import, and never changed.
 */
export type SavedRow = {
  id: PaperId;
  status: Status;
  statusAt: number;
  savedAt: number;
  deletedBy: string | null;
  shown: 0 | 1;
  key: string;
  tags: string[];
  cited: CitedAs | null;
};

/** The reader's note on a saved paper, in Markdown. `revision` rises at every save; `earlier` oldest first. */
export type NoteRow = {
  id: PaperId;
  text: string;
  revision: number;
  changedAt: number;
  earlier: { until: number; text: string }[];
};

/** The library's own copy of a saved paper's metadata; it outlives any dataset. `earlier` oldest first. */
export type PaperRow = { id: PaperId; paper: Paper; changedAt: number; earlier: EarlierValues[] };

/** Fields of one row that a change replaced. `key` is the row's primary key. */
export type RowChange = {
  table: 'lists' | 'saved' | 'entries' | 'notes' | 'papers';
  key: string | readonly [ListId, PaperId];
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
};

/** What a change added, to be taken out of sight when it is undone. */
export type Additions = {
  lists: readonly ListId[];
  saved: readonly PaperId[];
  entries: readonly (readonly [ListId, PaperId])[];
};

/** A row that a change put there; `before` is null where there was none. */
export type Replaced<Row> = { before: Row | null; after: Row };

/** What a change said of papers opened, marked and done. */
export type SeenChange = {
  visits: Replaced<VisitRow>[];
  seen: Replaced<SeenRow>[];
  done: Replaced<DoneRow>[];
};

/**
 * A change that can be undone. What it deleted has its token; what else it did is said here. `days` is on how many
 * different days it was there when what is old is looked for, the last of them `lastDay`.
 */
export type UndoRow = {
  token: string;
  at: number;
  changes?: RowChange[];
  added?: Additions;
  seen?: SeenChange;
  /** Notes of which it kept what stood there: that goes with it. */
  texts?: readonly PaperId[];
  /** What it was, where nothing out of sight says so. */
  of?: { kind: 'import' | 'tag' | 'watch'; name: string; count: number };
  /** What it changed of the settings, as those read it: they are kept elsewhere. */
  settings?: unknown;
  days?: number;
  lastDay?: number;
};

/** A paper the reader opened or marked as seen. `at` is the first time. */
export type SeenRow = CopiedSeen;

/** `last` is the latest load of the page in this visit, `at` the first. */
export type VisitRow = CopiedVisit;

/**
 * Where the reader said "done to here" in a listing. `marked` are the papers that were seen by it and
 * not before, `before` the mark it replaced: what undoing it brings back.
 */
export type DoneRow = {
  listing: string;
  paper: PaperId;
  at: number;
  marked: PaperId[];
  before: { paper: PaperId; at: number } | null;
};

type Step = { stores: Record<string, string | null>; upgrade?: (tx: Transaction) => Promise<unknown> };

/**
 * What the reader made is never dropped, only moved forward, so a step that has shipped is never
 * edited. tests/db/ has a frozen example of each version, which every later one must open.
 */
export const STEPS: readonly Step[] = [
  {
    stores: {
      lists: 'id',
      entries: '[list+paper], paper, [list+order], [list+shown], *hiddenBy',
      saved: 'id, [shown+savedAt], deletedBy',
      papers: 'id',
      undo: 'token, at',
      seen: 'id, at',
      visits: '[paper+at], at',
    },
  },
  {
    stores: { saved: 'id, [shown+savedAt], deletedBy, key, *tags', notes: 'id' },
    upgrade: giveKeys,
  },
  { stores: { done: 'listing' } },
  { stores: { counts: 'key' }, upgrade: countAll },
];

/** Version 1 wrote the plain key into what readers copied; the first saved of two keeps it. */
async function giveKeys(tx: Transaction): Promise<void> {
  const papers = await tx.table<PaperRow, PaperId>('papers').toArray();
  const copies = new Map(papers.map(({ id, paper }) => [id, paper]));
  const rows = await tx.table<SavedRow, PaperId>('saved').toArray();
  const give = keyGiver(new Set());
  for (const row of rows.sort((a, b) => a.savedAt - b.savedAt)) {
    const copy = copies.get(row.id);
    row.key = give(copy ? citationKey(copy) : row.id);
    row.tags = [];
    row.cited = null;
  }
  await tx.table('saved').bulkPut(rows);
}

async function countAll(tx: Transaction): Promise<void> {
  const [saved, entries] = [await tx.table('saved').toArray(), await tx.table('entries').toArray()];
  await tx.table('counts').bulkPut(countRows({ saved, entries }));
}

/** The tables by their names: of the database, or bound to one transaction. */
export type LibraryTables = Pick<LibraryDb, TableName | 'table'>;
export type TableName =
  'lists' | 'entries' | 'saved' | 'papers' | 'notes' | 'undo' | 'seen' | 'visits' | 'done' | 'counts';

export class LibraryDb extends Dexie {
  lists!: EntityTable<ListRow, 'id'>;
  entries!: Table<EntryRow, [ListId, PaperId]>;
  saved!: EntityTable<SavedRow, 'id'>;
  papers!: EntityTable<PaperRow, 'id'>;
  notes!: EntityTable<NoteRow, 'id'>;
  undo!: EntityTable<UndoRow, 'token'>;
  seen!: EntityTable<SeenRow, 'id'>;
  visits!: Table<VisitRow, [PaperId, number]>;
  done!: EntityTable<DoneRow, 'listing'>;
  /** Kept by the database itself: read only. */
  counts!: EntityTable<CountRow, 'key'>;

  /** `steps` other than ours are for the tests of migrations. */
  constructor(steps: readonly Step[] = STEPS) {
    // Strict: what was acknowledged is on the disk, even if the power goes.
    super('library', { chromeTransactionDurability: 'strict' });
    this.use(KEEP_COUNTS);
    steps.forEach(({ stores, upgrade }, index) => {
      const version = this.version(index + 1).stores(stores);
      if (upgrade) version.upgrade(upgrade);
    });
    refuseNewer(this);
    askAgainWhenGone(this);
  }

  /**
   * One transaction, whole or not at all. `work` is to use the tables it is handed, which are bound to it: of
   * others Dexie finds out by the turn they are used in, and where many things run at once it can lose
   * that thread. What follows would then be written outside, and stand where the rest is taken back.
   */
  within<T>(
    mode: 'r' | 'rw',
    names: readonly TableName[],
    work: (tables: LibraryTables) => Promise<T>,
  ): Promise<T> {
    return this.transaction(mode, [...names], (bound) => {
      const tables = Object.fromEntries(names.map((name) => [name, bound.table(name)]));
      // Those that were not asked for are not there, so using one fails at once, in any test.
      return work({ ...tables, table: (name: string) => bound.table(name) } as LibraryTables);
    });
  }
}
