import Dexie, { type EntityTable } from 'dexie';
import type { FolderBackup, FolderProblem } from '@/lib/core/backup-folder';

/**
 * The folder that backups go to. `handle` is the browser's own, which only a database can keep. `tag` is in
 * the names of our files there: another browser of the reader's may save into the same folder.
 */
export type FolderRow = {
  key: 'backups';
  handle: unknown;
  tag: string;
  last: (FolderBackup & { digest: string; file: string }) | null;
  problem: FolderProblem | null;
};

/** A library that could not be opened, row by row as it was, before another was begun. `text` is the file that was saved of it. */
export type AsideRow = { at: number; rows: number; text: string };

/** What is to be found again when the library is not: a database of its own. */
export class ApartDb extends Dexie {
  folder!: EntityTable<FolderRow, 'key'>;
  asides!: EntityTable<AsideRow, 'at'>;

  constructor() {
    super('apart');
    this.version(1).stores({ folder: 'key', asides: 'at' });
  }
}
