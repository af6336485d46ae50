import type { Segment } from '@/lib/search/segment';
import { fused, fusionWeights, type FusionWeights, type Likeness } from './fuse';
import { bestPlaces } from './best-places';
import { highestPlaces, overHeights } from './heights';
import { ownScore, raisedBy, type FoundTerm } from './lexical-search';
import type { Near, VectorIndex } from './vector-index';
import { wordedVectors } from './worded-vectors';
import { cosine, UNIT, type WordVectors } from './word-vectors';

/** A paper of segment `segment`, by number, that may be related. */
export type Candidate = Likeness & { segment: number; paper: number; score: number };

/** What is compared with: the terms found, and the vector where there are word vectors. */
export type Probe = {
  terms: readonly FoundTerm[];
  words: WordVectors | null;
  vector: Int16Array | undefined;
  /** What is near the vector, segment by segment. */
  near: readonly Near[];
};

export type SearchedSegment = {
  segment: Segment;
  vectors: VectorIndex | null;
  /** Number of the paper asked about, where the segment has it: it is no candidate. */
  own: number | undefined;
};

/** Papers looked at more closely, in all segments together, for their words and for their vectors. */
const BEST = 48;
/** Clusters of vectors read near the query. At 250,000 papers in 500 clusters, 97% of its ten nearest are there. */
export const CLUSTERS = 16;
/** Papers whose records are read before all cosines are known: rather too few, for each costs its unpacking. */
const LIKELY = 10;
const NOBODY: Near = { papers: new Uint32Array(0), products: new Int32Array(0) };

/** The papers of each segment in the clusters nearest to a vector. */
export function nearestIn(
  searched: readonly SearchedSegment[],
  vector: Int16Array | undefined,
): Promise<Near[]> {
  return Promise.all(
    searched.map(async ({ vectors }) => (vector && vectors ? vectors.nearest(vector, CLUSTERS) : NOBODY)),
  );
}

/** Papers that are like the query by words or by vectors, best first; ties by segment and number. */
export async function findCandidates(
  searched: readonly SearchedSegment[],
  probe: Probe,
): Promise<{ candidates: Candidate[]; weights: FusionWeights }> {
  const own = Math.max(1, ownScore(probe.terms));
  const perSegment = searched.map(({ segment }, s) => byBoth(segment, s, probe));
  const byWords = best(perSegment.flatMap(({ lexical }) => lexical));
  const byVectors = best(perSegment.flatMap(({ closest }) => closest));
  const found: Omit<Candidate, 'score'>[] = [];
  for (const [s, entry] of perSegment.entries()) {
    const mine = [...byWords, ...byVectors].filter((pick) => pick.s === s).map(({ paper }) => paper);
    const papers = [...new Set(mine)].filter((paper) => paper !== searched[s]?.own);
    const lexicalOf = (paper: number): number => (entry.scores.get(paper) ?? 0) / own;
    const near = nearCosines(entry.near, papers);
    // Most of what will be chosen is known by now: its records come while the last cosines are looked up.
    const likely = papers.map((paper) => ({
      paper,
      lexical: lexicalOf(paper),
      cosine: near.get(paper) ?? 0,
    }));
    const [far] = await Promise.all([
      farCosines(
        searched[s],
        probe,
        papers.filter((paper) => !near.has(paper)),
      ),
      searched[s]?.segment.records(bestOf(likely, LIKELY).map(({ paper }) => paper)),
    ]);
    for (const paper of papers) {
      const cosine = near.get(paper) ?? far.get(paper) ?? 0;
      found.push({ segment: s, paper, lexical: lexicalOf(paper), cosine });
    }
  }
  const weights = fusionWeights(found);
  const candidates = found.map((likeness) => ({ ...likeness, score: fused(likeness, weights) }));
  candidates.sort((a, b) => b.score - a.score || a.segment - b.segment || a.paper - b.paper);
  return { candidates, weights };
}

type Pick = { s: number; paper: number; value: number };

/** The best of one segment by words and by vectors, and the score by words of both. */
function byBoth(
  segment: Segment,
  s: number,
  { terms, near: nears }: Probe,
): { near: Near; lexical: Pick[]; closest: Pick[]; scores: Map<number, number> } {
  const near = nears[s] ?? NOBODY;
  const closest = bestPlaces(near.products, BEST).map((at) => ({
    ...{ s, paper: near.papers[at] ?? 0 },
    value: near.products[at] ?? 0,
  }));
  return overHeights(segment.papers, raisedBy(terms, s), (heights) => {
    const scoreOf = (paper: number): number => heights.values[paper] ?? 0;
    const lexical = highestPlaces(heights, BEST).map((paper) => ({ s, paper, value: scoreOf(paper) }));
    const scores = new Map([...lexical, ...closest].map(({ paper }) => [paper, scoreOf(paper)]));
    return { near, lexical, closest, scores };
  });
}

function best(picks: Pick[]): Pick[] {
  return picks.sort((a, b) => b.value - a.value || a.s - b.s || a.paper - b.paper).slice(0, BEST);
}

/** Of the papers in the clusters that were read. */
function nearCosines(near: Near, papers: readonly number[]): Map<number, number> {
  const wanted = new Set(papers);
  const found = new Map<number, number>();
  for (let at = 0; at < near.papers.length; at += 1) {
    const paper = near.papers[at] ?? 0;
    if (wanted.has(paper)) found.set(paper, (near.products[at] ?? 0) / (UNIT * UNIT));
  }
  return found;
}

/** Of papers elsewhere. A segment without vectors, such as one of captured papers, has its papers' own words. */
async function farCosines(
  searched: SearchedSegment | undefined,
  { vector, words }: Probe,
  papers: readonly number[],
): Promise<Map<number, number>> {
  if (!searched || !vector || !words) return new Map();
  if (searched.vectors) return searched.vectors.cosines(vector, papers);
  const own = await wordedVectors(searched.segment, words, papers);
  return new Map(papers.map((paper, at) => [paper, own[at] ? cosine(vector, own[at]) : 0]));
}

function bestOf<T extends Likeness>(papers: readonly T[], most: number): T[] {
  const weights = fusionWeights(papers);
  return [...papers].sort((a, b) => fused(b, weights) - fused(a, weights)).slice(0, most);
}
