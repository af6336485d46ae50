import type { PaperId } from '@/lib/core/paper-id';
import { COLUMN_PAPERS, type Columns, yearOfByte } from './columns';
import { categoryTerm, CODE_TERM, FILTER_LIST, venueTerm } from './paper-terms';
import { excludedTest, type MarkedLists, markedIn } from './excluded';
import type { Filter, Query, QueryWord } from './query';
import type { SearchOptions } from './search-types';
import type { Segment } from './segment';
import { venueNames } from './venue-names';

/** True for the papers, by number, that a query's filters and excluded words let through. */
export type Accept = (number: number) => boolean;

/** Which papers of a segment may be hits; null when any may. */
export async function acceptOf(
  segment: Segment,
  query: Query,
  options: SearchOptions,
): Promise<Accept | null> {
  const tests: { has: Accept; excluded: boolean }[] = [];
  for (const filter of query.filters) {
    tests.push({ has: await testOf(segment, filter, options), excluded: filter.excluded });
  }
  for (const words of excludedNames(query)) {
    tests.push({ has: await excludedTest(segment, words), excluded: true });
  }
  if (tests.length === 0) return null;
  return (number) => tests.every(({ has, excluded }) => has(number) !== excluded);
}

/** Excluded words, those of one name together. */
function excludedNames({ words }: Query): QueryWord[][] {
  const names = new Map<number, QueryWord[]>();
  for (const [at, word] of words.entries()) {
    if (!word.excluded) continue;
    const key = word.person ?? at;
    names.set(key, [...(names.get(key) ?? []), word]);
  }
  return [...names.values()];
}

async function testOf(segment: Segment, filter: Filter, options: SearchOptions): Promise<Accept> {
  switch (filter.kind) {
    case 'category':
      return anyOf(segment, [[categoryTerm(filter.value), FILTER_LIST]]);
    case 'venue':
      return anyOf(
        segment,
        venueNames(filter.value).map((name) => [venueTerm(name), FILTER_LIST]),
      );
    case 'code':
      return anyOf(segment, [[CODE_TERM, FILTER_LIST]]);
    case 'year':
      return yearTest(segment, filter);
    case 'saved':
      return oneOf(segment, options.saved);
    case 'seen':
      return oneOf(segment, options.seen);
    case 'list':
      return oneOf(segment, named(options.lists, filter.value));
    case 'tag':
      return oneOf(segment, named(options.tags, filter.value));
  }
}

function named(sets: SearchOptions['lists'], name: string): ReadonlySet<PaperId> | undefined {
  const wanted = name.toLowerCase();
  for (const [own, ids] of sets ?? []) if (own.toLowerCase() === wanted) return ids;
  return undefined;
}

/** Papers in any of these lists. */
async function anyOf(segment: Segment, wanted: MarkedLists): Promise<Accept> {
  const marked = await markedIn(segment, wanted);
  return (number) => marked[number] === 1;
}

async function oneOf(segment: Segment, ids: ReadonlySet<PaperId> | undefined): Promise<Accept> {
  const numbers = new Set((await segment.numbersOf(ids ?? [])).values());
  return (number) => numbers.has(number);
}

async function yearTest(segment: Segment, { from, to }: { from: number; to: number }): Promise<Accept> {
  const columns = await allColumns(segment);
  return (number) => {
    const year = yearOfByte(columns[Math.floor(number / COLUMN_PAPERS)]?.years[number % COLUMN_PAPERS] ?? 0);
    return year >= from && year <= to;
  };
}

/** Every block of columns: a few bytes a paper, kept once read. */
async function allColumns(segment: Segment): Promise<Columns[]> {
  const count = Math.ceil(segment.papers / COLUMN_PAPERS);
  return Promise.all(Array.from({ length: count }, (_, index) => segment.columns(index)));
}
