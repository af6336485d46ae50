import type { StatableText } from '@/lib/extract/reading';

/** A paper that says nothing but what a test gives it. */
export function paperWith(fields: Partial<StatableText>): StatableText {
  return { title: '', abstract: null, comments: null, journalRef: null, doi: null, ...fields };
}
