import type { Exchange, FileProblem, OpenedFile } from '@/components/exchange/exchange';
import type { Text } from '@/components/make-text';
import type { CopiedList, LibraryCopy } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { paperOfSummary } from '@/lib/core/paper';
import type { Corpus } from '@/lib/corpus';
import { type Library, LibraryError } from '@/lib/library';
import { changeBroughtIn, changeSettings, storedSettings } from '@/lib/settings';
import { backupsOf } from '../kept-apart/backups';
import { folderChooser } from '../kept-apart/folder';
import { lastSetAside, removeSetAside, rescueOf } from './rescue';
import { takeBack } from './take-back';
import {
  bestSnapshot,
  bytesOfSnapshot,
  isSnapshotDue,
  keepSnapshot,
  lastBackup,
  noteBackup,
} from '../kept-apart/snapshot';

/** Files over the library. What reads and writes them is loaded when it is asked for. */
export function exchangeOf(library: Library, corpus: Pick<Corpus, 'summaries'>, text: Text): Exchange {
  const open = async (name: string, bytes: Uint8Array): Promise<OpenedFile | { problem: FileProblem }> => {
    const [{ readFile }, { FileError }] = await Promise.all([
      import('@/lib/exchange/read-file'),
      import('@/lib/exchange/problem'),
    ]);
    try {
      const { copy, problems, format, settings } = readFile(bytes);
      return await openedFile(
        library,
        { name, problems, hasLists: format === 'backup' },
        await named(corpus, copy),
        settings,
      );
    } catch (error) {
      if (error instanceof FileError) return { problem: error.problem };
      throw error;
    }
  };
  const backups = backupsOf(library);
  const chooser = folderChooser();
  // Here too: a background that is often stopped may miss its hour.
  const safe = keepSafe(library).catch((error: unknown) => console.warn('[gloss] snapshot', error));
  void inQuiet(library)
    .then(() => backups.saveIfDue())
    .catch((error: unknown) => console.warn('[gloss] backup', error));
  return {
    write: async (part, format, withMine) => {
      const { writeFile } = await import('@/lib/exchange/write-file');
      const copy = await library.copyOf(part, { history: false });
      const { ending, type, content } = writeFile(copy, format, { withMine });
      download(`gloss.${ending}`, type, content);
    },
    open: async (file) => open(file.name, new Uint8Array(await file.arrayBuffer())),
    backup: async (history) => {
      const { backupFile } = await import('@/lib/exchange/backup');
      const made = Date.now();
      const copy = await library.copyOf('all', { history });
      const day = new Date(made).toISOString().slice(0, 10);
      const settings = await storedSettings();
      download(`gloss-backup-${day}.json`, 'application/json', backupFile({ copy, made, settings }));
      await noteBackup(made);
    },
    kept: async () => {
      if (!(await isLarge(library))) await safe;
      // The snapshot is for when databases are broken, and so must be told of without them.
      const [snapshot, aside, folder] = await Promise.all([
        bestSnapshot(),
        unless('set aside', null, lastSetAside()),
        chooser === null
          ? ({ state: 'absent' } as const)
          : unless('folder', { state: 'none' } as const, backups.state()),
      ]);
      const isMissed =
        snapshot !== null &&
        snapshot.works > 0 &&
        !(await unless('what was saved', true, library.hasSavedBy(snapshot.at)));
      return {
        lastBackup: await lastBackup(),
        snapshot: snapshot && { at: snapshot.at, works: snapshot.works, isMissed },
        folder,
        setAside: aside && { at: aside.at, rows: aside.rows },
      };
    },
    folder: {
      choose: async () => {
        const chosen = await chooser?.();
        if (chosen) await backups.choose(chosen);
      },
      allow: () => backups.allow(),
      save: () => backups.save(),
      forget: () => backups.forget(),
    },
    openSnapshot: async () => {
      const snapshot = await bestSnapshot();
      if (!snapshot) return { problem: { line: 0, code: 'unknown-format', detail: '' } };
      return open(text('exchange_snapshot_name'), await bytesOfSnapshot(snapshot));
    },
    openSetAside: async () => {
      const aside = await lastSetAside();
      if (!aside) return { problem: { line: 0, code: 'unknown-format', detail: '' } };
      return open(text('rescue_aside_name'), new TextEncoder().encode(aside.text));
    },
    removeSetAside,
    rescue: rescueOf({
      now: Date.now,
      download,
      snapshot: async () => {
        const snapshot = await bestSnapshot();
        return snapshot && bytesOfSnapshot(snapshot);
      },
    }),
  };
}

/** What was asked for, or the other where that fails. */
const unless = <T, U>(what: string, other: U, asked: Promise<T>): Promise<T | U> =>
  asked.catch((error: unknown) => {
    console.warn('[gloss] kept', what, error);
    return other;
  });

/** To read and pack all of a library that holds more takes seconds, in which it takes no change. */
const LARGE = 5_000;

/** One that cannot be read is asked for elsewhere, and told of there. */
const isLarge = (library: Library) =>
  library.savedCount().then(
    (saved) => saved > LARGE,
    () => false,
  );

/** With a large library, when the reader looks elsewhere: the background does it in its hour all the same. */
async function inQuiet(library: Library): Promise<void> {
  if (!(await isLarge(library)) || document.hidden) return;
  await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
}

async function keepSafe(library: Library): Promise<void> {
  await inQuiet(library);
  const now = Date.now();
  if (await isSnapshotDue(now)) await keepSnapshot(library, now);
}

/** A list of ids says no titles: the dataset may. */
async function named(corpus: Pick<Corpus, 'summaries'>, copy: LibraryCopy): Promise<LibraryCopy> {
  const bare = copy.works.filter(({ paper }) => paper.title === '' && !isOther(paper.id));
  if (bare.length === 0) return copy;
  // Without a dataset the papers come in by their ids, and are named once they are met.
  const summaries = await corpus.summaries(bare.map(({ paper }) => paper.id)).catch(() => []);
  const known = new Map(summaries.flatMap((one) => (one ? [[one.id, paperOfSummary(one)] as const] : [])));
  const works = copy.works.map((work) => {
    const found = work.paper.title === '' ? known.get(work.paper.id) : undefined;
    return found ? { ...work, paper: { ...found, version: work.paper.version } } : work;
  });
  return { ...copy, works };
}

async function openedFile(
  library: Library,
  file: Pick<OpenedFile, 'name' | 'problems' | 'hasLists'>,
  copy: LibraryCopy,
  settings: Record<string, unknown> | null,
): Promise<OpenedFile> {
  const { rows, newLists, keys } = await library.preview(copy);
  return {
    ...file,
    works: rows,
    newLists,
    keys,
    // What the reader has set up here already is not replaced unless they say so.
    settings: settings && { isFirst: (await storedSettings()) === null },
    bringIn: async ({ list, withSettings, ...how }) => {
      const change = withSettings ? await changeBroughtIn(settings) : undefined;
      const token = await unlessStopped(
        library.bringIn(list === null ? copy : withList(copy, list), {
          ...how,
          name: file.name,
          settings: change,
        }),
      );
      if (token === null) return null;
      if (change) await changeSettings(change.after);
      return () => takeBack(library, token);
    },
  };
}

function unlessStopped<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof LibraryError && error.code === 'stopped') return null;
    throw error;
  });
}

function withList(copy: LibraryCopy, name: string): LibraryCopy {
  const entries = copy.works.map(({ paper }) => ({ id: paper.id, addedAt: null }));
  const list: CopiedList = { name, createdAt: null, entries };
  return { ...copy, lists: [...copy.lists, list] };
}

/** Saved as the browser saves files: no permission is needed for what the reader clicks. */
function download(name: string, type: string, content: string | Uint8Array): void {
  const blob = new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download goes on reading for a while.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
