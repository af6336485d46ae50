import type { PaperId } from '@/lib/core/paper-id';
import type { Finding, Findings } from '@/components/shown';
import { summaryOf } from '@/components/shown';
import type { Corpus } from '@/lib/corpus';
import { type Entry, entryFilter, entryMatcher } from '@/lib/library';
import { parseQuery, type SearchResult } from '@/lib/search';
import { type Kept, NOTHING_KEPT } from '../own-pages/kept-entries';
import { needsOwnSets, ownSets } from '../own-pages/own-sets';

const HITS_SHOWN = 20;
/** Of the reader's own that the dataset does not put among its best. */
const OWN_SHOWN = 5;
/** More of them are not compared with the dataset only to be counted. */
const OWN_COUNTED = 500;
/** So long an answer waits for what is saved, where the query does not need it. Later keys find it read. */
const PATIENCE_MS = 40;
/** Papers whose scores are this close are equally good. */
const EQUAL = 0.985;

type Tools = { corpus: Pick<Corpus, 'search' | 'summaries'>; kept: () => Promise<Kept> };

/** One box over the dataset and what is saved: the same operators for both, saved ones first when equally good. */
export function searchOf({ corpus, kept }: Tools) {
  return async (query: string, signal: AbortSignal): Promise<Findings> => {
    const needsOwn = needsOwnSets(query);
    // Without what is saved, what asks for it has no answer; anything else has one.
    const own = await (needsOwn ? kept() : soon(orNothing(kept()), NOTHING_KEPT));
    signal.throwIfAborted();
    const result = await corpus.search(query, {
      limit: HITS_SHOWN,
      signal,
      distinct: true,
      ...(needsOwn ? ownSets(own) : {}),
    });
    return withOwn(result, own, query, corpus);
  };
}

const orNothing = (kept: Promise<Kept>) => kept.catch(() => NOTHING_KEPT);

function soon<T>(work: Promise<T>, otherwise: T): Promise<T> {
  return Promise.race([work, new Promise<T>((answer) => setTimeout(() => answer(otherwise), PATIENCE_MS))]);
}

async function withOwn(
  { hits, total, corrected }: SearchResult,
  { entries, listNames, seen }: Kept,
  query: string,
  corpus: Tools['corpus'],
): Promise<Findings> {
  const saved = savedIn(entries);
  const found = new Set(hits.map(({ paper }) => paper.id));
  const matches = entryMatcher(query, { listNames, seen });
  const meant = [...entryFilter(query, { listNames, seen })(entries)].flat();
  const all = meant.filter((entry) => !found.has(entry.paper.id));
  const own = all.slice(0, OWN_SHOWN);
  const isCounted = total !== null && all.length <= OWN_COUNTED;
  const known = isCounted ? await corpus.summaries(all.map(({ paper }) => paper.id)) : [];
  const isNamed = (entry: Entry) => matches({ ...entry, tags: [], note: '' });
  const matched = parseQuery(query).words.flatMap(({ text, excluded }) => (excluded ? [] : [text]));
  const finding = ({ paper }: Entry): Finding => ({ paper: summaryOf(paper), matched });
  return {
    // What only a tag or the note speaks of comes after what the papers themselves do.
    hits: [
      ...own.filter(isNamed).map(finding),
      ...savedFirst(hits, saved),
      ...own.filter((entry) => !isNamed(entry)).map(finding),
    ],
    total: isCounted
      ? Math.max(total + known.filter((summary) => summary === undefined).length, hits.length + own.length)
      : null,
    ...(corrected === undefined ? {} : { corrected }),
  };
}

const SAVED = new WeakMap<readonly Entry[], ReadonlySet<PaperId>>();

/** Made once for what is kept, and not at each letter: it may be tens of thousands. */
function savedIn(entries: readonly Entry[]): ReadonlySet<PaperId> {
  const known = SAVED.get(entries) ?? new Set(entries.map(({ paper }) => paper.id));
  SAVED.set(entries, known);
  return known;
}

/** Best first, and of equally good ones those that are saved. */
function savedFirst(hits: SearchResult['hits'], saved: ReadonlySet<PaperId>): SearchResult['hits'] {
  const ordered: SearchResult['hits'][number][] = [];
  for (let start = 0; start < hits.length;) {
    const best = hits[start]?.score ?? 0;
    const end = hits.findIndex(({ score }, at) => at > start && score < best * EQUAL);
    const equal = hits.slice(start, end < 0 ? hits.length : end);
    const isSaved = ({ paper }: SearchResult['hits'][number]) => saved.has(paper.id);
    ordered.push(...equal.filter(isSaved), ...equal.filter((hit) => !isSaved(hit)));
    start += equal.length;
  }
  return ordered;
}
