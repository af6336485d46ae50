import { yearOf } from '@/lib/core/citation-key';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { texToText } from '@/lib/core/tex';
import { type Filter, parseQuery, type QueryWord } from '@/lib/search';
import type { Entry } from './library';

/** What of an entry a query looks at. */
export type Matchable = Pick<Entry, 'paper' | 'lists' | 'tags' | 'note'>;

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
  return (entry) => matches(entry, fieldsOf(entry));
}

/** The same of many at once: those of them that the query means, and the same array where it means all. */
export function entryFilter(
  query: string,
  tools: MatchTools,
): <E extends Matchable>(entries: readonly E[]) => readonly E[] {
  const matches = testOf(query, tools);
  return (entries) => {
    const fields = fieldsOfAll(entries);
    const found = entries.filter((entry, at) => matches(entry, fields[at] ?? fieldsOf(entry)));
    return found.length === entries.length ? entries : found;
  };
}

type Test = (entry: Matchable, fields: Fields) => boolean;

function testOf(query: string, tools: MatchTools): Test {
  const { id, doi, words, filters } = parseQuery(query);
  if (id !== null) return ({ paper }) => paper.id === id;
  if (doi !== null) return ({ paper }) => paper.doi?.toLowerCase() === doi.toLowerCase();
  const tests = [...words.map(wordTest), ...filters.map((filter) => filterTest(filter, tools))];
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (entry, fields) => tests.every((test) => test(entry, fields));
}

function wordTest({ text, field, excluded }: QueryWord): Test {
  const wanted = folded(text);
  return (_entry, fields) => fields[field].includes(wanted) !== excluded;
}

function filterTest(filter: Filter, tools: MatchTools): Test {
  const test = plainTest(filter, tools);
  return (entry) => test(entry) !== filter.excluded;
}

function plainTest(filter: Filter, { listNames, seen }: MatchTools): (entry: Matchable) => boolean {
  switch (filter.kind) {
    case 'category':
      return ({ paper }) => paper.categories.some((code) => isWithin(code.toLowerCase(), filter.value));
    case 'venue': {
      const wanted = folded(filter.value);
      return ({ paper }) => folded(`${paper.journalRef ?? ''}\n${paper.comments ?? ''}`).includes(wanted);
    }
    case 'year':
      return ({ paper }) => {
        const year = yearOf(paper);
        return year !== null && year >= filter.from && year <= filter.to;
      };
    case 'code':
      return ({ paper }) => CODE_HOST.test(`${paper.abstract ?? ''}\n${paper.comments ?? ''}`);
    case 'saved':
      return () => true;
    case 'seen':
      return ({ paper }) => seen?.has(paper.id) ?? false;
    case 'list': {
      const wanted = folded(filter.value);
      return ({ lists }) => lists.some((list) => folded(listNames.get(list) ?? '') === wanted);
    }
    case 'tag': {
      const wanted = folded(filter.value);
      return ({ tags }) => tags.some((tag) => folded(tag) === wanted);
    }
  }
}

const CODE_HOST = /\b(?:github|gitlab|bitbucket|codeberg)\.[a-z]+\/|\bhuggingface\.co\//i;

/** `cs.cl` is within `cs.cl` and within `cs`. */
const isWithin = (code: string, wanted: string) => code === wanted || code.startsWith(`${wanted}.`);

type Fields = Readonly<Record<QueryWord['field'], string>>;

const READ = new WeakMap<Matchable, Fields>();

/** As search looks at them, kept as long as the entry is. */
function fieldsOf(entry: Matchable): Fields {
  const known = READ.get(entry);
  if (known !== undefined) return known;
  const { paper, tags, note } = entry;
  const title = folded(texToText(paper.title));
  const author = folded(paper.authors.join('\n'));
  const rest = folded([...paper.categories, paper.id, ...tags, note].join('\n'));
  const fields = { title, author, any: `${title}\n${author}\n${rest}` };
  READ.set(entry, fields);
  return fields;
}

const READ_ALL = new WeakMap<readonly Matchable[], readonly Fields[]>();

/** Side by side with the entries, kept as long as these are: to ask for each anew takes longer than to look at it. */
function fieldsOfAll(entries: readonly Matchable[]): readonly Fields[] {
  const known = READ_ALL.get(entries);
  if (known !== undefined) return known;
  const fields = entries.map(fieldsOf);
  READ_ALL.set(entries, fields);
  return fields;
}

/** Makes ready what a filter looks at, where there is time for it: all at once would hold up the first letter typed. */
export function readFields(entries: readonly Matchable[]): void {
  for (const entry of entries) fieldsOf(entry);
}

/** Small letters without accents. Most text has none, and is not looked at twice. */
function folded(text: string): string {
  const small = text.toLowerCase();
  return /[^\n -~]/.test(small) ? small.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() : small;
}
