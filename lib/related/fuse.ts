/** How alike two papers are by their words (0 to 1: 1 is the paper itself) and by their vectors. */
export type Likeness = { lexical: number; cosine: number };

/** Spreads of the two over the papers most like a paper, measured once on CSFCube's pools. */
const USUAL = { lexical: 0.07, cosine: 0.16 };
/** How many papers the usual spread is worth: a handful of candidates says little about theirs. */
const PRIOR_PAPERS = 20;

/** What each of the two likenesses weighs in the one score; together 1. */
export type FusionWeights = Likeness;

/**
 * One score from two: each divided by its spread over the candidates (their z-scores but for the
 * mean, which is the same for all), half the weight each, scaled so that the paper itself would get 1.
 */
export function fusionWeights(candidates: readonly Likeness[]): FusionWeights {
  const lexical = 1 / spread(candidates, (candidate) => candidate.lexical, USUAL.lexical);
  const cosine = 1 / spread(candidates, (candidate) => candidate.cosine, USUAL.cosine);
  return { lexical: lexical / (lexical + cosine), cosine: cosine / (lexical + cosine) };
}

export function fused(candidate: Likeness, weights: FusionWeights): number {
  return candidate.lexical * weights.lexical + candidate.cosine * weights.cosine;
}

/** Standard deviation, drawn towards the usual one where there are few candidates. */
function spread(
  candidates: readonly Likeness[],
  value: (candidate: Likeness) => number,
  usual: number,
): number {
  const mean =
    candidates.reduce((sum, candidate) => sum + value(candidate), 0) / Math.max(1, candidates.length);
  const squares = candidates.reduce((sum, candidate) => sum + (value(candidate) - mean) ** 2, 0);
  return Math.sqrt((squares + PRIOR_PAPERS * usual ** 2) / (candidates.length + PRIOR_PAPERS));
}
