import type { Library } from '@/lib/library';

/** Longer than between two changes that one act makes, and short enough to be seen as its answer. */
const PAUSE_MS = 250;

/**
 * As `library.watch`, for questions that cost as much as the library is large: asked again when none of
 * `tables` has changed for a moment, so that the reader's next change need not wait for the answer.
 */
export function watchInPauses<T>(
  library: Pick<Library, 'onChange'>,
  tables: readonly string[],
  query: () => Promise<T>,
  next: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const ask = () => {
    asked += 1;
    const mine = asked;
    query().then(
      (value) => mine === asked && next(value),
      (error: unknown) => {
        if (mine !== asked) return;
        end();
        failed(error);
      },
    );
  };
  const stop = library.onChange((changed) => {
    if (!tables.some((table) => changed.has(table))) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  const end = () => {
    asked += 1;
    clearTimeout(timer);
    stop();
  };
  ask();
  return end;
}
