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

/**
 * How sure the model must be for a page to show a name. Chosen on SciERC dev and a fifth of TDMSci, so that at
 * least 85 in 100 of those shown are names there, word for word (`docs/extraction.md`).
 */
const SHOWN_SURENESS: Readonly<Record<EntityType, number>> = {
  TASK: 0.98,
  METHOD: 0.98,
  DATASET: 0.97,
  METRIC: 0.87,
};

/**
 * The entities that are sure enough for a page: the same by both guidelines, but for methods, which one of
 * them does not have.
 */
export function shownEntities(tokens: readonly string[], weights: Weights): Entity[] {
  const isSure = ({ type, sureness }: Entity): boolean => sureness >= SHOWN_SURENESS[type];
  const found = entitiesOf(tokens, 'scierc', weights).filter(isSure);
  if (found.every(({ type }) => type === 'METHOD')) return found;
  const agreed = entitiesOf(tokens, 'tdmsci', weights).filter(isSure);
  const isSame = (one: Entity, other: Entity): boolean =>
    one.start === other.start && one.end === other.end && one.type === other.type;
  return found.filter((one) => one.type === 'METHOD' || agreed.some((other) => isSame(one, other)));
}

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
