import { ApartDb } from '@/lib/db/apart';
import type { Library } from '@/lib/library';
import { storedSettings } from '@/lib/settings';
import { openFolder } from './folder';
import { type FolderBackups, folderBackupsOf } from './folder-backup';
import { noteBackup } from './snapshot';

/** Backups into the folder that the reader chose in this browser, if there is one. */
export function backupsOf(library: Pick<Library, 'copyOf'>): FolderBackups {
  return folderBackupsOf({
    db: new ApartDb(),
    library,
    settings: storedSettings,
    openFolder,
    noteBackup,
    now: Date.now,
    newTag: () => crypto.randomUUID().slice(0, 4),
    locks: navigator.locks,
  });
}
