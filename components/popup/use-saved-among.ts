import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { Reader } from '../shown';

/** Those of `ids` that are saved. What was known of others stays until the answer, so that marks do not flicker. */
export function useSavedAmong(
  reader: Pick<Reader, 'savedAmong'>,
  ids: readonly PaperId[],
): ReadonlySet<PaperId> {
  const [known, setKnown] = useState<ReadonlySet<PaperId>>(NONE);
  useEffect(
    // That the library cannot be read is said where its papers would stand.
    () => reader.savedAmong(ids)(setKnown, () => setKnown(NONE)),
    [ids.join(' ')],
  );
  return known;
}

const NONE: ReadonlySet<never> = new Set();
