export type { BringIn, Preview, PreviewRow } from './bring-in';
export type { LibraryTools } from './context';
export {
  LibraryError,
  type Deleted,
  type DoneState,
  type Entry,
  type Library,
  type LibraryErrorCode,
  type ListSummary,
  type Note,
  type NoteSaved,
  type RecentVisit,
  type TagSummary,
  type UndoToken,
} from './library';
export type { Choice, Conflict } from './merge-work';
export type { Matchable } from './entry-texts';
export { type EntryFilter, entryFilter, entryMatcher, type MatchTools } from './match-entries';
export { openLibrary } from './open';
export type { Part } from './take-out';
