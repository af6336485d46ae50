import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import type { Entry, Library } from '@/lib/library';

/** All that is saved, as operators and the search of one's own papers need it. */
export type Kept = {
  entries: readonly Entry[];
  listNames: ReadonlyMap<ListId, string>;
  seen: ReadonlySet<PaperId>;
};

type Source = Pick<Library, 'watchEntries' | 'lists' | 'seenIds' | 'watch'>;

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
      let parts: Partial<Kept> = {};
      const tell = (part: Partial<Kept>) => {
        parts = { ...parts, ...part };
        const { entries, listNames, seen } = parts;
        if (!entries || !listNames || !seen) return;
        latest = { entries, listNames, seen };
        known(latest);
      };
      const stops: (() => void)[] = [];
      const failed = (error: unknown) => {
        for (const stop of stops) stop();
        [first, latest] = [undefined, undefined];
        refused(error instanceof Error ? error : new Error(String(error)));
      };
      stops.push(
        library.watch(
          async () => new Map((await library.lists()).map(({ id, name }) => [id, name])),
          (listNames) => tell({ listNames }),
          failed,
        ),
        library.watch(
          () => library.seenIds(),
          (seen) => tell({ seen }),
          failed,
        ),
        library.watchEntries(null, (entries, isAll) => isAll && tell({ entries }), failed),
      );
    });
  return async () => latest ?? (first ??= begin());
}
