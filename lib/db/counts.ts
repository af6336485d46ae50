import Dexie, { type DBCore, type DBCoreMutateRequest, type DBCoreTable, type Middleware } from 'dexie';
import type { ListId } from '@/lib/core/reading';
import type { EntryRow, SavedRow } from './library';

/** How many there are of something; what there is none of has no row. */
export type CountRow = { key: string; count: number };

export const SAVED_COUNT = 'saved';
export const TAG_COUNT = 'tag:';
const LIST_COUNT = 'list:';
export const listCount = (list: ListId) => `${LIST_COUNT}${list}`;

/** What a row counts for. Rows out of sight count for nothing. */
const COUNTED: Readonly<Record<string, (row: unknown) => readonly string[]>> = {
  saved: (row) => {
    const { shown, tags } = row as SavedRow; // what its table holds
    return shown === 1 ? [SAVED_COUNT, ...new Set(tags.map((tag) => TAG_COUNT + tag))] : [];
  },
  entries: (row) => {
    const { shown, list } = row as EntryRow; // what its table holds
    return shown === 1 ? [listCount(list)] : [];
  },
};

/**
 * Keeps `counts` in the transaction of every change of what is counted, whichever call makes it: to count tens
 * of thousands of rows takes an index a second, and nothing else is answered meanwhile. Where there is no
 * such table yet, in the steps that lead to it, it does nothing.
 */
export const KEEP_COUNTS: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'counts',
  create: (core) => {
    if (!core.schema.tables.some(({ name }) => name === 'counts')) return core;
    const turns = new WeakMap<object, PromiseLike<unknown>>();
    return {
      ...core,
      transaction: (stores, mode, options) => {
        const isCounted = mode === 'readwrite' && stores.some((store) => store in COUNTED);
        return core.transaction(isCounted ? [...new Set([...stores, 'counts'])] : stores, mode, options);
      },
      table: (name) => {
        const countsOf = COUNTED[name];
        const table = core.table(name);
        return countsOf ? countedTable(table, core.table('counts'), countsOf, turns) : table;
      },
    };
  },
};

/** The counts of whole tables, for the step that makes them. */
export function countRows(rows: Readonly<Record<'saved' | 'entries', readonly unknown[]>>): CountRow[] {
  const counts = new Map<string, number>();
  for (const [table, countsOf] of Object.entries(COUNTED))
    for (const row of rows[table as keyof typeof rows]) add(counts, countsOf(row), 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}

type CountsOf = (row: unknown) => readonly string[];

function countedTable(
  table: DBCoreTable,
  counts: DBCoreTable,
  countsOf: CountsOf,
  turns: WeakMap<object, PromiseLike<unknown>>,
): DBCoreTable {
  const write = async (request: DBCoreMutateRequest) => {
    const before = await rowsBefore(table, request);
    const response = await table.mutate(request);
    const changes = new Map<string, number>();
    for (const [old, next] of replaced(table, request, before, response.failures)) {
      add(changes, old === undefined ? [] : countsOf(old), -1);
      add(changes, next === undefined ? [] : countsOf(next), 1);
    }
    await addCounts(counts, request.trans, changes);
    return response;
  };
  return {
    ...table,
    mutate: (request) => {
      // In turn: of two at once, each would read what the other is about to change.
      const next = () => write(request);
      const turn = Dexie.Promise.resolve(turns.get(request.trans)).then(next, next);
      turns.set(request.trans, turn);
      return turn;
    },
  };
}

/** What a change is about to replace, in its order. */
function rowsBefore(table: DBCoreTable, request: DBCoreMutateRequest): Promise<unknown[]> {
  const { trans } = request;
  if (request.type === 'add') return Promise.resolve([]);
  if (request.type === 'deleteRange') {
    const query = { index: table.schema.primaryKey, range: request.range };
    return table.query({ trans, values: true, query }).then(({ result }: { result: unknown[] }) => result);
  }
  // Not from Dexie's cache of a transaction: it knows rows by their keys alone, which several tables share.
  return table.getMany({ trans, keys: keysOf(table, request) });
}

type Replaced = [old: unknown, next: unknown];

/** Each row that was really changed, as it was and as it is now. */
function replaced(
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  before: readonly unknown[],
  failures: Readonly<Record<number, Error>>,
): Replaced[] {
  if (request.type === 'deleteRange') return before.map((old): Replaced => [old, undefined]);
  const values: readonly unknown[] = request.type === 'delete' ? [] : request.values;
  // One may be written twice by one request.
  const latest = new Map<string, unknown>();
  return keysOf(table, request).flatMap((key: unknown, index): Replaced[] => {
    if (failures[index]) return [];
    const sign = JSON.stringify(key);
    const old = latest.has(sign) ? latest.get(sign) : before[index];
    latest.set(sign, values[index]);
    return [[old, values[index]]];
  });
}

function keysOf(
  table: DBCoreTable,
  request: Exclude<DBCoreMutateRequest, { type: 'deleteRange' }>,
): unknown[] {
  const { extractKey } = table.schema.primaryKey;
  if (request.type === 'delete') return request.keys;
  return request.keys ?? request.values.map((value: unknown): unknown => extractKey?.(value));
}

function add(counts: Map<string, number>, keys: readonly string[], by: number): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + by);
}

async function addCounts(
  counts: DBCoreTable,
  trans: DBCoreMutateRequest['trans'],
  changes: ReadonlyMap<string, number>,
): Promise<void> {
  const keys = [...changes].flatMap(([key, by]) => (by === 0 ? [] : [key]));
  if (keys.length === 0) return;
  const rows: readonly (CountRow | undefined)[] = await counts.getMany({ trans, keys });
  const next = keys.map((key, at) => ({ key, count: (rows[at]?.count ?? 0) + (changes.get(key) ?? 0) }));
  const gone = next.filter(({ count }) => count <= 0);
  await counts.mutate({ type: 'put', trans, values: next.filter(({ count }) => count > 0) });
  if (gone.length > 0) await counts.mutate({ type: 'delete', trans, keys: gone.map(({ key }) => key) });
}
