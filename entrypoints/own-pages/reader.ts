import type { Reader, Trouble, Undo, Watch } from '@/components/shown';
import { paperOfSummary } from '@/lib/core/paper';
import type { Corpus } from '@/lib/corpus';
import { StorageError } from '@/lib/db/storage-error';
import type { Library, UndoToken } from '@/lib/library';

/** The library as the components of our own pages know it. */
export function readerOf(library: Library, { met }: Pick<Corpus, 'met'>): Reader {
  const watch =
    <T>(query: () => Promise<T>): Watch<T> =>
    (next, failed) =>
      library.watch(query, next, (error) => failed(troubleOf(error)));
  const undoOf = (token: UndoToken): Undo => {
    return () => library.undo(token);
  };
  return {
    lists: watch(() => library.lists()),
    entries: (list) => watch(() => library.entriesOf(list)),
    entry: (id) => watch(async () => (await library.entry(id)) ?? null),
    savedIds: watch(() => library.savedIds()),
    createList: (name) => library.createList(name),
    renameList: (list, name) => library.renameList(list, name),
    deleteList: async (list) => undoOf(await library.deleteList(list)),
    unsave: async (id) => undoOf(await library.unsave(id)),
    removeFrom: async (list, id) => undoOf(await library.removeFrom(list, id)),
    setStatus: (id, status) => library.setStatus(id, status),
    save: async (paper, list) => {
      // The copy that is kept, also of a removed paper, knows more than a row of results or a tab does;
      // so does what its own page showed.
      const kept = (await library.keptCopy(paper.id)) ?? (await met(paper.id).catch(() => undefined));
      return library.save(kept ?? ('authorCount' in paper ? paperOfSummary(paper) : paper), list);
    },
  };
}

function troubleOf(error: unknown): Trouble {
  return error instanceof StorageError ? error.code : 'failed';
}
