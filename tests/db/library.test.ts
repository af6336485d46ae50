import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { ListId } from '@/lib/core/reading';
import { LibraryDb, STEPS } from '@/lib/db/library';
import { idOf, reopen } from '../library/fresh-library';
import { counted } from './counted';

type Rows = Record<string, object[]>;

// Every version that ever shipped has its example. A missing file fails the test that reads it.
const exampleOf = (version: number) =>
  JSON.parse(readFileSync(new URL(`library.v${version}.json`, import.meta.url), 'utf8')) as Rows;

const open: LibraryDb[] = [];
const opened = (steps = STEPS) => {
  const db = new LibraryDb(steps);
  open.push(db);
  return db;
};
afterEach(async () => {
  for (const db of open.splice(0)) db.close();
  await new LibraryDb().delete();
});

/** As rows are written today: counts are kept of them meanwhile, and those of the example put over these. */
async function fill(db: LibraryDb, rows: Rows) {
  for (const [table, values] of Object.entries(rows)) await db.table(table).bulkPut(values);
}

async function dump(db: LibraryDb): Promise<Rows> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables);
}

function sorted(rows: Rows): Rows {
  const text = (row: object) => JSON.stringify(row);
  return Object.fromEntries(
    Object.entries(rows).map(([table, values]) => [
      table,
      [...values].sort((a, b) => (text(a) < text(b) ? -1 : 1)),
    ]),
  );
}

const VERSIONS = STEPS.map((_step, index) => index + 1);

describe.each(VERSIONS)('a library written by version %i', (version) => {
  test('opens today with nothing lost', async () => {
    const old = opened(STEPS.slice(0, version));
    await fill(old, exampleOf(version));
    old.close();
    const today = await dump(opened());
    // Later examples hold more rows, for what earlier versions could not say; those rows they share are equal.
    for (const [table, rows] of Object.entries(exampleOf(version))) {
      expect(today[table], table).toHaveLength(rows.length);
      expect(exampleOf(STEPS.length)[table]).toEqual(expect.arrayContaining(today[table] ?? []));
    }
  });

  test('opens today with all of it counted', async () => {
    const old = opened(STEPS.slice(0, version));
    await fill(old, exampleOf(version));
    old.close();
    const db = opened();
    expect(await db.counts.orderBy('key').toArray()).toEqual(await counted(db));
    expect((await db.counts.get('saved'))?.count).toBeGreaterThan(1);
  });

  test('shows the reader the lists, order, status and visits it had, and can undo', async () => {
    const old = opened(STEPS.slice(0, version));
    await fill(old, exampleOf(version));
    old.close();
    const library = reopen(opened(), { now: 1793600000000 });
    const GLM = idOf('2210.02414');
    const lists = await library.lists();
    expect(lists.map(({ name, papers }) => [name, papers])).toEqual([
      ['Reading list', 2],
      ['Thesis, $\\ell_1$ & “co”', 0],
    ]);
    const [first] = lists;
    expect((await library.entriesOf(first?.id ?? null)).map(({ paper }) => paper.id)).toEqual([
      'hep-th/9711200',
      '2210.02414',
    ]);
    expect((await library.saved([GLM])).get(GLM)).toEqual({
      status: 'reading',
      savedAt: 1793500100000,
      lists: 1,
    });
    expect(await library.previousVisit(GLM)).toEqual({ version: null, at: 1793500700000 });
    expect(await library.seen([idOf('2406.12793')])).toHaveProperty('size', 1);
    for (const token of ['u-3', 'u-1', 'u-2']) await library.undo(token as never);
    expect((await library.lists()).map(({ name, papers }) => [name, papers])).toEqual([
      ['Reading list', 2],
      ['Thesis, $\\ell_1$ & “co”', 1],
      ['Deleted', 2],
    ]);
  });
});

test('every table of today is filled in its example, so that none is migrated untested', () => {
  const example = exampleOf(STEPS.length);
  for (const { name } of opened().tables) expect(example[name]?.length, name).toBeGreaterThan(0);
});

test('a step that fails leaves the library as the last version wrote it', async () => {
  const old = opened();
  await fill(old, exampleOf(STEPS.length));
  old.close();
  const broken = opened([
    ...STEPS,
    {
      stores: { extra: 'id' },
      upgrade: async (tx) => {
        await tx.table('lists').clear();
        throw new Error('bug in a migration');
      },
    },
  ]);
  await expect(broken.open()).rejects.toThrow('bug in a migration');
  expect(sorted(await dump(opened()))).toEqual(sorted(exampleOf(STEPS.length)));
});

test('what a change does with the tables of its transaction is taken back with it, whatever Dexie takes it for', async () => {
  const db = new LibraryDb();
  const row = { id: 'list' as ListId, name: 'A', order: 1, createdAt: 1, deletedBy: null };
  const change = db.within('rw', ['lists'], async ({ lists }) => {
    // As where Dexie has lost the thread: it would put this outside of the transaction.
    await Dexie.ignoreTransaction(() => lists.add(row));
    throw new Error('half-way');
  });
  await expect(change).rejects.toThrow('half-way');
  expect(await db.lists.count()).toBe(0);
  db.close();
});
