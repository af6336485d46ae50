import { liveQuery } from 'dexie';

/**
 * Calls `next` with the answer of `query` now and whenever a row it read has changed, in this
 * context or in another of the same origin. Returns the unsubscribe function.
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  next: (value: T) => void,
  failed?: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe(next, failed);
  return () => subscription.unsubscribe();
}
