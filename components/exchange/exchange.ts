import type { FolderState } from '@/lib/core/backup-folder';
import type { ListId } from '@/lib/core/reading';
import type { PaperId } from '@/lib/core/paper-id';
import type { Undo } from '../shown';

export type ExportFormat = 'bibtex' | 'biblatex' | 'ris' | 'csl' | 'markdown' | 'csv' | 'ids';
export type ExportPart = 'all' | { list: ListId } | { ids: readonly PaperId[] };

/** Why a part of a file was not understood; `line` 0 is the file as a whole, `detail` its own words. */
export type FileProblem = { line: number; code: ProblemCode; detail: string };
export type ProblemCode =
  | 'too-large'
  | 'too-deep'
  | 'zip'
  | 'encoding'
  | 'unknown-format'
  | 'syntax'
  | 'no-name'
  | 'twice'
  | 'key-twice'
  | 'newer-version'
  | 'bad-value';

/** What a file adds to a work that is here. */
export type ChangedPart = 'lists' | 'tags' | 'status' | 'key' | 'note' | 'dates' | 'description';
export type ConflictField = 'note' | 'status' | 'key';
export type PreviewedWork = {
  id: PaperId;
  title: string;
  state: 'new' | 'changed' | 'same';
  changes: readonly ChangedPart[];
  conflicts: readonly { field: ConflictField; mine: string; theirs: string }[];
};

/** What stays where a file says otherwise than the reader. */
export type Choice = 'mine' | 'both' | 'theirs';

/** A file that was read, and what bringing it in would do. */
export type OpenedFile = {
  name: string;
  works: readonly PreviewedWork[];
  newLists: readonly string[];
  /** Works that get another key than they have or than the file says, since another work has it. */
  keys: readonly { id: PaperId; title: string; from: string; to: string }[];
  problems: readonly FileProblem[];
  /** True for a backup, which has lists of its own. */
  hasLists: boolean;
  /** Of a backup that has settings; `isFirst` where none were changed here yet. */
  settings: { isFirst: boolean } | null;
  /** Null where it was stopped: then nothing was changed. */
  bringIn: (how: BringInHow) => Promise<Undo | null>;
};

/** `list` is the name of a list that all of it goes into besides. */
export type BringInHow = {
  choice: Choice;
  list: string | null;
  withSettings: boolean;
  progress: (done: number) => void;
  signal: AbortSignal;
};

/** `isMissed` when nothing is here any more that was saved by then. */
export type Snapshot = { at: number; works: number; isMissed: boolean };

/** When a backup was last saved, the snapshot that Gloss keeps by itself, and the folder it saves into. */
export type Kept = {
  lastBackup: number | null;
  snapshot: Snapshot | null;
  folder: FolderState;
  /** A library that could not be opened, from before another was begun. */
  setAside: SetAside | null;
};

export type SetAside = { at: number; rows: number };

/** For a library that cannot be opened. */
export type Rescue = {
  /** All that can be read of it but the history, as a file that `open` reads; null where there is none, rejects where it cannot be read. */
  saveRows: () => Promise<{ rows: number; unread: readonly string[] } | null>;
  /** False where there is none. */
  saveSnapshot: () => Promise<boolean>;
  /** Takes it out of the way, so that another can be begun. Rejects, and removes nothing, where it cannot be read to be set aside. */
  beginAnew: () => Promise<unknown>;
};

/** The folder that backups go to by themselves. Each acts at once, and `kept` says what came of it. */
export type FolderActs = {
  /** The reader chooses it in the browser's own window, or closes that. */
  choose: () => Promise<unknown>;
  /** Asks the reader for permission again, and saves. */
  allow: () => Promise<unknown>;
  save: () => Promise<unknown>;
  /** Saves there no more; the files stay. */
  forget: () => Promise<unknown>;
};

/** Taking the library out and bringing works in, as the panel is handed it. */
export type Exchange = {
  write: (part: ExportPart, format: ExportFormat, withMine: boolean) => Promise<unknown>;
  /** Never rejects for what the file is at fault. */
  open: (file: File) => Promise<OpenedFile | { problem: FileProblem }>;
  backup: (withHistory: boolean) => Promise<unknown>;
  kept: () => Promise<Kept>;
  folder: FolderActs;
  openSnapshot: () => Promise<OpenedFile | { problem: FileProblem }>;
  openSetAside: () => Promise<OpenedFile | { problem: FileProblem }>;
  /** For good: the one that was set aside then. */
  removeSetAside: (at: number) => Promise<unknown>;
  rescue: Rescue;
};
