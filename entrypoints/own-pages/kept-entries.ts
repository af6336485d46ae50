import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import type { Entry, Library } from '@/lib/library';

/** All that is saved, as operators and the search of one's own papers need it. */
export type Kept = {
  entries: readonly Entry[];
  listNames: ReadonlyMap<ListId, string>;
  seen: ReadonlySet<PaperId>;
};

type Source = Pick<Library, 'entriesOf' | 'lists' | 'seenIds' | 'watch'>;

export const NOTHING_KEPT: Kept = { entries: [], listNames: new Map(), seen: new Set() };

/**
 * Reads all that is saved at the first question, and keeps it as it changes: a popup that is only
 * looked at reads none of it. Rejects where the library cannot be read, and tries again at the next question.
 */
export function keepEntries(library: Source): () => Promise<Kept> {
  let first: Promise<Kept> | undefined;
  let latest: Kept | undefined;
  const begin = () =>
    new Promise<Kept>((known, refused) => {
      const tell = (kept: Kept) => {
        latest = kept;
        known(kept);
      };
      library.watch(
        async () => {
          const [entries, lists, seen] = await Promise.all([
            library.entriesOf(null),
            library.lists(),
            library.seenIds(),
          ]);
          return { entries, listNames: new Map(lists.map(({ id, name }) => [id, name])), seen };
        },
        tell,
        (error) => {
          [first, latest] = [undefined, undefined];
          refused(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  return async () => latest ?? (first ??= begin());
}
