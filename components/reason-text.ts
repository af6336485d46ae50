import type { Reason } from '@/lib/core/related-paper';
import { texToText } from '@/lib/core/tex';
import { clipped } from './format';
import type { Text } from './make-text';

const LONGEST_WORDS = 60;

/** Why a paper is related, in words. */
export function reasonText(reason: Reason, text: Text): string {
  const words = clipped(texToText(reason.text), LONGEST_WORDS);
  switch (reason.kind) {
    case 'author':
      return text('page_reason_author', { name: words });
    case 'topic':
      return text('page_reason_topic', { term: words });
    default:
      return text('page_reason_both', { term: words });
  }
}
