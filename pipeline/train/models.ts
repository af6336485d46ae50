import { ENTITY_LABELS, type Guideline } from '@/lib/extract/entities';
import { ROLES } from '@/lib/extract/roles';
import type { Weights } from '@/lib/extract/weights';
import { trainChain, type Settings } from './chain-training';
import { entityExample, roleExample, type Marked, type Roled } from './sets';

/** Chosen on CSAbstruct by four-fold cross-validation of train, then dev. */
export const ROLE_SETTINGS: Settings = {
  epochs: 6,
  rate: 0.03,
  decay: 0.01,
  dropout: 0.3,
  seed: 1,
  least: 1,
  most: 20_000,
};
/** Chosen on SciERC dev and on a fifth of TDMSci. */
export const ENTITY_SETTINGS: Settings = {
  epochs: 6,
  rate: 0.1,
  decay: 0.001,
  dropout: 0.15,
  seed: 1,
  least: 2,
  most: 44_000,
};

export function trainRoles(
  abstracts: readonly Roled[],
  made: unknown,
  report: (line: string) => void,
): Weights {
  return trainChain(abstracts.map(roleExample), ROLES, ROLE_SETTINGS, made, report);
}

/** One model for all guidelines: what they share is learnt once, where they differ from each set. */
export function trainEntities(
  sets: Readonly<Record<Guideline | 'scirex', readonly Marked[]>>,
  made: unknown,
  report: (line: string) => void,
): Weights {
  const examples = (['scierc', 'tdmsci', 'scirex'] as const).flatMap((guideline) =>
    sets[guideline].map((sentence) => entityExample(sentence, guideline)),
  );
  return trainChain(examples, ENTITY_LABELS, ENTITY_SETTINGS, made, report);
}
