import type { SentenceRole } from '@/lib/core/facts';

/** A sentence with its role and how sure the model is of it, and of its being an objective or a method (`aim`). */
export type RoledSentence = { text: string; role: SentenceRole; sureness: number; aim: number };

/** Below this the model takes too many for what they are not. */
const SURE = 0.5;
const DOES =
  /\b(?:we|(?:this|the present|our) (?:paper|work|article|study|letter|note|report|survey|thesis|review)) (?:\w+ ){0,2}?(?:propos|present|introduc|develop|describ|stud[iy]|investigat|explor|consider|analy[sz]|examin|address|report|construct|design|extend|survey|review|tackle|compar|revisit|conduct|aim|focus|formulat|derive|undertake|perform|prove|offer|discuss|provid|built?d?\b|use\b|create|apply)/i;
const IS_ABOUT =
  /\b(?:this (?:paper|work|article|study|letter|note|thesis)|our (?:goal|aim)|is (?:presented|proposed|introduced|studied|investigated|described|developed)|are (?:presented|proposed|introduced|studied|investigated|described|developed))\b/i;
const FOUND =
  /\b(?:we (?:\w+ )?(?:find|found|show|prove|demonstrate|observe|conclude|obtain|discover|establish|achieve)|(?:results?|experiments?|evaluations?|simulations?|analys[ie]s|findings?|data|study) (?:[\w-]+ ){0,6}?(?:show|demonstrate|reveal|indicate|suggest|confirm)\w*|it is (?:shown|found|proved)|achiev\w+|outperform\w*|surpass\w*|improv\w+|reduc\w+|reveal\w*|\d+(?:\.\d+)? ?\\?%)/i;

/** What comes beside the main thing, or after it. */
const BESIDE =
  /^(?:additionally|moreover|furthermore|further|in addition|in the second part|as an application)\b|^.{0,40}\b(?:also|further|additionally)\b/i;

/** Which sentence says what the paper does, and which what it found; null where none does so surely. */
export function keySentences(sentences: readonly RoledSentence[]): {
  does: number | null;
  found: number | null;
} {
  const aims = ({ aim }: RoledSentence): boolean => aim >= SURE;
  const is = (wanted: SentenceRole) => (one: RoledSentence) => one.role === wanted && one.sureness >= SURE;
  const does = firstOf(sentences, aims, DOES) ?? firstOf(sentences, aims, IS_ABOUT);
  const found = firstOf(sentences, is('result'), FOUND) ?? firstOf(sentences, is('conclusion'), FOUND);
  return { does, found: found === does ? null : found };
}

function firstOf(
  sentences: readonly RoledSentence[],
  isMeant: (sentence: RoledSentence) => boolean,
  words: RegExp,
): number | null {
  const index = sentences.findIndex(
    (sentence) => isMeant(sentence) && words.test(sentence.text) && !BESIDE.test(sentence.text),
  );
  return index >= 0 ? index : null;
}
