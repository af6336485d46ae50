import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ListId } from '@/lib/core/reading';
import type { UndoToken } from '@/lib/library';
import { LibraryDb } from '@/lib/db/library';
import { type Bench, DAY, freshLibrary, idOf, MINUTE, paperOf, reopen, usedFor } from './fresh-library';

const X = idOf('2210.02414');
const Y = idOf('hep-th/9711200');

let bench: Bench;
beforeEach(async () => {
  bench = await freshLibrary();
});

const titlesOf = async (list: ListId | null) =>
  (await bench.library.entriesOf(list)).map(({ paper }) => paper.title);

describe('lists', () => {
  test('keep the order they were made in, their new names and how many papers they hold', async () => {
    const { library } = bench;
    const later = await library.createList('Later');
    const thesis = await library.createList('  My \n thesis ');
    await library.renameList(later, 'Much later');
    await library.save(paperOf(X), thesis);
    expect(await library.lists()).toEqual([
      { id: later, name: 'Much later', papers: 0 },
      { id: thesis, name: 'My thesis', papers: 1 },
    ]);
  });

  test('refuse a name of nothing but spaces, and an id of no list', async () => {
    const { library } = bench;
    const list = await library.createList('Later');
    await expect(library.renameList(list, ' \t')).rejects.toMatchObject({ code: 'no-name' });
    await expect(library.createList('')).rejects.toMatchObject({ code: 'no-name' });
    await library.deleteList(list);
    await expect(library.deleteList(list)).rejects.toMatchObject({ code: 'no-list' });
    await expect(library.save(paperOf(X), list)).rejects.toMatchObject({ code: 'no-list' });
    expect(await library.saved([X]), 'a refused save saves nothing').toEqual(new Map());
  });

  test('deleting one leaves its papers saved, and undo brings it back whole', async () => {
    const { library } = bench;
    const list = await library.createList('Later');
    await library.save(paperOf(X), list);
    await library.save(paperOf(Y), list);
    const before = await library.entriesOf(list);
    const token = await library.deleteList(list);
    expect(await library.lists()).toEqual([]);
    expect((await library.saved([X])).get(X)).toMatchObject({ lists: 0 });
    expect(await library.undo(token)).toBe(true);
    expect(await library.entriesOf(list)).toEqual(before);
    expect(await library.undo(token), 'only once').toBe(false);
  });
});

describe('saving', () => {
  test('the first save makes the default list; a second save changes nothing', async () => {
    const { library, clock } = bench;
    const state = await library.save(paperOf(X));
    expect(state).toEqual({ status: 'to-read', lists: 1, savedAt: clock.now });
    clock.now += DAY;
    expect(await library.save(paperOf(X))).toEqual(state);
    expect(await library.lists()).toMatchObject([{ name: 'Reading list', papers: 1 }]);
  });

  test('a paper may be in several lists; the newest is on top', async () => {
    const { library } = bench;
    const a = await library.createList('A');
    const b = await library.createList('B');
    await library.save(paperOf(X, { title: 'X' }), a);
    await library.save(paperOf(Y, { title: 'Y' }), a);
    expect(await library.save(paperOf(X, { title: 'X' }), b)).toMatchObject({ lists: 2 });
    await library.save(paperOf(X, { title: 'X' }), a);
    expect(await titlesOf(a)).toEqual(['Y', 'X']);
    expect((await library.entry(X))?.lists).toEqual([a, b]);
  });

  test('unsaving and undoing gives back lists, place and status', async () => {
    const { library } = bench;
    const a = await library.createList('A');
    await library.save(paperOf(X, { title: 'X' }), a);
    await library.save(paperOf(Y, { title: 'Y' }), a);
    await library.setStatus(X, 'reading');
    const before = await library.entriesOf(a);
    const token = await library.unsave(X);
    expect(await titlesOf(a)).toEqual(['Y']);
    expect(new Set(await library.newestIds(9))).toEqual(new Set([Y]));
    await expect(library.setStatus(X, 'read')).rejects.toMatchObject({ code: 'not-saved' });
    await library.undo(token);
    expect(await library.entriesOf(a)).toEqual(before);
  });

  test('saved again after unsaving: its lists, its place in them and its status come back', async () => {
    const { library, clock } = bench;
    const a = await library.createList('A');
    const b = await library.createList('B');
    const c = await library.createList('C');
    await library.save(paperOf(X, { title: 'X' }), b);
    await library.save(paperOf(X, { title: 'X' }), c);
    await library.save(paperOf(Y, { title: 'Y' }), b);
    await library.removeFrom(c, X);
    await library.setStatus(X, 'read');
    const token = await library.unsave(X);
    clock.now += DAY;
    const again = await library.save(paperOf(X, { title: 'X' }));
    expect(again).toEqual({ status: 'read', lists: 1, savedAt: clock.now });
    expect(await titlesOf(b)).toEqual(['Y', 'X']);
    expect(await library.undo(token), 'saving took it back').toBe(false);
    await library.unsave(X);
    await library.save(paperOf(X), a);
    expect((await library.entry(X))?.lists).toEqual([a, b]);
  });

  test('saved again when none of its lists is left, it is in the default list', async () => {
    const { library } = bench;
    const a = await library.createList('A');
    const b = await library.createList('B');
    await library.save(paperOf(X), b);
    await library.unsave(X);
    const deleted = await library.deleteList(b);
    await library.save(paperOf(X));
    expect((await library.entry(X))?.lists).toEqual([a]);
    await library.undo(deleted);
    expect((await library.entry(X))?.lists).toEqual([a, b]);
  });

  test('out of one list, and back at the same place', async () => {
    const { library } = bench;
    const a = await library.createList('A');
    for (const [id, title] of [
      [X, 'X'],
      [Y, 'Y'],
      ['2301.00001', 'Z'],
    ] as const) {
      await library.save(paperOf(id, { title }), a);
    }
    const token = await library.removeFrom(a, Y);
    expect(await titlesOf(a)).toEqual(['Z', 'X']);
    expect(await titlesOf(null)).toHaveLength(3);
    await library.undo(token);
    expect(await titlesOf(a)).toEqual(['Z', 'Y', 'X']);
  });

  test('what was deleted goes for good after 30 days, and not a day before', async () => {
    const { library, db } = bench;
    const list = await library.createList('A');
    await library.save(paperOf(X), list);
    const unsaved = await library.unsave(X);
    const deleted = await library.deleteList(list);
    await usedFor(bench, 29);
    expect(await library.undo(deleted)).toBe(true);
    await usedFor(bench, 2);
    expect(await library.undo(unsaved)).toBe(false);
    expect([await db.saved.count(), await db.papers.count(), await db.entries.count()]).toEqual([0, 0, 0]);
    expect(await library.lists()).toMatchObject([{ id: list, papers: 0 }]);
  });

  test.each([
    ['behind, and is put right', -400],
    ['right, and goes ahead', 0],
  ])('what was deleted while the clock was %s is kept for 30 days of use', async (_, days) => {
    const { library, clock } = bench;
    const right = clock.now;
    await usedFor(bench, 40);
    await library.save(paperOf(X));
    clock.now += days * DAY;
    const unsaved = await library.unsave(X);
    await usedFor(bench, 1);
    clock.now = right + 400 * DAY;
    await usedFor(bench, 28);
    expect(await library.deleted()).toMatchObject([
      { token: unsaved, kind: 'papers', until: clock.now + DAY },
    ]);
    expect(await library.undo(unsaved)).toBe(true);
    const again = await library.unsave(X);
    await usedFor(bench, 31);
    expect(await library.undo(again)).toBe(false);
  });

  test('an unknown token undoes nothing', async () => {
    expect(await bench.library.undo('nothing' as UndoToken)).toBe(false);
  });
});

describe('metadata', () => {
  test('is refreshed when the paper is met again; what it replaced is kept', async () => {
    const { library, db, clock } = bench;
    await library.save(paperOf(X, { version: 1, title: 'Old', abstract: 'Words.', comments: '8 pages' }));
    clock.now += DAY;
    await library.refresh([
      paperOf(X, { version: 2, title: 'New', comments: 'Accepted', doi: '10.1/x' }),
      paperOf(Y),
    ]);
    expect((await library.entry(X))?.paper).toMatchObject({
      version: 2,
      title: 'New',
      abstract: 'Words.',
      comments: 'Accepted',
      doi: '10.1/x',
    });
    expect((await db.papers.get(X))?.earlier).toEqual([
      { until: clock.now, values: { version: 1, title: 'Old', comments: '8 pages' } },
    ]);
    expect(await db.papers.get(Y), 'not saved, so not kept').toBeUndefined();
  });

  test('authors cut short by a row of results do not replace all of them, but other authors do', async () => {
    const { library } = bench;
    await library.save(paperOf(X, { authors: ['A', 'B', 'C'], categories: ['cs.CL', 'cs.AI'] }));
    await library.refresh([paperOf(X, { authors: ['A', 'B'], categories: ['cs.CL'] })]);
    expect((await library.entry(X))?.paper).toMatchObject({
      authors: ['A', 'B', 'C'],
      categories: ['cs.CL', 'cs.AI'],
    });
    await library.refresh([paperOf(X, { authors: ['A', 'C'] })]);
    expect((await library.entry(X))?.paper.authors).toEqual(['A', 'C']);
  });

  test('an older version of the paper fills gaps and overwrites nothing', async () => {
    const { library } = bench;
    await library.save(paperOf(X, { version: 3, title: 'Third' }));
    await library.refresh([paperOf(X, { version: 1, title: 'First', reportNo: 'CERN-1' })]);
    expect((await library.entry(X))?.paper).toMatchObject({ version: 3, title: 'Third', reportNo: 'CERN-1' });
  });

  test('two pages that spell a field differently do not make the past grow', async () => {
    const { library, db } = bench;
    await library.save(paperOf(X, { title: 'A' }));
    for (let i = 0; i < 10; i++) await library.refresh([paperOf(X, { title: i % 2 ? 'A' : 'B' })]);
    expect((await db.papers.get(X))?.earlier.map(({ values }) => values)).toEqual([
      { title: 'A' },
      { title: 'B' },
    ]);
  });

  test('a withdrawal is not taken back by a listing that does not show it', async () => {
    const { library } = bench;
    await library.save(paperOf(X, { version: 2, withdrawn: true }));
    await library.refresh([paperOf(X)]);
    expect((await library.entry(X))?.paper.withdrawn).toBe(true);
    await library.refresh([paperOf(X, { version: 3 })]);
    expect((await library.entry(X))?.paper.withdrawn).toBe(false);
  });
});

describe('visits', () => {
  test('a page is told of the visit before this one, with its version', async () => {
    const { library, clock } = bench;
    expect(await library.previousVisit(X)).toBeNull();
    const first = clock.now;
    await library.visit(X, 1);
    expect(await library.previousVisit(X), 'noted already').toBeNull();
    clock.now += 5 * MINUTE;
    await library.visit(X, 1);
    expect(await library.previousVisit(X), 'a reload is the same visit').toBeNull();
    clock.now += DAY;
    expect(await library.previousVisit(X)).toEqual({ version: 1, at: first + 5 * MINUTE });
    await library.visit(X, 2);
    expect(await library.previousVisit(X)).toEqual({ version: 1, at: first + 5 * MINUTE });
  });

  test('opened and marked papers are seen, others are not', async () => {
    const { library } = bench;
    await library.visit(X, null);
    await library.markSeen([Y, X, Y]);
    expect(await library.seen([X, Y, idOf('2301.00001')])).toEqual(new Set([X, Y]));
  });

  test('a clock set back harms nothing', async () => {
    const { library, clock } = bench;
    await library.visit(X, 1);
    clock.now -= 365 * DAY;
    await library.visit(X, 1);
    expect(await library.previousVisit(X)).toBeNull();
  });
});

test('a watcher in another connection hears of every change, and of none once it has stopped', async () => {
  const { library } = bench;
  const otherDb = new LibraryDb();
  const other = { db: otherDb, library: reopen(otherDb, bench.clock) };
  const heard: number[] = [];
  const stop = other.library.watch(
    () => other.library.savedCount(),
    (count) => heard.push(count),
  );
  await expect.poll(() => heard).toEqual([0]);
  await library.save(paperOf(X));
  await expect.poll(() => heard).toEqual([0, 1]);
  stop();
  await library.save(paperOf(Y));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual([0, 1]);
  other.db.close();
});
