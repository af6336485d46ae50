import type { PaperId } from '@/lib/core/paper-id';
import { parseQuery, type SearchOptions } from '@/lib/search';
import type { Kept } from './kept-entries';

const OWN_OPERATORS = new Set(['list', 'tag', 'saved', 'seen']);

/** True for a query that asks for what the reader made. */
export function needsOwnSets(query: string): boolean {
  return parseQuery(query).filters.some(({ kind }) => OWN_OPERATORS.has(kind));
}

const SETS = new WeakMap<Kept, Partial<SearchOptions>>();

/** What the operators of the reader's own stand for: made once for what is kept, and not at each letter of a query. */
export function ownSets(kept: Kept): Partial<SearchOptions> {
  const known = SETS.get(kept) ?? setsOf(kept);
  SETS.set(kept, known);
  return known;
}

function setsOf({ entries, listNames, seen }: Kept): Partial<SearchOptions> {
  const lists = new Map<string, Set<PaperId>>([...listNames.values()].map((name) => [name, new Set()]));
  const tags = new Map<string, Set<PaperId>>();
  for (const { paper, ...made } of entries) {
    for (const list of made.lists) lists.get(listNames.get(list) ?? '')?.add(paper.id);
    for (const tag of made.tags) tags.set(tag, (tags.get(tag) ?? new Set()).add(paper.id));
  }
  return { saved: new Set(entries.map(({ paper }) => paper.id)), seen, lists, tags };
}
