import type { Rescue, SetAside } from '@/components/exchange/exchange';
import { ApartDb } from '@/lib/db/apart';
import { inStorage } from '@/lib/db/in-storage';
import { LibraryDb } from '@/lib/db/library';
import { rawRows } from '@/lib/db/raw-rows';
import { rowsFile, withoutHistory } from '@/lib/exchange/rows-file';

export type RescueTools = {
  now: () => number;
  download: (name: string, type: string, content: string | Uint8Array) => void;
  /** The snapshot that is kept apart, as a backup file; null without one. */
  snapshot: () => Promise<Uint8Array | null>;
};

const LIBRARY = 'library';
const JSON_TYPE = 'application/json';

/** What can be done about a library that cannot be opened. */
export function rescueOf({ now, download, snapshot }: RescueTools): Rescue {
  const fileOfRows = async () => {
    const all = await rawRows(LIBRARY);
    if (all === null) return null;
    const rows = withoutHistory(all);
    const count = Object.values(rows.stores).reduce((sum, { length }) => sum + length, 0);
    return { text: rowsFile(rows, now()), rows: count, unread: rows.unread };
  };
  return {
    saveRows: async () => {
      const file = await fileOfRows();
      if (file === null) return null;
      download('gloss-library-rows.json', JSON_TYPE, file.text);
      return { rows: file.rows, unread: file.unread };
    },
    saveSnapshot: async () => {
      const bytes = await snapshot();
      if (bytes === null) return false;
      download('gloss-snapshot.json', JSON_TYPE, bytes);
      return true;
    },
    beginAnew: async () => {
      // What can still be read is set aside first, or nothing is removed: a file that was saved may be lost, too.
      const file = await fileOfRows();
      if (file !== null) await setAside({ at: now(), rows: file.rows, text: file.text });
      await new LibraryDb().delete();
    },
  };
}

async function setAside(row: { at: number; rows: number; text: string }): Promise<void> {
  const db = new ApartDb();
  await inStorage(db, () => db.asides.put(row)).finally(() => db.close());
}

/** The library that was last set aside, as a file, or nothing. */
export async function lastSetAside(): Promise<(SetAside & { text: string }) | null> {
  const db = new ApartDb();
  const row = await inStorage(db, () => db.asides.orderBy('at').last()).finally(() => db.close());
  return row ?? null;
}

export async function removeSetAside(at: number): Promise<void> {
  const db = new ApartDb();
  await inStorage(db, () => db.asides.delete(at)).finally(() => db.close());
}
