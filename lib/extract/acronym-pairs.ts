import type { Acronym } from '@/lib/core/facts';
import type { Span } from '@/lib/core/sentences';
import { wordsOf, type Word } from './acronym-alignment';
import { acronymsIn, contextStart } from './acronyms';
import { readingOf } from './reading';

/**
 * The pairs of any text, in order, each short form once. Wider than what a page shows: symbols of one
 * letter, and capitals right beside the words they begin, are pairs too.
 */
export function acronymPairs(text: string): Acronym[] {
  const plain = readingOf({ title: '', abstract: text, comments: null, journalRef: null, doi: null }).of(
    'abstract',
  );
  const found = new Map<string, Acronym>();
  const bracketed = acronymsIn(plain, 'abstract', true).map(({ value }) => value);
  for (const pair of [...bracketed, ...beside(plain)])
    if (!found.has(pair.short)) found.set(pair.short, pair);
  return [...found.values()];
}

/**
 * Capitals and, right beside them, words that they begin: `Weighted Data Rate WDR`, `WDR: weighted data rate`. Two
 * letters are enough where words say so (`DA = direct assessment`), or for a name in capitals (`New York, NY`).
 */
function beside(text: string): Acronym[] {
  const found: Acronym[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}{2,7}(?=s?(?![\p{L}\p{N}-]))/gu)) {
    const [short] = match;
    const end = match.index + short.length;
    const long =
      wordsBefore(text, short, match.index) ??
      wordsBehind(text, short, end + (SAYS_SO.exec(text.slice(end, end + 40))?.[0].length ?? 0), end);
    if (long) found.push({ short, long: text.slice(long.start, long.end) });
  }
  return found;
}

/** What stands between a short form and its long one, when the long one comes second. */
const SAYS_SO =
  /^ ?(?:=|&|:|denotes|means|represents|(?:which )?stands for|refers to|is short for) (?:(?:an?|the) )?/;
const APART = /^ ?[,:=\])-]? ?$/;

function wordsBefore(text: string, short: string, end: number): Span | null {
  const words = wordsOf(text, contextStart(text, end), end);
  for (let count = short.length; count <= short.length + MOST_PASSED; count += 1) {
    const long = initialsSpan(words.slice(-count), short);
    if (!long || !APART.test(text.slice(long.end, end))) continue;
    const isName = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(text.slice(long.start, long.end));
    if (short.length > 2 || (isName && /,/.test(text.slice(long.end, end)))) return long;
  }
  return null;
}

function wordsBehind(text: string, short: string, from: number, end: number): Span | null {
  if (short.length === 2 && from === end) return null;
  const words = wordsOf(text, from, Math.min(text.length, from + 140));
  for (let count = short.length; count <= short.length + MOST_PASSED; count += 1) {
    const long = initialsSpan(words.slice(0, count), short);
    if (long && (from > end ? long.start === from : APART.test(text.slice(end, long.start)))) return long;
  }
  return null;
}

const MOST_PASSED = 1;

/** From the first word to the last, if their first letters are the short form; a word behind a hyphen may be passed over. */
function initialsSpan(words: readonly Word[], short: string): Span | null {
  const [first, last] = [words[0], words.at(-1)];
  let spelt = 0;
  for (const [index, { text, gap }] of words.entries()) {
    if (text.length < 2 || /^\p{Lu}{2}/u.test(text) || (index > 0 && /[.,:;()=&]/.test(gap))) return null;
    const isNext = text.charAt(0).toUpperCase() === short.charAt(spelt);
    if (isNext) spelt += 1;
    else if (!/-/.test(gap) || index === words.length - 1) return null;
  }
  return first && last && spelt === short.length ? { start: first.start, end: last.end } : null;
}
