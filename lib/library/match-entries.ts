import { yearOf } from '@/lib/core/citation-key';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { type Filter, parseQuery, type QueryWord } from '@/lib/search';
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
  const matches = testOf(query, tools);
  return (entry) => matches(textsFrom([entry]))(0);
}

/**
 * The same of many: those of them that the query means, some at a time, so that whoever asks can show the first
 * of them, and need not wait for the last.
 */
export function entryFilter(query: string, tools: MatchTools): EntryFilter {
  const matches = testOf(query, tools);
  return function* (entries) {
    let at = 0;
    for (const texts of textsOf(entries)) {
      const isMeant = matches(texts);
      const from = at;
      at += texts.entries.length;
      yield entries.slice(from, at).filter((_entry, index) => isMeant(index));
    }
  };
}

export type EntryFilter = <E extends Matchable>(entries: readonly E[]) => Iterable<readonly E[]>;

/** Tells of each of some entries, by its place among them, whether it is meant. */
type Test = (texts: Texts) => (at: number) => boolean;

function testOf(query: string, tools: MatchTools): Test {
  const { id, doi, words, filters } = parseQuery(query);
  if (id !== null) return ofEach(({ paper }) => paper.id === id);
  if (doi !== null) return ofEach(({ paper }) => paper.doi?.toLowerCase() === doi.toLowerCase());
  const tests = [...words.map(wordTest), ...filters.map((filter) => filterTest(filter, tools))];
  return (texts) => {
    const all = tests.map((test) => test(texts));
    return (at) => all.every((isMeant) => isMeant(at));
  };
}

const ofEach =
  (isMeant: (entry: Matchable) => boolean): Test =>
  ({ entries }) =>
  (at) => {
    const entry = entries[at];
    return entry !== undefined && isMeant(entry);
  };

function wordTest({ text, field, excluded }: QueryWord): Test {
  const wanted = folded(text);
  return (texts) => {
    const has = havingWords(texts, wanted, field);
    return (at) => (has[at] === 1) !== excluded;
  };
}

function filterTest(filter: Filter, tools: MatchTools): Test {
  const test = plainTest(filter, tools);
  return (texts) => {
    const isMeant = test(texts);
    return (at) => isMeant(at) !== filter.excluded;
  };
}

function plainTest(filter: Filter, { listNames, seen }: MatchTools): Test {
  switch (filter.kind) {
    case 'category': {
      const isWanted = remembered((code) => isWithin(code.toLowerCase(), filter.value));
      return ofEach(({ paper }) => paper.categories.some(isWanted));
    }
    case 'venue': {
      const wanted = folded(filter.value);
      return keptTest(VENUES, (venue) => venue.includes(wanted));
    }
    case 'year':
      return keptTest(YEARS, (year) => year !== null && year >= filter.from && year <= filter.to);
    case 'code':
      return keptTest(CODE, (hasCode) => hasCode);
    case 'saved':
      return ofEach(() => true);
    case 'seen':
      return ofEach(({ paper }) => seen?.has(paper.id) ?? false);
    case 'list': {
      const wanted = folded(filter.value);
      const isWanted = remembered((list: ListId) => folded(listNames.get(list) ?? '') === wanted);
      return ofEach(({ lists }) => lists.some(isWanted));
    }
    case 'tag': {
      const wanted = folded(filter.value);
      const isWanted = remembered((tag) => folded(tag) === wanted);
      return ofEach(({ tags }) => tags.some(isWanted));
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

function keptTest<T>(of: (texts: Texts) => readonly T[], isMeant: (value: T) => boolean): Test {
  return (texts) => {
    const answers = of(texts).map(isMeant);
    return (at) => answers[at] === true;
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

/** `cs.cl` is within `cs.cl` and within `cs`. */
const isWithin = (code: string, wanted: string) => code === wanted || code.startsWith(`${wanted}.`);
