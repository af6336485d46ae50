import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeText } from '@/components/make-text';
import type { Library } from '@/lib/library';
import { exchangeOf } from '@/entrypoints/own-pages/exchange';
import { oneAtATime } from '../dataset/one-at-a-time';
import { freshLibrary, idOf, paperOf } from '../library/fresh-library';

const SNAPSHOT = { at: 7, works: 3, packed: '' };

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async () => ({ 'library-snapshot': SNAPSHOT }),
        set: async () => undefined,
      },
    },
  },
}));

const locks = oneAtATime();
beforeEach(() => {
  vi.stubGlobal('window', { showDirectoryPicker: () => undefined });
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('navigator', { locks });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const keptWith = async (library?: Library) => {
  return exchangeOf(
    library ?? (await freshLibrary()).library,
    { summaries: (ids) => Promise.resolve(ids.map(() => undefined)) },
    makeText((key) => key),
  ).kept();
};

test('the snapshot is told of while a backup into the folder takes long', async () => {
  let finish = (): void => undefined;
  const saving = locks.request('gloss-backup-folder', {}, () => new Promise<void>((done) => (finish = done)));
  expect(await keptWith()).toMatchObject({ snapshot: { at: 7, works: 3 } });
  finish();
  await saving;
});

test('the snapshot is told of where the database of the folder cannot be opened', async () => {
  indexedDB.deleteDatabase('apart');
  const newer = indexedDB.open('apart', 990);
  await new Promise((done) => (newer.onsuccess = done));
  newer.result.close();
  expect(await keptWith()).toMatchObject({
    snapshot: { at: 7, works: 3 },
    folder: { state: 'none' },
    setAside: null,
  });
});

test('a snapshot of which nothing is left is missed, also once other papers are saved; what was removed is not missed', async () => {
  const { library, clock } = await freshLibrary();
  expect((await keptWith(library)).snapshot?.isMissed).toBe(true);
  clock.now = 8;
  await library.save(paperOf('2301.13442'));
  expect((await keptWith(library)).snapshot?.isMissed).toBe(true);
  clock.now = 6;
  await library.save(paperOf('2210.02414'));
  expect((await keptWith(library)).snapshot?.isMissed).toBe(false);
  await library.unsave(idOf('2210.02414'));
  expect((await keptWith(library)).snapshot?.isMissed).toBe(false);
});
