import { bestLabels, marginals, scoresOf } from './chain';
import { entityFeatures, MOST_TOKENS } from './entity-features';
import type { Weights } from './weights';

export const ENTITY_TYPES = ['TASK', 'METHOD', 'DATASET', 'METRIC'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];
export type Guideline = 'tdmsci' | 'scierc';

/** Tokens `start` to `end` (exclusive), and how sure the model is of the whole: least of its tokens. */
export type Entity = { start: number; end: number; type: EntityType; sureness: number };

/** O, then B and I of each type: the labels every entity model has. */
export const ENTITY_LABELS: readonly string[] = [
  'O',
  ...ENTITY_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`]),
];

/** The entities of one sentence as the guideline of a set would mark them. */
export function entitiesOf(tokens: readonly string[], guideline: Guideline, weights: Weights): Entity[] {
  if (tokens.length === 0) return [];
  const scores = scoresOf(weights, entityFeatures(tokens, guideline));
  const labels = bestLabels(scores);
  const likely = marginals(scores);
  const sure = (at: number): number => likely[at * scores.labels + (labels[at] ?? 0)] ?? 0;
  const found: Entity[] = [];
  for (let at = 0; at < Math.min(tokens.length, MOST_TOKENS); at += 1) {
    const label = weights.labels[labels[at] ?? 0] ?? 'O';
    const type = ENTITY_TYPES.find((one) => label.endsWith(`-${one}`));
    const last = found.at(-1);
    if (!type) continue;
    if (label.startsWith('I') && last?.end === at && last.type === type) {
      last.end = at + 1;
      last.sureness = Math.min(last.sureness, sure(at));
    } else found.push({ start: at, end: at + 1, type, sureness: sure(at) });
  }
  return found;
}
