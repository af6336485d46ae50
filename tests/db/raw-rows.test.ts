import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LibraryDb, STEPS } from '@/lib/db/library';
import { rawRows } from '@/lib/db/raw-rows';
import { backupOfRows } from '@/lib/exchange/from-rows';
import { readFile } from '@/lib/exchange/read-file';
import { rowsFile } from '@/lib/exchange/rows-file';
import type { LibraryCopy } from '@/lib/core/library-copy';
import { freshLibrary, reopen } from '../library/fresh-library';

const VERSIONS = STEPS.map((_step, index) => index + 1);
const CLOCK = { now: 1793600000000 };

const open: LibraryDb[] = [];
const opened = (steps = STEPS) => {
  const db = new LibraryDb(steps);
  open.push(db);
  return db;
};
beforeEach(() => new LibraryDb().delete());
afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

async function fillAs(version: number, steps = STEPS.slice(0, version)): Promise<void> {
  const path = new URL(`library.v${version}.json`, import.meta.url);
  const rows = JSON.parse(readFileSync(path, 'utf8')) as Record<string, object[]>;
  const db = opened(steps);
  for (const [table, values] of Object.entries(rows)) await db.table(table).bulkPut(values);
  db.close();
}

/** What the file of the rows brings in, into a library that is new. */
async function rescued(): Promise<LibraryCopy> {
  const rows = await rawRows('library');
  if (rows === null) throw new Error('no rows');
  const { copy, problems } = readFile(new TextEncoder().encode(rowsFile(rows, CLOCK.now)));
  expect(problems).toEqual([]);
  const { library } = await freshLibrary();
  await library.bringIn(copy, { choice: 'mine' });
  return library.copyOf('all', { history: true });
}

test('where there is no library there are no rows, and none is made', async () => {
  expect(await rawRows('library')).toBeNull();
  expect(await indexedDB.databases()).toEqual([]);
});

describe.each(VERSIONS)('a library of version %i that cannot be opened', (version) => {
  test('is read row by row, and its file brings in all that opening it would have shown', async () => {
    await fillAs(version);
    const wanted = await reopen(opened(), CLOCK).copyOf('all', { history: true });
    open.splice(0).forEach((db) => db.close());
    await new LibraryDb().delete();

    await fillAs(version);
    const broken = opened([
      ...STEPS,
      { stores: { extra: 'id' }, upgrade: () => Promise.reject(new Error('bug in a migration')) },
    ]);
    const library = reopen(broken, CLOCK);
    await expect(library.lists()).rejects.toMatchObject({ name: 'StorageError', code: 'failed' });
    broken.close();
    const there = await rescued();
    expect(there.lists).toEqual(wanted.lists);
    expect(there.history).toEqual(wanted.history);
    expect(there.marks).toEqual(wanted.marks);
    // Version 1 had no keys: those it is given come out the same.
    expect(there.works).toEqual(wanted.works);
  });
});

test('a library that a later version wrote is not touched: it is said to be newer, and its rows can be saved', async () => {
  await fillAs(STEPS.length, [...STEPS, { stores: { extra: 'id', saved: 'id, [shown+savedAt], key' } }]);
  const before = await rawRows('library');
  const library = reopen(opened(), CLOCK);
  const asked = [library.lists(), library.savedCount(), library.recent(3)];
  for (const one of asked) await expect(one).rejects.toMatchObject({ name: 'StorageError', code: 'newer' });
  await expect(library.createList('Old shape')).rejects.toMatchObject({ code: 'newer' });
  expect((await rawRows('library'))?.stores).toEqual(before?.stores);
  expect((await rescued()).works.length).toBeGreaterThan(0);
});

test('a store that is lost costs no more than what was in it', async () => {
  await fillAs(STEPS.length);
  const rows = await rawRows('library');
  const { papers: lost, ...stores } = rows?.stores ?? {};
  expect(lost?.length).toBeGreaterThan(0);
  const text = rowsFile({ version: 30, stores, unread: ['papers'] }, CLOCK.now);
  const { copy } = readFile(new TextEncoder().encode(text));
  const saved = rows?.stores['saved']?.filter((row) => (row as { shown: number }).shown === 1);
  expect(copy.works.map(({ paper }) => paper.id).sort()).toEqual(
    saved?.map((row) => (row as { id: string }).id).sort(),
  );
});

test('rows of any shape are read without an error of ours', () => {
  for (const stores of ['null', '[]', '{"saved":[null,1,{"id":{}}],"lists":{},"entries":[{"list":[]}]}']) {
    const text = `{"gloss":"rows","version":30,"made":3,"stores":${stores}}`;
    expect(readFile(new TextEncoder().encode(text)).copy.works).toEqual([]);
  }
});

test('what cannot be taken from a file of rows is named with the line of its row', async () => {
  await fillAs(STEPS.length);
  const rows = await rawRows('library');
  if (rows === null) throw new Error('no rows');
  const [first, ...saved] = rows.stores['saved'] as { id: string; shown: number }[];
  const broken = [first, { ...first, id: 'no id', shown: 1 }, ...saved];
  const text = rowsFile({ ...rows, stores: { ...rows.stores, saved: broken } }, CLOCK.now);
  const line = text.split('\n').findIndex((one) => one.startsWith('{"id":"no id"')) + 1;
  expect(line).toBeGreaterThan(1);
  const { problems } = readFile(new TextEncoder().encode(text));
  expect(problems).toMatchObject([{ line, code: 'bad-value' }]);
});

test('a file with as many lists as entries is gone through once, not once for each list', () => {
  let reads = 0;
  const entries = Array.from({ length: 100 }, (_, at) => ({
    ...{ paper: `2301.${10_000 + at}`, order: at, shown: 1 },
    get list() {
      reads += 1;
      return at;
    },
  }));
  const lists = entries.map((_entry, id) => ({ id, name: `List ${id}`, order: id }));
  const { value } = backupOfRows({ stores: { lists, entries } });
  expect(value).toHaveProperty('lists.99.entries.0.id', '2301.10099');
  expect(reads).toBeLessThan(1_000);
});
