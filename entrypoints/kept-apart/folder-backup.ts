import type { FolderProblem, FolderState } from '@/lib/core/backup-folder';
import type { ApartDb, FolderRow } from '@/lib/db/apart';
import { inStorage } from '@/lib/db/in-storage';
import { type Backup, backupFile } from '@/lib/exchange/backup';
import { type BackupFile, backupName, isBackupName, superfluousBackups } from '@/lib/exchange/backup-names';
import type { Library } from '@/lib/library';
import type { Folder } from './folder';

export type FolderBackupTools = {
  db: ApartDb;
  library: Pick<Library, 'copyOf'>;
  settings: () => Promise<Record<string, unknown> | null>;
  openFolder: (handle: unknown) => Folder | null;
  /** Notes that the reader has a backup as of now. */
  noteBackup: (now: number) => Promise<void>;
  now: () => number;
  newTag: () => string;
  locks: Pick<LockManager, 'request'>;
};

/** Backups into a folder of the reader's. Failures of the folder are kept as its `problem`, and reject nothing. */
export type FolderBackups = {
  state: () => Promise<FolderState>;
  /** Begins to save there, at once. */
  choose: (handle: unknown) => Promise<void>;
  /** Asks the reader for permission again, and saves. */
  allow: () => Promise<void>;
  save: () => Promise<void>;
  /** Saves when some hours are over since the last, the library is another and we may; never waits for another save. */
  saveIfDue: () => Promise<void>;
  /** The files stay. */
  forget: () => Promise<void>;
};

const EVERY_MS = 4 * 60 * 60 * 1000;
const LOCK = 'gloss-backup-folder';

export function folderBackupsOf(tools: FolderBackupTools): FolderBackups {
  const { db, openFolder, now } = tools;
  const read = () => inStorage(db, async () => (await db.folder.get('backups')) ?? null);
  // Two windows would write the same twice, and each remove what the other counts on.
  const saveNow = async (
    isWanted: (row: FolderRow) => boolean = () => true,
    options: LockOptions = {},
  ): Promise<void> =>
    await tools.locks.request(LOCK, options, async (lock) => {
      if (lock === null) return;
      const row = await read();
      if (row === null || !isWanted(row)) return;
      await note(db, { ...row, problem: null, ...(await attempt(tools, row)) });
    });
  return {
    state: async () => {
      const row = await read();
      const folder = openFolder(row?.handle);
      if (row === null || folder === null) return { state: 'none' };
      const { last, problem } = row;
      // What was refused then may be allowed by now, in the browser's own settings.
      const isRefused = !(await folder.isAllowed());
      return {
        state: 'chosen',
        name: folder.name,
        last: last && { at: last.at, works: last.works, checked: last.checked },
        problem: isRefused ? 'permission' : problem === 'permission' ? null : problem,
      };
    },
    choose: async (handle) => {
      const row: FolderRow = { key: 'backups', handle, tag: tools.newTag(), last: null, problem: null };
      await inStorage(db, () => db.folder.put(row));
      await saveNow();
    },
    allow: async () => {
      const row = await read();
      if (row && (await openFolder(row.handle)?.ask())) await saveNow();
    },
    save: () => saveNow(),
    saveIfDue: () =>
      // A clock set back makes the last one old too.
      saveNow(({ last }) => last === null || Math.abs(now() - last.checked) > EVERY_MS, {
        ifAvailable: true,
      }),
    forget: () => inStorage(db, () => db.folder.delete('backups')),
  };
}

/** Keeps what came of a save, unless the reader chose another folder or none meanwhile. */
async function note(db: ApartDb, row: FolderRow): Promise<void> {
  await inStorage(db, () =>
    db.transaction('rw', db.folder, async () => {
      const stored = await db.folder.get('backups');
      if (stored?.tag === row.tag) await db.folder.put(row);
    }),
  );
}

/** What to note of a save. Rejects where it is the library that cannot be read. */
async function attempt(tools: FolderBackupTools, row: FolderRow): Promise<Partial<FolderRow>> {
  const folder = tools.openFolder(row.handle);
  if (!folder) return { problem: 'failed' };
  if (!(await folder.isAllowed())) return { problem: 'permission' };
  const copy = await tools.library.copyOf('all', { history: false });
  // An emptied library is none worth saving, and would push out those that are.
  if (copy.works.length === 0) return {};
  const backup = { copy, settings: await tools.settings() };
  return await written({ tools, folder, row, backup }).catch((error: unknown): Partial<FolderRow> => {
    console.warn('[gloss] backup', error);
    return { problem: problemOf(error) };
  });
}

type Writing = {
  tools: FolderBackupTools;
  folder: Folder;
  row: FolderRow;
  backup: Omit<Backup, 'made'>;
};

async function written({ tools, folder, row, backup }: Writing): Promise<Partial<FolderRow>> {
  const made = tools.now();
  // Without its date, for that alone is always another.
  const digest = await digestOf(backupFile({ ...backup, made: 0 }));
  const files = await folder.files((name) => isBackupName(name, row.tag));
  const { last } = row;
  if (last?.digest === digest && files.some(({ name, bytes }) => name === last.file && bytes > 0)) {
    await tools.noteBackup(made);
    return { last: { ...last, checked: made } };
  }
  const file = backupName(made, row.tag);
  const text = backupFile({ ...backup, made });
  await folder.write(file, text);
  await tools.noteBackup(made);
  await tidy(folder, files, { name: file, bytes: new Blob([text]).size });
  return { last: { at: made, works: backup.copy.works.length, checked: made, digest, file } };
}

/** Takes away what is needed no more. Those without a byte were being written when the browser died. */
async function tidy(folder: Folder, files: readonly BackupFile[], written: BackupFile): Promise<void> {
  const others = files.filter(({ name }) => name !== written.name);
  const unfinished = others.filter(({ bytes }) => bytes === 0).map(({ name }) => name);
  const whole = others.filter(({ bytes }) => bytes > 0);
  for (const name of [...unfinished, ...superfluousBackups([...whole, written], written)])
    await folder.remove(name);
}

const PROBLEMS: Readonly<Record<string, FolderProblem>> = {
  NotAllowedError: 'permission',
  NotFoundError: 'missing',
  QuotaExceededError: 'full',
};

function problemOf(error: unknown): FolderProblem {
  return (error instanceof Error && PROBLEMS[error.name]) || 'failed';
}

async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
