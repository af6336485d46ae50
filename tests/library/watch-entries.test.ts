import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { workOf } from '@/lib/core/library-copy';
import type { ListId } from '@/lib/core/reading';
import { LibraryDb } from '@/lib/db/library';
import type { Entry, Library } from '@/lib/library';
import { freshLibrary, idOf, paperOf, reopen, type Bench } from './fresh-library';

const IDS = Array.from({ length: 12 }, (_, index) => idOf(`2301.000${10 + index}`));
const [A, B, C, D] = IDS as [Id, Id, Id, Id];
type Id = (typeof IDS)[number];

let bench: Bench;
let ends: (() => void)[] = [];
beforeEach(async () => {
  bench = await freshLibrary();
  ends = [];
});
afterEach(() => ends.forEach((end) => end()));

/** The last that a watch told. */
function watched(library: Library, list: ListId | null) {
  const heard: { last?: readonly Entry[]; times: number; failed?: unknown } = { times: 0 };
  const end = library.watchEntries(
    list,
    (entries) => {
      heard.last = entries;
      heard.times += 1;
    },
    (error) => (heard.failed = error),
  );
  ends.push(end);
  return heard;
}

test('a watch says after every kind of change what would be read anew', async () => {
  const { library, clock } = bench;
  const list = await library.createList('A');
  const other = await library.createList('B');
  const watches = [null, list, other].map((of) => ({ of, heard: watched(library, of) }));
  const undone = async (token: Promise<string>) => library.undo((await token) as never);
  const work = (id: Id) => ({ ...workOf(paperOf(id)), note: 'Brought in', tags: ['in'] });
  const changes: (() => Promise<unknown>)[] = [
    () => library.save(paperOf(A), list),
    () => library.save(paperOf(B), list),
    () => library.save(paperOf(C), other),
    () => library.addTo(other, [A, B]),
    () => library.addTag([A], 'x'),
    () => library.renameTag('x', 'y'),
    () => library.setStatus(B, 'read'),
    () => library.saveNote(C, 'Words', 0),
    () => library.refresh([paperOf(A, { title: 'Another' })]),
    () => library.moveEntries([B], { from: list, to: list, before: null }),
    () => library.moveList(other, list),
    () => undone(library.removeFrom(list, A)),
    () => library.removeFrom(list, B),
    () => undone(library.unsave([A, C])),
    () => library.unsave(C),
    () => library.bringIn({ works: IDS.map(work), lists: [], history: null }, { choice: 'both' }),
    () => library.mergeEntries(A, [D]),
    () => undone(library.deleteList(list)),
    () => library.deleteList(other),
  ];
  for (const change of changes) {
    clock.now += 1_000;
    await change();
    for (const { of, heard } of watches) {
      const isGone = of !== null && !(await library.lists()).some(({ id }) => id === of);
      const expected = isGone ? [] : await library.entriesOf(of);
      await expect
        .poll(() => heard.last, { message: `${String(of)} after ${String(change)}` })
        .toEqual(expected);
    }
  }
  for (const { heard } of watches) expect(heard.failed).toBeUndefined();
});

test('what did not change is the same object, and a change elsewhere is not told', async () => {
  const { library } = bench;
  const list = await library.createList('A');
  await library.save(paperOf(A), list);
  await library.save(paperOf(B), await library.createList('B'));
  const [all, some] = [watched(library, null), watched(library, list)];
  await expect.poll(() => all.last?.length).toBe(2);
  await expect.poll(() => some.times).toBe(1);
  const before = new Map(all.last?.map((entry) => [entry.paper.id, entry]));
  await library.addTag([B], 'x');
  await expect.poll(() => all.last?.find(({ paper }) => paper.id === B)?.tags).toEqual(['x']);
  expect(all.last?.find(({ paper }) => paper.id === A)).toBe(before.get(A));
  expect(some.times).toBe(1);
});

test('changes made in another connection are told too, also of more papers than are read one by one', async () => {
  const db = new LibraryDb();
  const elsewhere = reopen(db, bench.clock);
  ends.push(() => db.close());
  const heard = watched(bench.library, null);
  await expect.poll(() => heard.last).toEqual([]);
  const works = Array.from({ length: 700 }, (_, index) => workOf(paperOf(`2302.${String(10_000 + index)}`)));
  const token = await elsewhere.bringIn({ works, lists: [], history: null }, { choice: 'mine' });
  await expect.poll(() => heard.last?.length).toBe(700);
  await elsewhere.undo(token);
  await expect.poll(() => heard.last?.length).toBe(0);
});

test('of many the first are told at once, then all, with what was changed while they were read', async () => {
  const { library } = bench;
  const works = Array.from({ length: 1_300 }, (_, at) => workOf(paperOf(`2303.${String(10_000 + at)}`)));
  const entries = works.map(({ paper }) => ({ id: paper.id, addedAt: null }));
  const lists = [
    { name: 'Most', createdAt: null, entries: entries.toReversed().slice(0, 900) },
    { name: 'Some', createdAt: null, entries: entries.slice(300, 500) },
  ];
  await library.bringIn({ works, lists, history: null }, { choice: 'mine' });
  const [most, some] = (await library.lists()).map(({ id }) => id);
  for (const list of [null, most ?? null, some ?? null]) {
    const told: { ids: Id[]; isAll: boolean }[] = [];
    let changed: Promise<unknown> | undefined;
    const before = (await library.entriesOf(list)).map(({ paper }) => paper.id);
    const end = library.watchEntries(
      list,
      (all, isAll) => {
        told.push({ ids: all.map(({ paper }) => paper.id), isAll });
        const [first, , third] = all;
        changed ??= Promise.all([
          third && library.unsave(third.paper.id),
          first && library.addTag([first.paper.id], 'meanwhile'),
          library.save(paperOf(`2304.0000${String(told.length)}`), list ?? undefined),
        ]);
      },
      (error) => expect.fail(String(error)),
    );
    ends.push(end);
    await expect.poll(() => told.at(-1)?.isAll, { timeout: 10_000 }).toBe(true);
    await changed;
    expect(told[0]).toMatchObject({ isAll: false });
    expect(told[0]?.ids).toEqual(before.slice(0, 100));
    const now = (await library.entriesOf(list)).map(({ paper }) => paper.id);
    await expect.poll(() => told.at(-1)?.ids).toEqual(now);
    expect(told.filter(({ isAll }) => !isAll)).toHaveLength(1);
    end();
  }
});

test('a database that fails is said to, and read again at the next change', async () => {
  const { library, db } = bench;
  const heard = watched(library, null);
  await expect.poll(() => heard.last).toEqual([]);
  db.close({ disableAutoOpen: true });
  const other = new LibraryDb();
  ends.push(() => other.close());
  const open = vi.spyOn(db, 'open').mockRejectedValue(new Error('gone'));
  const elsewhere = reopen(other, bench.clock);
  await elsewhere.save(paperOf(A));
  await expect.poll(() => heard.failed).toMatchObject({ code: 'failed' });
  expect(heard.last).toEqual([]);
  open.mockRestore();
  await elsewhere.save(paperOf(B));
  await expect.poll(() => heard.last?.length).toBe(2);
});
