export type { LibraryTools } from './context';
export {
  LibraryError,
  type Deleted,
  type Entry,
  type EntryMove,
  type Library,
  type LibraryErrorCode,
  type ListSummary,
  type Note,
  type NoteSaved,
  type RecentVisit,
  type TagSummary,
  type UndoToken,
} from './library';
export { openLibrary } from './open';
