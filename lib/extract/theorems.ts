import type { Field, Stated } from '@/lib/core/facts';
import { stated, type Fact } from './reading';

const CUE =
  /conjecture|hypothesis|theorem|open (?:problem|question)|(?:problem|question) (?:of|posed|raised|by|due)/i;
const BY =
  "(?: (?:of|by|due to|posed by|raised by) [A-Z][\\w'-]{1,30}(?:(?:, | and |, and | )[A-Z][\\w'-]{1,30}){0,4})";
/** A word between the verb and what is proved: none that begins another clause. */
const WORD =
  '(?!(?:that|this|using|by|for|which|whose|where|means|concept|with|from|to|on|in|via|the same) )[^\\s.;:,]{1,40} ';
// The verb, few words, and what is proved up to its name or its author.
const CLAIM = new RegExp(
  `\\b(?:(?:prov(?:e|es|ed|ing)|proofs? of|disprov(?:e|es|ed|ing)|refut(?:e|es|ing)|settl(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|establish(?:es|ed|ing)?|verif(?:y|ies|ied)|counter-?examples? to|solv(?:e|es|ed|ing)) (?:${WORD}){0,7}?(?:conjectures?\\b${BY}?|[A-Z][\\w-]{2,30} [Hh]ypothesis|theorems?\\b${BY}?|open (?:problems?|questions?)\\b${BY}?)|(?:answer(?:s|ed|ing)?(?: to)?|resolv(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|solv(?:e|es|ed|ing)) (?:${WORD}){0,4}?(?:problems?|questions?)${BY})`,
  'g',
);
/** Someone else's proof, or none yet. */
const NOT_PROVED =
  /\b(?:if|assum\w+|would|has been|have been|was|were|previously|recently|open to|try to|attempt\w* to|towards?|can be|program(?:me)? to|details to|extension to)\b[^.;]{0,40}$/i;
const OURS = /\b(?:we|our|this (?:paper|note|article|work)|here|is (?:proved|shown|established)|paper)\b/i;

/** Theorems and conjectures that the paper says it proves, disproves or settles, in its words. */
export const theorems: Fact<readonly Stated<string>[]> = {
  name: 'theorems',
  reads: ['title', 'abstract'],
  order: 44,
  read(paper) {
    const found = new Map<string, Stated<string>>();
    for (const field of ['title', 'abstract'] as const satisfies readonly Field[]) {
      if (!CUE.test(paper.of(field))) continue;
      for (const { start, text } of paper.sentences(field)) {
        if (!CUE.test(text) || (field === 'abstract' && !OURS.test(text))) continue;
        for (const { 0: words, index } of text.matchAll(CLAIM)) {
          const isOurs = !NOT_PROVED.test(text.slice(Math.max(0, index - 60), index));
          if (isOurs && !found.has(words))
            found.set(words, stated(words, field, start + index, start + index + words.length));
        }
      }
    }
    return [...found.values()];
  },
};
