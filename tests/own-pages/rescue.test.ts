import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { lastSetAside, removeSetAside, rescueOf } from '@/entrypoints/own-pages/rescue';
import { ApartDb } from '@/lib/db/apart';
import { LibraryDb } from '@/lib/db/library';

const download = vi.fn();
const rescue = rescueOf({ now: () => 7, download, snapshot: async () => null });

afterEach(async () => {
  vi.restoreAllMocks();
  download.mockClear();
  await new LibraryDb().delete();
  await new ApartDb().delete();
});

async function fill(): Promise<void> {
  const db = new LibraryDb();
  await db.table('done').add({ listing: 'cs.CL', at: 1 });
  db.close();
}

test('what cannot be read is neither said to be nothing, nor removed with nothing set aside', async () => {
  await fill();
  // The browser fails to open it once, as it does under a full disk.
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new Error('backing store');
  });
  await expect(rescue.saveRows()).rejects.toThrow('backing store');
  await expect(rescue.beginAnew()).rejects.toThrow('backing store');
  vi.restoreAllMocks();
  expect(await lastSetAside()).toBeNull();
  expect(await rescue.saveRows()).toMatchObject({ rows: 1, unread: [] });
});

test('where there is no library nothing is saved, and another is begun', async () => {
  await new LibraryDb().delete();
  expect(await rescue.saveRows()).toBeNull();
  await rescue.beginAnew();
  expect(download).not.toHaveBeenCalled();
});

test('which papers were opened is neither in the file nor set aside, and what is set aside can be removed', async () => {
  const db = new LibraryDb();
  await db.table('visits').add({ paper: '2301.00001', at: 1, last: 1 });
  await db.table('seen').bulkAdd([
    { id: '2301.00001', at: 1, how: 'opened' },
    { id: '2301.00002', at: 1, how: 'marked' },
  ]);
  // What an import brought in of them is noted to be undone.
  const after = { paper: '2301.00001', at: 1, last: 1, version: null };
  await db
    .table('undo')
    .add({ token: 'a', at: 1, seen: { visits: [{ before: null, after }], seen: [], done: [] } });
  db.close();
  expect(await rescue.saveRows()).toMatchObject({ rows: 2 });
  await rescue.beginAnew();
  const aside = await lastSetAside();
  expect(aside).toMatchObject({ at: 7, rows: 2 });
  for (const text of [aside?.text, download.mock.calls[0]?.[2]]) {
    expect(text).toContain('2301.00002');
    expect(text).not.toContain('2301.00001');
  }
  await removeSetAside(7);
  expect(await lastSetAside()).toBeNull();
});
