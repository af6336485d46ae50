import type { Field, Stated } from '@/lib/core/facts';
import type { Span } from '@/lib/core/sentences';
import { stated, type Reading, type Sentence } from './reading';

/** Finds a claim in one sentence: the words that make it, counted in the sentence. */
export type ClaimFinder = (sentence: Sentence) => Span | null;

/**
 * The first sentence that makes a claim, fields in the order given. `trigger` holds words without
 * which there can be none: most papers are done with at once.
 */
export function firstClaim(
  paper: Reading,
  fields: readonly Field[],
  trigger: RegExp,
  find: ClaimFinder,
): Stated<true> | null {
  for (const field of fields) {
    if (!trigger.test(paper.of(field))) continue;
    for (const sentence of paper.sentences(field)) {
      const span = trigger.test(sentence.text) ? find(sentence) : null;
      if (span) return stated<true>(true, field, sentence.start + span.start, sentence.start + span.end);
    }
  }
  return null;
}
