import type { SentenceRole } from '@/lib/core/facts';
import { marginals, rowsOf, scoresOf } from './chain';
import { roleFeatures } from './role-features';
import type { Weights } from './weights';

/** The roles the model knows; `conclusion` is told by rule. */
export const ROLES = ['background', 'objective', 'method', 'result', 'other'] as const;

type Role = (typeof ROLES)[number];

/** The role of each sentence of an abstract. */
export function rolesOf(sentences: readonly string[], weights: Weights): Role[] {
  return sureRolesOf(sentences, weights).map(({ role }) => role);
}

/** `aim` is how likely the sentence is an objective or a method: which of the two, the model often cannot tell. */
export type SureRole = { role: Role; sureness: number; aim: number };

/** The likeliest role of each sentence by itself, all sequences taken together, and how likely it is. */
export function sureRolesOf(sentences: readonly string[], weights: Weights): SureRole[] {
  const [learnt] = weights.guidelines;
  if (sentences.length === 0 || !learnt) return [];
  const scores = scoresOf(weights, learnt, rowsOf(weights, roleFeatures(sentences)));
  const likely = marginals(scores);
  return sentences.map((_, index) => {
    const chances = likely.subarray(index * scores.labels, (index + 1) * scores.labels);
    const sureness = Math.max(...chances);
    const label = weights.labels[chances.indexOf(sureness)];
    const aim = chanceOf(chances, 'objective', weights) + chanceOf(chances, 'method', weights);
    return { role: ROLES.find((role) => role === label) ?? 'other', sureness, aim };
  });
}

function chanceOf(chances: Float64Array, role: Role, { labels }: Weights): number {
  return chances[labels.indexOf(role)] ?? 0;
}

/** A closing sentence that draws a conclusion rather than giving a number. */
export function withConclusion(sentences: readonly string[], roles: readonly SentenceRole[]): SentenceRole[] {
  const last = roles.length - 1;
  return roles.map((role, index) =>
    index >= last - 1 &&
    index > 1 &&
    (role === 'result' || role === 'other') &&
    CONCLUDES.test(sentences[index] ?? '')
      ? 'conclusion'
      : role,
  );
}

const CONCLUDES =
  /^(?:we (?:conclude|discuss|argue|hope|believe)|in conclusion|overall|together|taken together|thus|therefore|hence|finally, we (?:discuss|conclude)|(?:these|our|the) (?:results?|findings?|work|study|analysis) (?:\w+ )?(?:suggest|indicate|highlight|imply|open|pave|provide|offer|underscore|point|contribute|support)|this (?:work|study|suggests|opens|provides|implies|highlights))\b/i;
