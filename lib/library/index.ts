export type { LibraryTools } from './context';
export {
  LibraryError,
  type Entry,
  type Library,
  type LibraryErrorCode,
  type ListSummary,
  type UndoToken,
} from './library';
export { openLibrary } from './open';
