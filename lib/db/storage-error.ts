export type StorageErrorCode =
  | 'quota' // the disk, or our share of it, is full
  | 'refused' // the browser keeps no databases here: private window, history never remembered
  | 'blocked' // a page of another version of the extension still has the database open
  | 'newer' // a later version of the extension wrote it: ours would write rows that it cannot read
  | 'failed'; // anything else; `cause` says what

export class StorageError extends Error {
  override name = 'StorageError';
  constructor(
    readonly code: StorageErrorCode,
    cause?: unknown,
  ) {
    super(`${code}: ${cause instanceof Error ? cause.message || cause.name : String(cause)}`, { cause });
  }
}

const QUOTA =
  /quota|disk is full|out of (?:disk )?space|NS_ERROR_(?:FILE_NO_DEVICE_SPACE|DOM_INDEXEDDB_QUOTA)/i;
// Firefox refuses with InvalidStateError when history is never remembered, Chrome with SecurityError
// when the reader blocks site data, Dexie with MissingAPI when there is no indexedDB at all.
const REFUSED = new Set(['InvalidStateError', 'SecurityError', 'MissingAPIError', 'MissingApiError']);
const NEAR_QUOTA = 0.95;

export type Estimate = () => Promise<{ usage?: number; quota?: number }>;

/**
 * What a failure of the database means for the reader. Firefox can report a full disk as an error
 * with neither name nor message; then `estimate` (navigator.storage.estimate) decides.
 */
export async function storageErrorOf(error: unknown, estimate?: Estimate): Promise<StorageError> {
  if (error instanceof StorageError) return error;
  const chain = causesOf(error);
  if (chain.some(saysQuota)) return new StorageError('quota', error);
  if (chain.some(({ name }) => REFUSED.has(name))) return new StorageError('refused', error);
  if (chain.every(saysNothing) && (await isNearQuota(estimate))) return new StorageError('quota', error);
  return new StorageError('failed', error);
}

// Dexie's own wrappers always have words, which say nothing of the cause.
const WRAPPERS = new Set(['AbortError', 'BulkError', 'OpenFailedError']);
const saysNothing = ({ name, message }: Named) =>
  WRAPPERS.has(name) || (message === '' && (name === '' || name === 'Error' || name === 'UnknownError'));

type Named = { name: string; message: string };

const saysQuota = ({ name, message }: Named) => name === 'QuotaExceededError' || QUOTA.test(message);

/** Dexie hides the first error in `inner`, a failed bulk write in `failures`, others in `cause`. */
function causesOf(error: unknown, depth = 0): Named[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { name, message, inner, cause } = error as Record<string, unknown>;
  const failures: unknown[] =
    'failures' in error && Array.isArray(error.failures) ? error.failures.slice(0, 3) : [];
  const self = {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : '',
  };
  return [self, ...[inner, cause, ...failures].flatMap((next: unknown) => causesOf(next, depth + 1))];
}

async function isNearQuota(estimate: Estimate | undefined): Promise<boolean> {
  const { usage, quota } = (await estimate?.()) ?? {};
  return usage !== undefined && quota !== undefined && usage >= quota * NEAR_QUOTA;
}
