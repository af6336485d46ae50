import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeText } from '@/components/make-text';
import { exchangeOf } from '@/entrypoints/own-pages/exchange';
import { oneAtATime } from '../dataset/one-at-a-time';
import { freshLibrary } from '../library/fresh-library';

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

const keptWith = async () => {
  const { library } = await freshLibrary();
  return exchangeOf(
    library,
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
