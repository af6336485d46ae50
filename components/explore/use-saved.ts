import type { PaperId } from '@/lib/core/paper-id';
import type { Reader } from '../shown';
import { useWatched } from '../use-watched';

/** Which of these papers are saved; none while it is not known. */
export function useSaved(reader: Pick<Reader, 'savedAmong'>, ids: readonly PaperId[]): ReadonlySet<PaperId> {
  return useWatched(ids.join(' '), reader.savedAmong(ids)).value ?? NONE_SAVED;
}

const NONE_SAVED: ReadonlySet<PaperId> = new Set();
