import { countFound } from './facets';
import { acceptOf } from './filters';
import { compareIds, hitOf, withoutRepeats } from './hits';
import { doiTerm, FILTER_LIST } from './paper-terms';
import type { Query } from './query';
import type { Hit, SearchOptions, SearchResult } from './search-types';
import type { Segment } from './segment';
import { paperRecords } from './summaries';

/** A query that is an id or a DOI is found as such or not at all. Null if it is neither. */
export async function searchById(
  segments: readonly Segment[],
  query: Query,
  text: string,
): Promise<SearchResult | null> {
  if (query.id) {
    const record = (await paperRecords(segments, [query.id])).get(query.id);
    return {
      query: text,
      hits: record ? [hitOf(record, 1000, ['arXiv id'], [])] : [],
      total: record ? 1 : 0,
      facets: null,
    };
  }
  if (!query.doi) return null;
  const term = doiTerm(query.doi);
  const hits: Hit[] = [];
  for (const segment of segments) {
    const ref = (await segment.terms([term])).get(term)?.lists[FILTER_LIST];
    const docs = ref ? await segment.postings(ref) : [];
    for (const record of await segment.records([...docs])) hits.push(hitOf(record, 1000, ['DOI'], []));
  }
  const known = withoutRepeats(hits);
  return { query: text, hits: known, total: known.length, facets: null };
}

/** The papers that pass the filters, best static rank first. */
export async function filterOnly(
  segments: readonly Segment[],
  query: Query,
  text: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const nothing = { query: text, hits: [], total: 0, facets: null };
  if (query.filters.length === 0) return nothing;
  const found: { hit: Hit; rank: number }[] = [];
  const passed: Uint32Array[] = [];
  for (const segment of segments) {
    const accept = await acceptOf(segment, query, options);
    const all = new Uint32Array(segment.papers);
    let count = 0;
    for (let number = 0; number < segment.papers; number += 1) {
      if (accept === null || accept(number)) all[count++] = number;
    }
    const numbers = all.subarray(0, count);
    passed.push(numbers);
    const first = [...numbers.subarray(0, options.limit)];
    for (const [at, record] of (await segment.records(first)).entries()) {
      const rank = segment.rankOf(first[at] ?? 0);
      found.push({ hit: hitOf(record, rank, [], []), rank });
    }
  }
  found.sort((a, b) => b.rank - a.rank || compareIds(a.hit.paper.id, b.hit.paper.id));
  const hits = withoutRepeats(found.map(({ hit }) => hit)).slice(0, options.limit);
  return { query: text, hits, ...(await countFound(segments, passed, options)) };
}
