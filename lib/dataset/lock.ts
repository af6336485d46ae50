/** navigator.locks: one context at a time changes which datasets there are. */
export type DatasetLocks = Pick<LockManager, 'request'>;

const LOCK = 'gloss-dataset';

/** Waits until no other context is at it, or until it is stopped; `waits` is told if it has to. */
export async function withDatasetLock<T>(
  locks: DatasetLocks,
  work: () => Promise<T>,
  { signal, waits }: { signal?: AbortSignal; waits?: (() => void) | undefined } = {},
): Promise<T> {
  signal?.throwIfAborted();
  const first = await locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock === null ? null : { done: await work() },
  );
  if (first) return first.done;
  waits?.();
  return await locks.request(LOCK, signal ? { signal } : {}, work);
}

/** Calls `work` with whether this context may; another that is at it is left alone. */
export async function ifDatasetFree<T>(
  locks: DatasetLocks,
  work: (isFree: boolean) => Promise<T>,
): Promise<T> {
  return await locks.request(LOCK, { ifAvailable: true }, (lock) => work(lock !== null));
}
