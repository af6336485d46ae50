import type { DatasetErrorCode } from '@/lib/core/corpus-status';
import type { Text } from '../make-text';
import type { Trouble } from '../shown';

/** What went wrong, and what the reader can do about it. */
export type Advice = { what: string; todo: string };

export function adviceOf(text: Text, code: DatasetErrorCode): Advice {
  switch (code) {
    case 'bad-hash':
      return { what: text('dataset_bad_hash'), todo: text('dataset_bad_hash_todo') };
    case 'wrong-format':
    case 'wrong-analyser':
      return { what: text('dataset_wrong_version'), todo: text('dataset_wrong_version_todo') };
    case 'quota':
      return { what: text('dataset_quota'), todo: text('dataset_quota_todo') };
    case 'refused':
      return { what: text('dataset_refused'), todo: text('dataset_refused_todo') };
    case 'unreadable':
      return { what: text('dataset_unreadable'), todo: text('dataset_unreadable_todo') };
    case 'no-pack':
      return { what: text('dataset_no_pack'), todo: text('dataset_no_pack_todo') };
    case 'too-large':
      return { what: text('dataset_too_large'), todo: text('dataset_too_large_todo') };
    case 'stopped':
      return { what: text('dataset_stopped'), todo: text('dataset_stopped_todo') };
  }
}

/** The same for the lists themselves. */
export function adviceOfTrouble(text: Text, trouble: Trouble): Advice {
  switch (trouble) {
    case 'quota':
    case 'refused':
      return adviceOf(text, trouble);
    case 'blocked':
      return { what: text('library_blocked'), todo: text('library_blocked_todo') };
    case 'newer':
      return { what: text('library_newer'), todo: text('library_newer_todo') };
    case 'failed':
      return { what: text('library_failed'), todo: text('library_failed_todo') };
  }
}
