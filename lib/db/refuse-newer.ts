import type Dexie from 'dexie';
import { StorageError } from './storage-error';

/** Dexie's numbers of versions, times this, are the browser's. */
const VERSION_STEP = 10;

/**
 * Dexie opens a database that a later version of ours wrote, as if it knew its rows. Those it would write are not
 * as that version left them, so such a database is not opened. Call when all versions are declared.
 */
export function refuseNewer(db: Dexie): void {
  const known = db.verno;
  const check = () => {
    if (Math.floor(db.backendDB().version / VERSION_STEP) > known) throw new StorageError('newer');
  };
  db.on('ready', check, true);
}
