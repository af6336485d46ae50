import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { type EntryRow, LibraryDb, type LibraryTables, type SavedRow } from '@/lib/db/library';
import { counted } from './counted';

const open: LibraryDb[] = [];
const empty = async () => {
  for (const db of open.splice(0)) db.close();
  const db = new LibraryDb();
  await db.delete();
  await db.open();
  open.push(db);
  return db;
};
afterEach(async () => void (await empty()));

const saved = (id: number, shown: 0 | 1, tags: string[]): SavedRow => ({
  ...{ id: `2301.0000${id}` as PaperId, status: 'to-read', statusAt: 1, savedAt: id, deletedBy: null, shown },
  ...{ key: `key${id}`, tags, cited: null },
});
const entry = (list: number, paper: number, shown: 0 | 1): EntryRow => ({
  ...{ list: `l-${list}` as ListId, paper: `2301.0000${paper}` as PaperId, order: 1, addedAt: 1, shown },
  hiddenBy: shown === 1 ? [] : ['u'],
});

const small = fc.nat(3);
const shown = fc.constantFrom<0 | 1>(0, 1, 1);
const savedRow = fc
  .tuple(small, shown, fc.array(fc.constantFrom('a', 'b', 'A', 'ü'), { maxLength: 3 }))
  .map((values) => saved(...values));
const entryRow = fc.tuple(small, small, shown).map((values) => entry(...values));

/** One call of Dexie's that writes what is counted. */
type Write = (db: LibraryTables) => PromiseLike<unknown>;
const write: fc.Arbitrary<Write> = fc.oneof(
  savedRow.map(
    (row): Write =>
      ({ saved }) =>
        saved.put(row),
  ),
  // May hold one twice, and one that is there: what is refused is not counted.
  fc.array(savedRow, { maxLength: 6 }).map(
    (rows): Write =>
      ({ saved }) =>
        saved.bulkPut(rows),
  ),
  fc.array(savedRow, { maxLength: 4 }).map((rows): Write => async ({ saved }) => {
    await saved.bulkAdd(rows).catch(() => undefined);
  }),
  fc.tuple(savedRow, shown).map(
    ([{ id, tags }, shown]): Write =>
      ({ saved }) =>
        saved.update(id, { shown, tags }),
  ),
  fc.array(savedRow).map(
    (rows): Write =>
      ({ saved }) =>
        saved.bulkDelete(rows.map(({ id }) => id)),
  ),
  fc.constant<Write>(({ saved }) =>
    saved
      .where('tags')
      .equals('a')
      .modify({ tags: ['b'] }),
  ),
  fc.constant<Write>(({ saved }) => saved.clear()),
  fc.array(entryRow, { maxLength: 6 }).map(
    (rows): Write =>
      ({ entries }) =>
        entries.bulkPut(rows),
  ),
  fc.constant<Write>(({ entries }) => entries.where('hiddenBy').equals('u').delete()),
  small.map((list): Write => ({ entries }) => {
    return entries
      .where('[list+paper]')
      .between([`l-${list}`], [`l-${list}`, []])
      .delete();
  }),
);

test('whatever is written, one after another or at once, is counted', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(write, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (all) => {
        const db = await empty();
        for (const atOnce of all) {
          await db.within('rw', ['saved', 'entries'], (tables) =>
            Promise.all(atOnce.map((one) => one(tables))),
          );
        }
        expect(await db.counts.orderBy('key').toArray()).toEqual(await counted(db));
      },
    ),
    { numRuns: 100 },
  );
});

test('a change that is taken back is not counted', async () => {
  const db = await empty();
  await db.saved.put(saved(1, 1, ['a']));
  const change = db.within('rw', ['saved'], async (tables) => {
    await tables.saved.bulkPut([saved(2, 1, ['a']), saved(1, 0, [])]);
    throw new Error('half-way');
  });
  await expect(change).rejects.toThrow('half-way');
  expect(await db.counts.toArray()).toEqual([
    { key: 'saved', count: 1 },
    { key: 'tag:a', count: 1 },
  ]);
});
