import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { freshLibrary, paperOf } from './fresh-library';

test('whoever watches hears that a library was deleted under us, and then of what is made anew', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { library } = await freshLibrary();
  await library.save(paperOf('2210.02414'));
  const heard: { lists: string[]; entries: number; changes: number } = { lists: [], entries: -1, changes: 0 };
  const stops = [
    library.watch(
      () => library.lists(),
      (lists) => (heard.lists = lists.map(({ name }) => name)),
    ),
    library.watchEntries(
      null,
      (entries) => (heard.entries = entries.length),
      () => undefined,
    ),
    library.onChange(() => (heard.changes += 1)),
  ];
  await expect.poll(() => heard).toMatchObject({ lists: ['Reading list'], entries: 1 });
  const before = heard.changes;
  await Dexie.delete('library');
  await expect.poll(() => heard).toMatchObject({ lists: [], entries: 0 });
  expect(heard.changes).toBeGreaterThan(before);
  await library.createList('After');
  await expect.poll(() => heard.lists).toEqual(['After']);
  for (const stop of stops) stop();
});
