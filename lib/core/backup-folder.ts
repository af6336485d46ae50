/** Why a backup could not be written into the folder that the reader chose. */
export type FolderProblem =
  | 'permission' // the browser asks the reader again before it lets us write there
  | 'missing' // the folder is not where it was
  | 'full'
  | 'failed'; // anything else

/** The last backup written there. `checked` is when the library was last compared with it. */
export type FolderBackup = { at: number; works: number; checked: number };

/** How far backups into a folder of the reader's are. */
export type FolderState =
  | { state: 'absent' } // not in this browser
  | { state: 'none' } // none was chosen
  | { state: 'chosen'; name: string; last: FolderBackup | null; problem: FolderProblem | null };
