import { yearOf } from '@/lib/core/citation-key';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { type Filter, parseQuery, type QueryWord, venueNames } from '@/lib/search';
import { folded, havingWords, type Matchable, type Texts, textsFrom, textsOf } from './entry-texts';

/** What operators stand for that an entry does not say by itself. */
export type MatchTools = {
  listNames: ReadonlyMap<ListId, string>;
  /** What `is:seen` stands for; without it nothing was seen. */
  seen?: ReadonlySet<PaperId>;
};

/**
 * Tells which saved papers a query means. It has the operators of search over the dataset, but looks for
 * words anywhere, also in the middle of others and in the reader's own tags and note: among what is
 * saved, a part of a word is enough to go by.
 */
export function entryMatcher(query: string, tools: MatchTools): (entry: Matchable) => boolean {
  const tests = testsOf(query, tools);
  return (entry) => meantBy(tests, textsFrom([entry]))[0] === 1;
}

/**
 * The same of many: those of them that the query means, some at a time, so that whoever asks can show the first
 * of them, and need not wait for the last.
 */
export function entryFilter(query: string, tools: MatchTools): EntryFilter {
  const tests = testsOf(query, tools);
  return function* <E extends Matchable>(entries: readonly E[]) {
    let from = 0;
    for (const texts of textsOf(entries)) {
      const found: E[] = [];
      const left = meantBy(tests, texts);
      for (let at = left.indexOf(1); at >= 0; at = left.indexOf(1, at + 1)) {
        const entry = entries[from + at];
        if (entry) found.push(entry);
      }
      from += texts.entries.length;
      yield found;
    }
  };
}

export type EntryFilter = <E extends Matchable>(entries: readonly E[]) => Iterable<readonly E[]>;

/** Of some entries, 1 stands for those that may be meant yet: puts 0 for those that are not. */
type Test = (texts: Texts, left: Uint8Array) => void;

function meantBy(tests: readonly Test[], texts: Texts): Uint8Array {
  const left = new Uint8Array(texts.entries.length).fill(1);
  for (const test of tests) if (left.includes(1)) test(texts, left);
  return left;
}

function testsOf(query: string, tools: MatchTools): Test[] {
  const { id, doi, words, filters } = parseQuery(query);
  if (id !== null) return [ofEach(({ paper }) => paper.id === id)];
  if (doi !== null) return [ofEach(({ paper }) => paper.doi?.toLowerCase() === doi.toLowerCase())];
  // Words cost the least, and leave fewest.
  return [...words.map(wordTest), ...filters.map((filter) => filterTest(filter, tools))];
}

const ofEach = (isMeant: (entry: Matchable) => boolean): Test => ofKept(({ entries }) => entries, isMeant);

function ofKept<T>(of: (texts: Texts) => readonly T[], isMeant: (value: T) => boolean): Test {
  return (texts, left) => {
    const values = of(texts);
    values.forEach((value, at) => {
      if (left[at] === 1 && !isMeant(value)) left[at] = 0;
    });
  };
}

function wordTest({ text, field, excluded }: QueryWord): Test {
  const wanted = folded(text);
  return (texts, left) => {
    const has = havingWords(texts, wanted, field);
    for (let at = 0; at < left.length; at += 1) if ((has[at] === 1) === excluded) left[at] = 0;
  };
}

function filterTest(filter: Filter, { listNames, seen }: MatchTools): Test {
  const unless = <T>(isMeant: (value: T) => boolean) =>
    filter.excluded ? (value: T) => !isMeant(value) : isMeant;
  switch (filter.kind) {
    case 'category': {
      const isWanted = remembered((code) => isWithin(code.toLowerCase(), filter.value));
      return ofEach(unless(({ paper }) => paper.categories.some(isWanted)));
    }
    case 'venue': {
      const wanted = folded(filter.value);
      const others = venueNames(filter.value).map((name) => asWords(folded(name)));
      return ofKept(
        VENUES,
        unless((venue) => venue.includes(wanted) || others.some((other) => other.test(venue))),
      );
    }
    case 'year':
      return ofKept(
        YEARS,
        unless((year) => year !== null && year >= filter.from && year <= filter.to),
      );
    case 'code':
      return ofKept(
        CODE,
        unless((hasCode) => hasCode),
      );
    case 'saved':
      return ofEach(unless(() => true));
    case 'seen':
      return ofEach(unless(({ paper }) => seen?.has(paper.id) ?? false));
    case 'list': {
      const wanted = folded(filter.value);
      const isWanted = remembered((list: ListId) => folded(listNames.get(list) ?? '') === wanted);
      return ofEach(unless(({ lists }) => lists.some(isWanted)));
    }
    case 'tag': {
      const wanted = folded(filter.value);
      const isWanted = remembered((tag) => folded(tag) === wanted);
      return ofEach(unless(({ tags }) => tags.some(isWanted)));
    }
  }
}

const CODE_HOST = /\b(?:github|gitlab|bitbucket|codeberg)\.[a-z]+\/|\bhuggingface\.co\//i;

const YEARS = kept(({ paper }) => yearOf(paper));
const VENUES = kept(({ paper }) => folded(`${paper.journalRef ?? ''}\n${paper.comments ?? ''}`));
const CODE = kept(({ paper }) => CODE_HOST.test(`${paper.abstract ?? ''}\n${paper.comments ?? ''}`));

/** What takes time to find out of entries is kept as long as their texts. */
function kept<T>(read: (entry: Matchable) => T): (texts: Texts) => readonly T[] {
  const known = new WeakMap<Texts, readonly T[]>();
  return (texts) => {
    const values = known.get(texts) ?? texts.entries.map(read);
    known.set(texts, values);
    return values;
  };
}

/** There are few different ones, and each stands in many entries. */
function remembered<T = string>(isWanted: (one: T) => boolean): (one: T) => boolean {
  const known = new Map<T, boolean>();
  return (one) => {
    const answer = known.get(one) ?? isWanted(one);
    known.set(one, answer);
    return answer;
  };
}

/** Other names than what was typed are no parts of words: `aj` is in `major`. */
function asWords(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u');
}

/** `cs.cl` is within `cs.cl` and within `cs`. */
const isWithin = (code: string, wanted: string) => code === wanted || code.startsWith(`${wanted}.`);
