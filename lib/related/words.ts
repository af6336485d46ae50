import { isAscii } from '@/lib/core/scripts';
import { texToText } from '@/lib/core/tex';

/** More words than any abstract has; hostile text costs no more than this. */
const MOST_WORDS = 4_000;
const LONGEST_TEXT = 60_000;

/**
 * The words the static vectors are trained on: lower case, without accents, split at everything that
 * is neither letter nor digit, a light plural stemmer (Harman's S-stemmer). Kept apart from the
 * search analyser on purpose: weights are trained once, and a better analyser must not unmake them.
 */
export function vectorWords(text: string): string[] {
  const plain = withoutMarks(texToText(text.slice(0, LONGEST_TEXT))).toLowerCase();
  const words: string[] = [];
  const ascii = isAscii(plain);
  for (const word of plain.match(ascii ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length < 2 || word.length > 40) continue;
    if (ascii || isAscii(word) ? /^\d+$/.test(word) : /^\p{N}+$/u.test(word)) continue;
    words.push(singular(word));
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

function withoutMarks(text: string): string {
  return isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return /(?:e|a)ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) return /(?:a|e|o)es$/.test(word) ? word : word.slice(0, -1);
  return /[iu]s$|ss$/.test(word) ? word : word.slice(0, -1);
}
