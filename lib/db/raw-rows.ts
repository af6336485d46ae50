import type { RawRows } from '@/lib/core/raw-rows';

/**
 * Reads a database past all that we know of it, so also one that a newer version wrote, or that a migration of
 * ours fails on. Null where there is none; rejects where the browser cannot open it at all.
 */
export async function rawRows(name: string): Promise<RawRows | null> {
  const db = await openAsItIs(name);
  if (db === null) return null;
  try {
    const stores: Record<string, readonly unknown[]> = {};
    const unread: string[] = [];
    for (const store of db.objectStoreNames) {
      try {
        stores[store] = await answered<unknown[]>(
          db.transaction(store, 'readonly').objectStore(store).getAll(),
        );
      } catch (error) {
        console.error('[gloss] unreadable', store, error);
        unread.push(store);
      }
    }
    return { version: db.version, stores, unread };
  } finally {
    db.close();
  }
}

function openAsItIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      // There was none: one that is opened without a version would be made.
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const db = request.result;
      // Nothing is to wait for us.
      db.onversionchange = () => db.close();
      resolve(db);
    };
    request.onerror = () => {
      if (isNew) resolve(null);
      else reject(request.error ?? new Error('not opened'));
    };
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}
