import type { NoteDrafts, Reader, Trouble, Undo, Watch } from '@/components/shown';
import { paperOfSummary } from '@/lib/core/paper';
import type { Corpus } from '@/lib/corpus';
import { StorageError } from '@/lib/db/storage-error';
import type { Library, UndoToken } from '@/lib/library';
import { takeBack } from './take-back';

/** The library as the components of our own pages know it. */
export function readerOf(library: Library, { met }: Pick<Corpus, 'met'>, noteDrafts: NoteDrafts): Reader {
  const watch =
    <T>(query: () => Promise<T>): Watch<T> =>
    (next, failed) =>
      library.watch(query, next, (error) => failed(troubleOf(error)));
  const undoOf = (token: UndoToken): Undo => {
    return () => takeBack(library, token);
  };
  return {
    lists: watch(() => library.lists()),
    entries: (list) => (next, failed) =>
      library.watchEntries(list, next, (error) => failed(troubleOf(error))),
    recent: (each) => watch(() => library.recent(each)),
    entry: (id) => watch(async () => (await library.entry(id)) ?? null),
    savedAmong: (ids) => watch(() => library.savedAmong(ids)),
    savedCount: watch(() => library.savedCount()),
    tags: watch(() => library.tags()),
    note: (id) => watch(() => library.note(id)),
    earlier: (id) => watch(() => library.earlierValues(id)),
    deleted: watch(async () => {
      const rows = await library.deleted();
      return rows.map((row) => ({ ...row, restore: undoOf(row.token) }));
    }),
    duplicates: watch(() => library.duplicates()),

    createList: (name) => library.createList(name),
    renameList: (list, name) => library.renameList(list, name),
    deleteList: async (list) => undoOf(await library.deleteList(list)),
    moveList: (list, before) => library.moveList(list, before),
    unsave: async (ids) => undoOf(await library.unsave(ids)),
    addTo: async (list, ids) => undoOf(await library.addTo(list, ids)),
    removeFrom: async (list, ids) => undoOf(await library.removeFrom(list, ids)),
    moveEntries: async (ids, move) => undoOf(await library.moveEntries(ids, move)),
    setStatus: (id, status) => library.setStatus(id, status),
    setStatusOf: async (ids, status) => undoOf(await library.setStatusOf(ids, status)),
    addTag: async (ids, tag) => undoOf(await library.addTag(ids, tag)),
    removeTag: async (ids, tag) => undoOf(await library.removeTag(ids, tag)),
    renameTag: async (from, to) => undoOf(await library.renameTag(from, to)),
    saveNote: (id, text, basedOn) => library.saveNote(id, text, basedOn),
    noteDrafts,
    merge: async (kept, others) => undoOf(await library.mergeEntries(kept, others)),
    save: async (paper, list) => {
      // The copy that is kept, also of a removed paper, knows more than a row of results or a tab does;
      // so does what its own page showed.
      const kept = (await library.keptCopy(paper.id)) ?? (await met(paper.id).catch(() => undefined));
      return library.save(kept ?? ('authorCount' in paper ? paperOfSummary(paper) : paper), list);
    },
  };
}

export function troubleOf(error: unknown): Trouble {
  return error instanceof StorageError ? error.code : 'failed';
}
