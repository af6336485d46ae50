import type { DatasetErrorCode } from '@/lib/core/corpus-status';
import { StorageError } from '@/lib/db/storage-error';
import { PackError, type PackErrorCode } from '@/lib/pack';

/** Why a dataset could not be brought in. What answered before still answers. */
export class DatasetError extends Error {
  override name = 'DatasetError';
  constructor(
    readonly code: DatasetErrorCode,
    cause?: unknown,
  ) {
    super(`${code}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

const OF_PACK: Record<PackErrorCode, DatasetErrorCode> = {
  'bad-hash': 'bad-hash',
  'wrong-format': 'wrong-format',
  'wrong-analyser': 'wrong-analyser',
  'bad-manifest': 'unreadable',
  truncated: 'unreadable',
  'missing-block': 'unreadable',
  corrupt: 'unreadable',
};

export function datasetErrorOf(error: unknown): DatasetError {
  if (error instanceof DatasetError) return error;
  if (error instanceof PackError) return new DatasetError(OF_PACK[error.code], error);
  if (error instanceof StorageError) {
    const isTold = error.code === 'quota' || error.code === 'refused';
    return new DatasetError(isTold ? error.code : 'stopped', error);
  }
  return new DatasetError('stopped', error);
}
