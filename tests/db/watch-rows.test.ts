import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { LibraryDb } from '@/lib/db/library';
import { watchRows, type ChangedRows } from '@/lib/db/watch-rows';

test('a page that comes back from being kept aside is told that any row may have changed', () => {
  const db = new LibraryDb();
  const told: ChangedRows[] = [];
  const stop = watchRows(db, (changed) => told.push(changed));
  Dexie.on.storagemutated.fire({ all: {} } as never);
  stop();
  expect(told).toHaveLength(1);
  expect([...(told[0] ?? [])]).toEqual(db.tables.map(({ name }) => [name, null]));
});
