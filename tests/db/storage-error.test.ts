import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLibrary } from '@/lib/library';
import { inStorage } from '@/lib/db/in-storage';
import type { ListId } from '@/lib/core/reading';
import { LibraryDb, STEPS } from '@/lib/db/library';
import { storageErrorOf } from '@/lib/db/storage-error';

const full = () => Promise.resolve({ usage: 99, quota: 100 });
const roomy = () => Promise.resolve({ usage: 1, quota: 100 });
const named = (name: string, message = '') => Object.assign(new Error(message), { name });
const wrapped = (inner: unknown) => Object.assign(named('AbortError', 'Transaction aborted'), { inner });

describe('what went wrong is told apart', () => {
  test.each([
    ['a full disk', named('QuotaExceededError'), 'quota'],
    ['a full disk under an aborted transaction', wrapped(named('QuotaExceededError')), 'quota'],
    [
      'a full disk in a bulk write',
      Object.assign(named('BulkError'), { failures: [named('QuotaExceededError')] }),
      'quota',
    ],
    [
      'a full disk as Chrome words it',
      named('UnknownError', 'Not enough disk space: quota exceeded'),
      'quota',
    ],
    ['a browser that never remembers', named('InvalidStateError', 'did not allow mutations'), 'refused'],
    [
      'the same, wrapped by Dexie',
      Object.assign(named('OpenFailedError'), { inner: named('InvalidStateError') }),
      'refused',
    ],
    ['blocked site data', named('SecurityError'), 'refused'],
    ['no indexedDB at all', named('MissingAPIError'), 'refused'],
    ['a damaged store', named('UnknownError', 'Internal error opening backing store'), 'failed'],
    ['a bug', new TypeError('x is undefined'), 'failed'],
    ['something thrown that is no error', 'oops', 'failed'],
  ])('%s', async (_name, error, code) => {
    expect(await storageErrorOf(error, roomy)).toMatchObject({ name: 'StorageError', code });
  });

  test('an error without name or message, as Firefox may throw, is a full disk if the disk is full', async () => {
    const nameless = named('Error');
    expect(await storageErrorOf(nameless, full)).toMatchObject({ code: 'quota' });
    expect(await storageErrorOf(wrapped(nameless), full)).toMatchObject({ code: 'quota' });
    expect(await storageErrorOf(wrapped(nameless), roomy)).toMatchObject({ code: 'failed' });
    expect(await storageErrorOf(nameless)).toMatchObject({ code: 'failed' });
    expect(await storageErrorOf(new TypeError('a bug'), full), 'but a bug stays a bug').toMatchObject({
      code: 'failed',
    });
  });

  test('an error that contains itself ends', async () => {
    const error: Error & { inner?: unknown } = new Error('loop');
    error.inner = error;
    expect(await storageErrorOf(error)).toMatchObject({ code: 'failed' });
  });
});

describe('an upgrade', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await Dexie.delete('library');
  });
  const NEXT = [...STEPS, { stores: { extra: 'id' } }];

  test('held up by a page that does not let go says so, and goes through once it has', async () => {
    await new Dexie('library').delete();
    const holder = await rawOpen(STEPS.length * 10);
    const upgrading = new LibraryDb(NEXT);
    const first = inStorage(upgrading, () => upgrading.table('extra').count());
    await expect(first).rejects.toMatchObject({ code: 'blocked' });
    holder.close();
    expect(await inStorage(upgrading, () => upgrading.table('extra').count())).toBe(0);
    upgrading.close();
  });

  test('held up is also told to the second that asks, whom the browser says nothing', async () => {
    await new Dexie('library').delete();
    const holder = await rawOpen(STEPS.length * 10);
    const [first, second] = [new LibraryDb(NEXT), new LibraryDb(NEXT)];
    const asked = [first, second].map((db) => inStorage(db, () => db.lists.count(), { patienceMs: 50 }));
    for (const one of asked) await expect(one).rejects.toMatchObject({ code: 'blocked' });
    holder.close();
    expect(await inStorage(second, () => second.lists.count())).toBe(0);
    first.close();
    second.close();
  });

  test('that was told to be held up is there for whoever watches once it is done', async () => {
    await new Dexie('library').delete();
    const holder = await rawOpen(STEPS.length * 10);
    const upgrading = new LibraryDb(NEXT);
    const library = openLibrary(upgrading, {
      ...{ now: () => 0, newId: () => 'one', defaultListName: () => 'Reading list' },
    });
    const heard: Record<string, unknown[]> = { lists: [], entries: [] };
    const note = (name: string) => (value: unknown) => void heard[name]?.push(value);
    const stops = [
      library.watch(() => library.lists(), note('lists'), note('lists')),
      library.watchEntries(null, note('entries'), note('entries')),
    ];
    await expect.poll(() => heard['lists']?.[0] ?? heard['entries']?.[0]).toMatchObject({ code: 'blocked' });
    holder.close();
    await expect.poll(() => [heard['lists']?.at(-1), heard['entries']?.at(-1)]).toEqual([[], []]);
    for (const stop of stops) stop();
    upgrading.close();
  });

  test('is not held up by an older page of ours, which then writes no rows of the older shape', async () => {
    const older = new LibraryDb();
    await older.open();
    const newer = new LibraryDb(NEXT);
    expect(await inStorage(newer, () => newer.table('extra').count())).toBe(0);
    const write = inStorage(older, () =>
      older.lists.add({ id: 'a' as ListId, name: 'A', order: 1, createdAt: 1, deletedBy: null }),
    );
    await expect(write).rejects.toMatchObject({ code: 'newer' });
    expect(await newer.lists.count()).toBe(0);
    older.close();
    newer.close();
  });
});

test('a database deleted under us is opened again, empty', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const db = new LibraryDb();
  await inStorage(db, () => db.seen.count());
  await Dexie.delete('library');
  expect(await inStorage(db, () => db.seen.count())).toBe(0);
  db.close();
  vi.restoreAllMocks();
});

function rawOpen(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('library', version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open failed'));
  });
}
