import { texToText } from '@/lib/core/tex';
import type { QueryWord } from '@/lib/search';
import type { Entry } from './library';

/** What of an entry a query looks at. */
export type Matchable = Pick<Entry, 'paper' | 'lists' | 'tags' | 'note'>;

/**
 * Entries that stand together, and one text of them all: it takes a tenth of the time to look through that it
 * would take to look into each. `ends` are three places in it for each entry: where its title ends, its authors,
 * and all of it.
 */
export type Texts = { entries: readonly Matchable[]; text: string; ends: Uint32Array };

const SIZE = 128;
/** Fewer are put together with what comes behind them. */
const SMALL = SIZE / 4;

/** By the first of their entries. */
const KNOWN = new WeakMap<Matchable, Texts>();

/** All entries in such parts. A part that is read is kept as long as its entries stand together. */
export function* textsOf(entries: readonly Matchable[]): Generator<Texts, void, void> {
  for (let at = 0; at < entries.length;) {
    const texts = knownAt(entries, at) ?? readAt(entries, at);
    yield texts;
    at += texts.entries.length;
  }
}

/** Of entries that are not kept: those of one question. */
export function textsFrom(entries: readonly Matchable[]): Texts {
  const ends = new Uint32Array(entries.length * 3);
  let length = 0;
  const parts = entries.map(({ paper, tags, note }, at) => {
    const title = folded(texToText(paper.title));
    const author = folded(paper.authors.join('\n'));
    const rest = folded([...paper.categories, paper.id, ...tags, note].join('\n'));
    const start = at === 0 ? 0 : length + 1;
    const ofAuthor = start + title.length + 1 + author.length;
    length = ofAuthor + 1 + rest.length;
    ends.set([start + title.length, ofAuthor, length], at * 3);
    return `${title}\n${author}\n${rest}`;
  });
  return { entries, text: parts.join('\n'), ends };
}

/** Which of the entries have the words, folded, in that field. */
export function havingWords({ entries, text, ends }: Texts, words: string, field: QueryWord['field']) {
  const has = new Uint8Array(entries.length);
  for (let at = 0, hit = text.indexOf(words); hit >= 0 && at < entries.length;) {
    const end = ends[at * 3 + 2] ?? 0;
    if (hit >= end) {
      at += 1;
      continue;
    }
    const [from, to] = rangeOf(ends, at, field);
    if (hit < from) {
      hit = text.indexOf(words, from);
      continue;
    }
    // What begins here and reaches over the end of the field is of none.
    if (hit + words.length <= to) has[at] = 1;
    hit = text.indexOf(words, end + 1);
    at += 1;
  }
  return has;
}

function rangeOf(ends: Uint32Array, at: number, field: QueryWord['field']): [from: number, to: number] {
  const ofTitle = ends[at * 3] ?? 0;
  if (field === 'author') return [ofTitle + 1, ends[at * 3 + 1] ?? 0];
  const start = at === 0 ? 0 : (ends[at * 3 - 1] ?? 0) + 1;
  return [start, field === 'title' ? ofTitle : (ends[at * 3 + 2] ?? 0)];
}

function knownAt(entries: readonly Matchable[], start: number): Texts | undefined {
  const first = entries[start];
  const texts = first && KNOWN.get(first);
  if (!texts) return undefined;
  for (let at = 0; at < texts.entries.length; at += 1)
    if (entries[start + at] !== texts.entries[at]) return undefined;
  return texts;
}

function readAt(entries: readonly Matchable[], start: number): Texts {
  const texts = textsFrom(entries.slice(start, endOf(entries, start)));
  const [first] = texts.entries;
  if (first) KNOWN.set(first, texts);
  return texts;
}

/** Up to the next part that is known, so that what is behind a change need not be read again. */
function endOf(entries: readonly Matchable[], start: number): number {
  const most = Math.min(start + 2 * SIZE, entries.length);
  for (let at = start + SMALL; at < most; at += 1) {
    const entry = entries[at];
    if (entry && KNOWN.has(entry)) return at;
  }
  return Math.min(start + SIZE, entries.length);
}

/** Small letters without accents. Most text has none, and is not looked at twice. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  return /[^\n -~]/.test(small) ? small.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() : small;
}

/** Parts read at a time, in a few milliseconds. */
const AT_ONCE = 2;

/** Reads all of them before a query does, a little at a time until `isOver`. */
export async function readTexts(entries: readonly Matchable[], isOver: () => boolean): Promise<void> {
  let read = 0;
  for (let at = 0; at < entries.length && !isOver();) {
    const known = knownAt(entries, at);
    at += (known ?? readAt(entries, at)).entries.length;
    if (known) continue;
    read += 1;
    if (read % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}
