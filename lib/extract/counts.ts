import type { Stated } from '@/lib/core/facts';
import { evidence, type Reading } from './reading';

/** Number words as people write them in comments. */
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(?:\\d{1,4}|${WORDS.join('|')})`;
const SUPPLEMENT = /suppl|\bS\.?[IM]\.?\b|\bESI\b|appendi|extended data/gi;
const MAIN = /\bmain\b|\bbody\b|\barticle\b|\bpaper\b|\bmanuscript\b|\btext\b|\bletter\b/gi;

type Mention = { count: number; start: number; end: number };
type Part = 'main' | 'supplement' | 'total' | 'included' | 'added' | 'other';

/**
 * Reads a count from the comments. Main text and supplement are added, a stated total wins, and
 * what is "included" in a count already given is not counted again.
 */
export function countReader(pattern: CountPattern): (paper: Reading) => Stated<number> | null {
  return (paper) => {
    const text = paper.of('comments');
    const mentions = mentionsIn(text, pattern);
    const [first, ...rest] = mentions;
    if (!first) return null;
    const parts: Part[] = [];
    for (const [index, mention] of mentions.entries()) {
      const previous = mentions[index - 1];
      const goesOn = previous && parts[index - 1] === 'included' && isJoined(text, previous, mention);
      parts.push(goesOn ? 'included' : partOf(text, mention, previous));
    }
    const total = mentions.find((_, index) => parts[index] === 'total');
    if (total) return { value: total.count, evidence: [spanOf(total)] };
    const used = [
      first,
      ...rest.filter((mention, index) => adds(first, mention, parts[0], parts[index + 1])),
    ];
    const value = used.reduce((sum, mention) => sum + mention.count, 0);
    return { value, evidence: [spanOf(first), ...used.slice(1).map(spanOf)] };
  };
}

/** The two ways a count is written: `12+5 pages`, and `Pages: 17`. */
export type CountPattern = { before: RegExp; behind: RegExp; total: RegExp | null };

export function countPattern(noun: string, fillers: string, withTotal = false): CountPattern {
  const sum = `${NUMBER}(?:\\s?\\+\\s?${NUMBER}){0,4}`;
  return {
    before: new RegExp(`(?<![\\w.$-])(${sum})[ -]{0,3}${fillers}(?:${noun})(?![a-z])(?!\\.? ?\\d)`, 'gi'),
    behind: new RegExp(`(?<!\\w)(?:${noun}) ?[:=] ?(\\d{1,4})(?![\\d-]| ?-)`, 'gi'),
    total: withTotal ? /(?<![\w.])(\d{1,4}) (?:in )?total\b/gi : null,
  };
}

function mentionsIn(text: string, { before, behind, total }: CountPattern): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(before)) found.push(mentionOf(match));
  if (found.length === 0) for (const match of text.matchAll(behind)) found.push(mentionOf(match));
  if (found.length > 0 && total) for (const match of text.matchAll(total)) found.push(mentionOf(match));
  return found.sort((a, b) => a.start - b.start).slice(0, 8);
}

function mentionOf(match: RegExpExecArray): Mention {
  const numbers = (match[1] ?? '').split('+').map((number) => numberOf(number.trim()));
  return {
    count: numbers.reduce((sum, number) => sum + number, 0),
    start: match.index,
    end: match.index + match[0].length,
  };
}

function numberOf(word: string): number {
  const index = WORDS.indexOf(word.toLowerCase());
  return index >= 0 ? index : Number(word);
}

function partOf(text: string, mention: Mention, previous: Mention | undefined): Part {
  const own = text.slice(mention.start, mention.end);
  const after = /^[^,;.:+(\d]{0,40}/.exec(text.slice(mention.end, mention.end + 40))?.[0] ?? '';
  const before = text.slice(Math.max(previous?.end ?? 0, mention.start - 60), mention.start);
  if (/\btotal/i.test(own + after) || /\btotal(?: of)?:? ?$/i.test(before)) return 'total';
  if (/\bcontain\w*[^.;]*$|\bincl(?:u\w*|\.)?[^.;]*$|\bof which\b[^.;]*$/i.test(before)) return 'included';
  if (new RegExp(SUPPLEMENT, 'i').test(own + after))
    return plainBracket(before) || (isWithin(before, text, previous) && !/\badditional\b/i.test(own))
      ? 'included'
      : 'supplement';
  if (new RegExp(MAIN, 'i').test(own + after)) return 'main';
  const marker = lastMarker(text.slice(0, mention.start));
  if (marker !== 'other') return marker;
  return /(?:\+|\bplus|\band) ?$/i.test(before) ? 'added' : 'other';
}

/** `including 11 pages of main text and 3 pages of appendix`: one list of what is in the count. */
function isJoined(text: string, previous: Mention, mention: Mention): boolean {
  const between = text.slice(previous.end, mention.start);
  return (
    /^[^;.)]*(?:\b(?:and|plus)\b|&)[^;.)]*$/i.test(between) || /^[^;.)]*\bmain\b[^;.)]*, ?$/i.test(between)
  );
}

/** `20 pages (8 pages appendix)` says what is in the twenty; `8 pages (+ 5 supplementary)` adds. */
function plainBracket(before: string): boolean {
  return /\((?![^)]*(?:\+|plus|and))[^)]*$/i.test(before);
}

/** `20 pages with 2 pages of appendix` has them in the twenty, but not where the twenty are the main text. */
function isWithin(between: string, text: string, previous: Mention | undefined): boolean {
  if (!previous || !/^ with(?: an?)? $/i.test(between)) return false;
  return !new RegExp(MAIN, 'i').test(text.slice(0, previous.end));
}

/** What the words last said this stretch of the comments is about; a new version ends it. */
function lastMarker(before: string): Part {
  let at = -1;
  let part: Part = 'other';
  for (const match of before.matchAll(SUPPLEMENT)) [at, part] = [match.index, 'supplement'];
  for (const match of before.matchAll(MAIN)) if (match.index > at) [at, part] = [match.index, 'main'];
  return part;
}

function adds(
  first: Mention,
  mention: Mention,
  firstPart: Part | undefined,
  part: Part | undefined,
): boolean {
  if (part === 'added') return mention.start - first.end < 12;
  return part === 'supplement' ? firstPart !== 'supplement' : part === 'main' && firstPart === 'supplement';
}

function spanOf({ start, end }: Mention): ReturnType<typeof evidence> {
  return evidence('comments', start, end);
}
