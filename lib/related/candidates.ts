import type { Segment } from '@/lib/search/segment';
import { fused, fusionWeights, type FusionWeights, type Likeness } from './fuse';
import { bestPlaces } from './best-places';
import { highestPlaces } from './heights';
import { ownScore, scorePapers, type FoundTerm } from './lexical-search';
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
  const perSegment = searched.map(({ segment }, s) => {
    const scores = scorePapers(probe.terms, s, segment.papers);
    const near = probe.near[s] ?? NOBODY;
    return { scores, near, lexical: highestPlaces(scores, BEST), closest: bestPlaces(near.products, BEST) };
  });
  const byWords = best(
    perSegment.flatMap(({ scores, lexical }, s) =>
      lexical.map((paper) => ({ s, paper, value: scores.values[paper] ?? 0 })),
    ),
  );
  const byVectors = best(
    perSegment.flatMap(({ near, closest }, s) =>
      closest.map((at) => ({ s, paper: near.papers[at] ?? 0, value: near.products[at] ?? 0 })),
    ),
  );
  const found: Omit<Candidate, 'score'>[] = [];
  for (const [s, entry] of perSegment.entries()) {
    const mine = [...byWords, ...byVectors].filter((pick) => pick.s === s).map(({ paper }) => paper);
    const papers = [...new Set(mine)].filter((paper) => paper !== searched[s]?.own);
    const cosines = await cosinesOf(searched[s], probe, papers, entry.near);
    for (const paper of papers) {
      const lexical = (entry.scores.values[paper] ?? 0) / own;
      found.push({ segment: s, paper, lexical, cosine: cosines.get(paper) ?? 0 });
    }
  }
  const weights = fusionWeights(found);
  const candidates = found.map((likeness) => ({ ...likeness, score: fused(likeness, weights) }));
  candidates.sort((a, b) => b.score - a.score || a.segment - b.segment || a.paper - b.paper);
  return { candidates, weights };
}

type Pick = { s: number; paper: number; value: number };

function best(picks: Pick[]): Pick[] {
  return picks.sort((a, b) => b.value - a.value || a.s - b.s || a.paper - b.paper).slice(0, BEST);
}

/** A segment without vectors, such as one of captured papers, has its papers' own words. */
async function cosinesOf(
  searched: SearchedSegment | undefined,
  { vector, words }: Probe,
  papers: readonly number[],
  near: Near,
): Promise<Map<number, number>> {
  if (!searched || !vector || !words) return new Map();
  const { segment, vectors } = searched;
  if (vectors) {
    const wanted = new Set(papers);
    const found = new Map<number, number>();
    near.papers.forEach((paper, at) => {
      if (wanted.has(paper)) found.set(paper, (near.products[at] ?? 0) / (UNIT * UNIT));
    });
    const far = papers.filter((paper) => !found.has(paper));
    return new Map([...found, ...(await vectors.cosines(vector, far))]);
  }
  const own = await wordedVectors(segment, words, papers);
  return new Map(papers.map((paper, at) => [paper, own[at] ? cosine(vector, own[at]) : 0]));
}
