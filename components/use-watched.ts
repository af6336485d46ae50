import { useEffect, useState } from 'preact/hooks';
import type { Trouble, Watch } from './shown';

type Watched<T> = { value: T | undefined; trouble: Trouble | undefined };

/**
 * The newest value of a watch; undefined until it is known. `key` names what is watched: at a change
 * of it the old value is gone at once, so that nothing is shown for the wrong list or paper.
 */
export function useWatched<T>(key: string, watch: Watch<T>): Watched<T> {
  const [latest, setLatest] = useState<{ key: string } & Watched<T>>();
  useEffect(
    () =>
      watch(
        (value) => setLatest({ key, value, trouble: undefined }),
        (trouble) => setLatest({ key, value: undefined, trouble }),
      ),
    // The watch itself is made anew at each render; its key says when it is another.
    [key],
  );
  return latest?.key === key ? latest : { value: undefined, trouble: undefined };
}
