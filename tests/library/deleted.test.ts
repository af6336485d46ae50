import { beforeEach, expect, test } from 'vitest';
import { workOf } from '@/lib/core/library-copy';
import { type Bench, DAY, freshLibrary, idOf, paperOf, usedFor } from './fresh-library';

const X = idOf('2210.02414');
const Y = idOf('hep-th/9711200');

let bench: Bench;
beforeEach(async () => {
  bench = await freshLibrary();
});

test('what can be brought back is listed for 30 days, newest first, and says what it was', async () => {
  const { library, clock } = bench;
  const list = await library.createList('Thesis');
  await library.save(paperOf(X), list);
  await library.save(paperOf(Y), list);
  await library.removeFrom(list, [X, Y]);
  clock.now += DAY;
  await library.unsave(X);
  clock.now += DAY;
  await library.setStatusOf([Y], 'read');
  const token = await library.deleteList(list);
  const found = await library.deleted();
  expect(found).toMatchObject([
    { kind: 'lists', names: ['Thesis'], count: 1, until: clock.now + 30 * DAY },
    { kind: 'papers', names: ['Paper 2210.02414'], count: 1 },
    { kind: 'entries', list: 'Thesis', count: 2 },
  ]);
  for (const { token } of found) await library.undo(token);
  expect(await library.deleted()).toEqual([]);
  expect(await library.lists()).toMatchObject([{ name: 'Thesis', papers: 2 }]);
  expect(await library.undo(token)).toBe(false);
  await library.unsave(X);
  await usedFor(bench, 31);
  expect(await library.deleted()).toEqual([]);
});

test('a tag taken away and a file brought in can be taken back for as long, what changed nothing is not listed', async () => {
  const { library } = bench;
  await library.save(paperOf(X));
  await library.addTag([X], 'llm');
  await library.removeTag([X], 'llm');
  await library.removeTag([X], 'llm');
  const file = { works: [workOf(paperOf(Y))], lists: [], history: null };
  const settings = { before: null, after: { theme: 'dark' } };
  const token = await library.bringIn(file, { choice: 'mine', name: 'mine.bib', settings });
  await library.bringIn(file, { choice: 'mine', name: 'mine.bib' });
  const watched = await library.noteSettings({ kind: 'watch', name: 'Bing Qin' }, settings);
  const found = await library.deleted();
  expect(found.map(({ kind, names, count }) => [kind, ...names, count]).sort()).toEqual([
    ['import', 'mine.bib', 1],
    ['tag', 'llm', 1],
    ['watch', 'Bing Qin', 1],
  ]);
  expect(await library.settingsOf(token)).toEqual(settings);
  expect(await library.settingsOf(watched)).toEqual(settings);
  for (const { token } of found) await library.undo(token);
  expect(await library.entry(X)).toMatchObject({ tags: ['llm'] });
  expect(await library.savedCount()).toBe(1);
  expect(await library.deleted()).toMatchObject([{ kind: 'papers', count: 1 }]);
});

test('saving one of many that were removed together brings back that one only', async () => {
  const { library } = bench;
  const list = await library.createList('A');
  await library.save(paperOf(X), list);
  await library.save(paperOf(Y), list);
  const token = await library.unsave([X, Y]);
  await library.save(paperOf(X));
  expect(new Set(await library.newestIds(9))).toEqual(new Set([X]));
  await library.undo(token);
  expect(new Set(await library.newestIds(9))).toEqual(new Set([X, Y]));
  expect(await library.lists()).toMatchObject([{ papers: 2 }]);
});
