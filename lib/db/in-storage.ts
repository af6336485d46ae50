import type Dexie from 'dexie';
import { askAgain } from './ask-again';
import { StorageError, storageErrorOf, type Estimate } from './storage-error';

export type StorageOptions = {
  /** navigator.storage.estimate: tells a full disk where the browser's error does not. */
  estimate?: Estimate | undefined;
  /** Errors of the caller's own, to be let through as they are. */
  isOwn?: (error: unknown) => boolean;
  /** How long opening may take before it counts as blocked. */
  patienceMs?: number;
};

/** Opening takes some milliseconds, and on a machine that has just started some hundred. */
const PATIENCE_MS = 6_000;

/** Runs work on a database, opening it first. Rejects only with `StorageError`, or an error of the caller's own. */
export async function inStorage<T>(
  db: Dexie,
  work: () => PromiseLike<T>,
  { estimate, isOwn, patienceMs = PATIENCE_MS }: StorageOptions = {},
): Promise<T> {
  try {
    if (!db.isOpen()) await openUnlessBlocked(db, patienceMs);
    return await work();
  } catch (error) {
    if (isOwn?.(error)) throw error;
    throw await storageErrorOf(error, estimate);
  }
}

/** Those whose askers were told so. */
const HELD_UP = new WeakSet<Dexie>();

/**
 * An upgrade waits until every page that has the older version open lets go. Ours do so when asked;
 * if one does not, waiting without a word would look like lost data, so this rejects. Only the first that
 * asks is told of it: the others wait behind that one until they are out of patience. The opening goes on
 * meanwhile, and a later call finds it done; who watches is told to ask again then.
 */
function openUnlessBlocked(db: Dexie, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const blocked = () => {
      HELD_UP.add(db);
      reject(new StorageError('blocked'));
    };
    db.on('blocked', blocked);
    const timer = setTimeout(blocked, patienceMs);
    db.open()
      .finally(() => {
        clearTimeout(timer);
        db.on.blocked.unsubscribe(blocked);
      })
      .then(() => {
        resolve();
        if (HELD_UP.delete(db)) askAgain();
      }, reject);
  });
}
