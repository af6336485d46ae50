/** A folder of the reader's, as far as backups need one. */
export type Folder = {
  readonly name: string;
  /** Whether we may write there now. */
  isAllowed: () => Promise<boolean>;
  /** Asks the reader; the browser lets that happen in a click alone. */
  ask: () => Promise<boolean>;
  files: (wanted: (name: string) => boolean) => Promise<readonly { name: string; bytes: number }[]>;
  /** A new file, that has all of the text or is not there. */
  write: (name: string, text: string) => Promise<void>;
  remove: (name: string) => Promise<void>;
};

// What Chromium has beyond the standard that TypeScript knows.
type Permissions = {
  queryPermission: (how: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission: (how: { mode: 'readwrite' }) => Promise<PermissionState>;
};
type Chooser = (how: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
type Directory = FileSystemDirectoryHandle & Permissions;

const MODE = { mode: 'readwrite' } as const;

/** How the reader chooses a folder; null where the browser has no way to. */
export function folderChooser(): (() => Promise<FileSystemDirectoryHandle | null>) | null {
  const page: object = window;
  if (!hasChooser(page)) return null;
  return async () => {
    try {
      return await page.showDirectoryPicker({ id: 'gloss-backups', ...MODE });
    } catch (error) {
      // The reader closed the chooser.
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      throw error;
    }
  };
}

/** The folder of a handle that was kept; null for what is none, as in a browser without them. */
export function openFolder(handle: unknown): Folder | null {
  if (!isDirectory(handle)) return null;
  return {
    name: handle.name,
    isAllowed: async () => (await handle.queryPermission(MODE)) === 'granted',
    ask: async () => (await handle.requestPermission(MODE)) === 'granted',
    files: (wanted) => filesIn(handle, wanted),
    write: (name, text) => writeInto(handle, name, text),
    remove: (name) => handle.removeEntry(name),
  };
}

function hasChooser(page: object): page is { showDirectoryPicker: Chooser } {
  return 'showDirectoryPicker' in page;
}

function isDirectory(handle: unknown): handle is Directory {
  return (
    typeof FileSystemDirectoryHandle === 'function' &&
    handle instanceof FileSystemDirectoryHandle &&
    'queryPermission' in handle
  );
}

async function filesIn(folder: Directory, wanted: (name: string) => boolean) {
  const found: { name: string; bytes: number }[] = [];
  for await (const name of folder.keys()) {
    if (!wanted(name)) continue;
    const file = await (await folder.getFileHandle(name)).getFile();
    found.push({ name, bytes: file.size });
  }
  return found;
}

async function writeInto(folder: Directory, name: string, text: string): Promise<void> {
  const blob = new Blob([text]);
  const file = await folder.getFileHandle(name, { create: true });
  try {
    // Goes into a file beside it, which takes its place when it is closed.
    const writing = await file.createWritable();
    await writing.write(blob);
    await writing.close();
    const { size } = await file.getFile();
    if (size !== blob.size) throw new Error(`${size} of ${blob.size} bytes were written`);
  } catch (error) {
    await folder.removeEntry(name).catch((also: unknown) => console.warn('[gloss] backup', also));
    throw error;
  }
}
