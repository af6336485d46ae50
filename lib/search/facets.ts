import { COLUMN_PAPERS, type Columns, HAS_CODE, OTHER_VENUE, yearOfByte } from './columns';
import { venueTerm } from './paper-terms';
import { withoutTwins } from './repeats';
import type { Facets, SearchOptions } from './search-types';
import type { Segment } from './segment';
import { venueNames } from './venue-names';

const MOST_VALUES = 40;
const NOTHING = new Uint32Array(0);

/** Counts over the papers found, segment by segment. */
class FacetCounter {
  private readonly years = new Map<number, number>();
  private readonly categories = new Map<string, number>();
  private readonly venues = new Map<string, { name: string; count: number }>();
  private code = 0;

  /** Counts papers of one segment, given by number. */
  async add(segment: Segment, numbers: Uint32Array): Promise<void> {
    const years = new Uint32Array(256);
    const categories = new Uint32Array(256);
    const venues = new Uint32Array(256);
    const columns = await columnsOf(segment, numbers);
    for (const number of numbers) {
      const block = columns.get(Math.floor(number / COLUMN_PAPERS));
      const at = number % COLUMN_PAPERS;
      if (!block) continue;
      bump(years, block.years[at]);
      bump(categories, block.categories[at]);
      bump(venues, block.venues[at]);
      if ((block.flags[at] ?? 0) & HAS_CODE) this.code += 1;
    }
    const { header } = segment;
    gather(this.years, years, (byte) => yearOfByte(byte));
    gather(this.categories, categories, (byte) => header.categories[byte - 1]);
    for (const [byte, count] of venues.entries()) {
      const name = byte === OTHER_VENUE ? undefined : header.venues[byte - 1];
      if (name !== undefined && count > 0) this.addVenue(name, count);
    }
  }

  /** What one operator finds is one venue, however papers spell it. */
  private addVenue(spelled: string, count: number): void {
    const [name = spelled] = venueNames(spelled);
    const term = venueTerm(name);
    const known = this.venues.get(term);
    if (known) known.count += count;
    else this.venues.set(term, { name, count });
  }

  facets(): Facets {
    return {
      year: [...this.years].sort(([a], [b]) => b - a),
      category: [...this.categories].sort(byCount).slice(0, MOST_VALUES),
      venue: [...this.venues.values()]
        .map(({ name, count }) => [name, count] as const)
        .sort(byCount)
        .slice(0, MOST_VALUES),
      code: this.code,
    };
  }
}

/** How many papers were found, and their facets; `found` are numbers by segment. */
export async function countFound(
  segments: readonly Segment[],
  found: readonly Uint32Array[],
  { distinct = false }: Pick<SearchOptions, 'distinct'>,
): Promise<{ total: number; facets: Facets }> {
  const counter = new FacetCounter();
  const counted = distinct ? await withoutTwins(segments, found) : found;
  let total = 0;
  for (const [at, segment] of segments.entries()) {
    const numbers = counted[at] ?? NOTHING;
    total += numbers.length;
    if (numbers.length > 0) await counter.add(segment, numbers);
  }
  return { total, facets: counter.facets() };
}

/** The blocks of columns that have these papers. */
async function columnsOf(segment: Segment, numbers: Uint32Array): Promise<Map<number, Columns>> {
  const indexes = new Set<number>();
  for (const number of numbers) indexes.add(Math.floor(number / COLUMN_PAPERS));
  const read = [...indexes].map(async (index) => [index, await segment.columns(index)] as const);
  return new Map(await Promise.all(read));
}

function byCount([name, count]: readonly [string, number], [other, more]: readonly [string, number]): number {
  return more - count || (name < other ? -1 : 1);
}

function bump(counts: Uint32Array, byte: number | undefined): void {
  if (byte !== undefined) counts[byte] = (counts[byte] ?? 0) + 1;
}

function gather<T>(
  into: Map<T, number>,
  counts: Uint32Array,
  valueOf: (byte: number) => T | undefined,
): void {
  for (const [byte, count] of counts.entries()) {
    const value = count > 0 ? valueOf(byte) : undefined;
    if (value !== undefined) into.set(value, (into.get(value) ?? 0) + count);
  }
}
