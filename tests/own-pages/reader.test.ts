import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, expect, test, vi } from 'vitest';
import { readerOf } from '@/entrypoints/own-pages/reader';
import type { Reader, Trouble, Watch } from '@/components/shown';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { MemoryReader } from '../components/memory-reader';
import { freshLibrary, idOf, paperOf, type Bench } from '../library/fresh-library';

const X = idOf('2210.02414');
const HIT = {
  id: X,
  title: 'GLM-130B',
  authors: ['A. Zeng'],
  authorCount: 19,
  categories: ['cs.CL'],
  year: 2022,
};

let bench: Bench;
let reader: Reader;
const met = new Map<PaperId, Paper>();

beforeEach(async () => {
  met.clear();
  bench = await freshLibrary();
  reader = readerOf(bench.library, { met: async (id) => met.get(id) }, new MemoryReader().noteDrafts);
});

/** The first value of a watch. */
function now<T>(watch: Watch<T>): Promise<T> {
  return new Promise((answer, refuse) => {
    const stop = watch(
      (value) => {
        answer(value);
        queueMicrotask(() => stop());
      },
      (trouble) => refuse(new Error(trouble)),
    );
  });
}

test('a row of results is saved with what it knows, and with nothing it does not', async () => {
  await reader.save(HIT);
  const entry = await now(reader.entry(X));
  expect(entry?.paper).toMatchObject({
    title: 'GLM-130B',
    authors: ['A. Zeng'],
    hasMoreAuthors: true,
    abstract: null,
    submitted: null,
  });
});

test('a row of results is saved with what its page showed when it was met', async () => {
  met.set(X, paperOf(X, { title: 'GLM-130B', abstract: 'We introduce' }));
  await reader.save(HIT);
  expect((await now(reader.entry(X)))?.paper.abstract).toBe('We introduce');
});

test('a row of results put into a list does not thin out the copy that is kept', async () => {
  const whole = paperOf(X, { title: 'GLM-130B', authors: ['A. Zeng', 'X. Liu'], abstract: 'We introduce' });
  await reader.save(whole);
  const list = await reader.createList('Group');
  await reader.save(HIT, list);
  const entry = await now(reader.entry(X));
  expect(entry?.paper.authors).toEqual(['A. Zeng', 'X. Liu']);
  expect(entry?.lists).toContain(list);
});

test('the name a tab gives a paper does not replace the title kept from before it was removed', async () => {
  await bench.library.save(paperOf(X, { title: 'GLM-130B', abstract: 'We introduce' }));
  await reader.unsave(X);
  await reader.save(paperOf(X, { title: 'arXiv:2210.02414', authors: [], categories: [] }));
  const entry = await now(reader.entry(X));
  expect(entry?.paper).toMatchObject({ title: 'GLM-130B', abstract: 'We introduce' });
});

test('what is deleted comes back by the undo it answered with', async () => {
  await reader.save(HIT);
  const [list] = await now(reader.lists);
  if (list === undefined) throw new Error('no list');
  const undoList = await reader.deleteList(list.id);
  const undoPaper = await reader.unsave(X);
  expect(await now(reader.lists)).toEqual([]);
  expect(await now(reader.savedCount)).toBe(0);
  await undoPaper();
  await undoList();
  expect(await now(reader.lists)).toEqual([{ ...list, papers: 1 }]);
  expect((await now(reader.entries(list.id))).map(({ paper }) => paper.id)).toEqual([X]);
});

test('a paper that is not saved has no entry', async () => {
  expect(await now(reader.entry(X))).toBeNull();
});

test('a watch tells of changes made elsewhere', async () => {
  const seen: number[] = [];
  const stop = reader.savedCount(
    (count) => seen.push(count),
    () => seen.push(-1),
  );
  await expect.poll(() => seen).toEqual([0]);
  await bench.library.save(paperOf(X));
  await expect.poll(() => seen.at(-1)).toBe(1);
  stop();
});

test('a database that is refused ends a watch with the trouble it is', async () => {
  bench.db.close();
  // What Firefox says where history is never remembered.
  const refusal = Object.assign(new Error('A mutation operation was attempted'), {
    name: 'InvalidStateError',
  });
  vi.spyOn(bench.db, 'open').mockImplementation(() => Dexie.Promise.reject(refusal));
  const troubles: Trouble[] = [];
  reader.lists(
    () => undefined,
    (trouble) => troubles.push(trouble),
  );
  await expect.poll(() => troubles).toEqual(['refused']);
});
