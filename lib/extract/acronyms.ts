import type { Acronym, Field, Stated } from '@/lib/core/facts';
import { alignmentCost, wordsOf, type Word } from './acronym-alignment';
import { stated, type Fact } from './reading';

const BRACKET = /[([] ?([^()[\]]{1,120}?) ?[)\]]/g;
const LED =
  /^(?:a\.?k\.?a\.?|or|called|named|termed|dubbed|i\.e\.|abbreviated|denoted|hereafter|henceforth|also known|in short|short|abbr\.?:?)[, ]{1,2}(?:as |the |by )?/i;
const NOT_SHORT =
  /^(?:[ivx]{1,4}|[IVX]{1,4}|left|right|top|bottom|both|see|and|the|for|with|or|in|on|at|vs|all|ours|red|blue|mean|median|range|total|available|fig\w*|table|eq\w*|sec\w*|ref\w*|ed|eds|www|http\S*|e\.g|i\.e|\d.*(?:%|GB|[Gg]|mm|cm|kg|ms|Hz|K|x))$/;
const LETTERS = /\p{L}/gu;
/** A long form costs no more than this much a letter of the short one, and this much in all. */
const CUT = { letter: 0.9, fixed: 1.2, reversed: 0.5 };

const KIND =
  /^(?:algorithms?|models?|methods?|schemes?|mechanisms?|functions?|frameworks?|techniques?|approach(?:es)?|strateg(?:y|ies)|procedures?|protocols?|problems?|s|\d+)$/i;

/** Short forms with the long form that the text gives for them, both as written. */
export const acronyms: Fact<readonly Stated<Acronym>[]> = {
  name: 'acronyms',
  reads: ['abstract', 'title'],
  order: 60,
  read: (paper) => {
    const found = new Map<string, Stated<Acronym>>();
    for (const field of ['abstract', 'title'] as const)
      for (const pair of acronymsIn(paper.of(field), field, false))
        if (!found.has(pair.value.short)) found.set(pair.value.short, pair);
    return [...found.values()];
  },
};

/** With `letters`, symbols of one letter too. */
export function acronymsIn(text: string, field: Field, letters: boolean): Stated<Acronym>[] {
  const found: Stated<Acronym>[] = [];
  for (const match of text.matchAll(BRACKET)) {
    const inner = match[1] ?? '';
    const innerStart = match.index + match[0].indexOf(inner);
    const pair =
      forward(text, inner, match.index, field, innerStart) ??
      (letters ? symbol(text, inner, match.index, field) : null) ??
      reversed(text, inner, match.index, field, innerStart);
    if (pair) found.push(pair);
  }
  for (const match of text.matchAll(/(?<=[a-z])(?: ?,)? or ((?=[\w-]*[A-Z]{3})[A-Z][\w-]{2,9})\b/g)) {
    const short = match[1] ?? '';
    const long = longBefore(text, short, match.index, 0.01);
    if (long)
      found.push(
        stated(
          { short, long: text.slice(long.start, long.end) },
          field,
          long.start,
          match.index + match[0].length,
        ),
      );
  }
  return found;
}

/** `long form (SHORT)` */
function forward(
  text: string,
  inner: string,
  open: number,
  field: Field,
  innerStart: number,
): Stated<Acronym> | null {
  const short = shortIn(inner);
  if (short === null) return null;
  const long = longBefore(text, short, open, CUT.letter * lettersIn(short) + CUT.fixed);
  if (!long || !isLongEnough(short, text.slice(long.start, long.end))) return null;
  const end = innerStart + inner.indexOf(short) + short.length;
  return stated({ short, long: text.slice(long.start, long.end) }, field, long.start, end);
}

/** `testosterone (T)`: one letter, with or without an index, for the one word in front of it. */
function symbol(text: string, inner: string, open: number, field: Field): Stated<Acronym> | null {
  const short = /^([A-Za-z])\d?$/.exec(inner.trim());
  const word = /([\p{L}\p{N}-]{3,30}) ?$/u.exec(text.slice(Math.max(0, open - 34), open));
  const long = word?.[1];
  if (
    short?.[1] === undefined ||
    long === undefined ||
    long.charAt(0).toLowerCase() !== short[1].toLowerCase()
  )
    return null;
  const start = open - (word?.[0].length ?? 0);
  return stated({ short: inner.trim(), long }, field, start, open + inner.length + 1);
}

/** `E - UTRA`: parts with spaces about the hyphen. */
const PARTS = /^[\p{Lu}\p{N}]{1,5} - [\p{Lu}\p{N}]{1,6}$/u;

function shortIn(inner: string): string | null {
  if (PARTS.test(inner.trim())) return inner.trim();
  const short = (inner.replace(LED, '').split(/[;,]| - |: /)[0] ?? '')
    .trim()
    .replace(/^["'`]+|["'`.]+$/g, '');
  return isShort(short) ? short : null;
}

function isShort(short: string): boolean {
  const letters = lettersIn(short);
  if (short.length < 2 || short.length > 14 || letters < 1 || NOT_SHORT.test(short)) return false;
  if (/^[^\p{L}\p{N}]|[=<>~%$\\]/u.test(short) || short.split(' ').length > 2) return false;
  if (letters === 1 && !/\d/.test(short)) return false;
  return /\p{Lu}/u.test(short) || /\d/.test(short) || (letters <= 5 && !short.includes(' '));
}

function lettersIn(text: string): number {
  return text.match(LETTERS)?.length ?? 0;
}

/** The words in front of `end` that spell the short form at the least cost, if below `most`. */
function longBefore(
  text: string,
  short: string,
  end: number,
  most: number,
): { start: number; end: number } | null {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length;
  const reach = letters * 2 + 4;
  const words = wordsOf(text, contextStart(text, end), end).slice(-reach);
  const last = words.at(-1);
  if (!last || /\p{L}/u.test(text.slice(last.end, end))) return null;
  let best: { cost: number; words: Word[] } | null = null;
  for (let count = 1; count <= words.length; count += 1) {
    const candidate = words.slice(-count);
    const [first] = candidate;
    const cost = alignmentCost(short, candidate);
    if (cost === null || !first || isInsideWord(text, first.start)) continue;
    if (best === null || cost < best.cost) best = { cost, words: candidate };
  }
  const start = best?.words[0]?.start;
  if (!best || start === undefined || best.cost > most) return null;
  const spelt = withoutTail(short, best.words, best.cost);
  const tail = spelt.length < best.words.length ? spelt.at(-1)?.end : undefined;
  return { start, end: tail ?? trimEnd(text, start, end) };
}

/** `hidden field model (HF)`: a word for the kind of thing, at the end and spelling nothing, is not of the long form. */
function withoutTail(short: string, words: Word[], cost: number): Word[] {
  const shorter = words.slice(0, -1);
  if (shorter.length < 2 || !KIND.test(words.at(-1)?.text ?? '')) return words;
  const without = alignmentCost(short, shorter);
  return without !== null && without < cost ? withoutTail(short, shorter, without) : words;
}

function isInsideWord(text: string, start: number): boolean {
  return /[\p{L}\p{N}] ?- ?$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** Not beyond the end of the sentence before, nor another bracket. */
export function contextStart(text: string, end: number): number {
  const from = Math.max(0, end - 220);
  const window = text.slice(from, end);
  const cut = Math.max(
    window.lastIndexOf('. '),
    window.lastIndexOf(') '),
    window.lastIndexOf('; '),
    window.lastIndexOf('('),
    window.lastIndexOf('? '),
  );
  return from + Math.max(0, cut);
}

function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).replace(/[\s,~"'`]+$/, '').length;
}

/** `SHORT (long form)` */
function reversed(
  text: string,
  inner: string,
  open: number,
  field: Field,
  innerStart: number,
): Stated<Acronym> | null {
  const short = /(?:^|[\s("'-])([\p{L}\p{N}][\p{L}\p{N}/-]{1,9}) ?$/u.exec(
    text.slice(Math.max(0, open - 14), open),
  )?.[1];
  if (short === undefined || !/\p{Lu}.*\p{Lu}/u.test(short) || NOT_SHORT.test(short)) return null;
  const long = (inner.split(/[;,]/)[0] ?? '').trim();
  const words: Word[] = wordsOf(long, 0, long.length);
  const cost = words.length > 1 ? alignmentCost(short, words) : null;
  if (cost === null || cost > CUT.reversed * lettersIn(short) || !isLongEnough(short, long)) return null;
  const start = open - short.length - (text.charAt(open - 1) === ' ' ? 1 : 0);
  return stated({ short, long }, field, start, innerStart + long.length);
}

/** The long form is longer than the short, and does not hold it as a word. */
function isLongEnough(short: string, long: string): boolean {
  return long.length > short.length + 1 && !long.split(/[\s-]+/).includes(short);
}
