import { rowsOf, scoresOf } from './chain';
import { entityFeatures } from './entity-features';
import { chosenSpans, likelySpans } from './spans';
import { isKnownTask } from './task-names';
import type { Weights } from './weights';

export const ENTITY_TYPES = ['TASK', 'METHOD', 'DATASET', 'METRIC'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];
export const GUIDELINES = ['tdmsci', 'scierc'] as const;
export type Guideline = (typeof GUIDELINES)[number];

/** Tokens `start` to `end` (exclusive), and how likely just these are a name of this type. */
export type Entity = { start: number; end: number; type: EntityType; sureness: number };

/** O, then B and I of each type: the labels every entity model has. */
export const ENTITY_LABELS: readonly string[] = [
  'O',
  ...ENTITY_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`]),
];

/** From this chance on a name is worth marking: chosen by cross-validation, both guidelines, all types. */
const WORTH_MARKING = 0.38;

/**
 * How sure the model must be for a page to show a name. Chosen on SciERC dev and a fifth of TDMSci, so that at
 * least 85 in 100 of those shown are names there, word for word (`docs/extraction.md`).
 */
const SHOWN_SURENESS: Readonly<Record<EntityType, number>> = {
  TASK: 0.995,
  METHOD: 0.98,
  DATASET: 0.99,
  METRIC: 0.85,
};

/**
 * The entities that are sure enough for a page: the same by both guidelines, but for methods, which one of
 * them does not have. A task that is known by its name need only be marked by both.
 */
export function shownEntities(tokens: readonly string[], weights: Weights): Entity[] {
  const tagged = taggedBy(tokens, weights);
  const isSure = ({ type, sureness, start, end }: Entity): boolean =>
    sureness >= SHOWN_SURENESS[type] || (type === 'TASK' && isKnownTask(tokens, start, end));
  const found = tagged('scierc').filter(isSure);
  if (found.every(({ type }) => type === 'METHOD')) return found;
  const agreed = tagged('tdmsci').filter(isSure);
  const isSame = (one: Entity, other: Entity): boolean =>
    one.start === other.start && one.end === other.end && one.type === other.type;
  return found.filter((one) => one.type === 'METHOD' || agreed.some((other) => isSame(one, other)));
}

/** The entities of one sentence as the guideline of a set would mark them. */
export function entitiesOf(tokens: readonly string[], guideline: Guideline, weights: Weights): Entity[] {
  return taggedBy(tokens, weights)(guideline);
}

/** The features of a sentence are read once for all guidelines. */
function taggedBy(tokens: readonly string[], weights: Weights): (guideline: Guideline) => Entity[] {
  const rows = rowsOf(weights, entityFeatures(tokens));
  return (guideline) => {
    const learnt = weights.guidelines.find(({ name }) => name === guideline);
    if (!learnt) throw new Error(`the model has not learnt ${guideline}`);
    const spans = likelySpans(scoresOf(weights, learnt, rows));
    return chosenSpans(spans, rows.length, WORTH_MARKING).flatMap(({ start, end, type: number, chance }) => {
      const type = ENTITY_TYPES[number];
      return type ? [{ start, end, type, sureness: chance }] : [];
    });
  };
}
