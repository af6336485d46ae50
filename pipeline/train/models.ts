import { ENTITY_LABELS, GUIDELINES, type Guideline } from '@/lib/extract/entities';
import { ROLES } from '@/lib/extract/roles';
import type { Weights } from '@/lib/extract/weights';
import type { Settings } from './chain-model';
import { trainChain } from './chain-training';
import { entityExample, roleExample, type Marked, type Roled } from './sets';

/** Chosen on CSAbstruct by five-fold cross-validation of train. */
export const ROLE_SETTINGS: Settings = {
  epochs: 12,
  rate: 0.01,
  decay: 0.01,
  dropout: 0.5,
  seed: 1,
  least: 1,
  most: 20_000,
  often: 0.3,
  guidelines: ['csabstruct'],
  packaged: 1,
};
/** Chosen by five-fold cross-validation of TDMSci, by papers and by sentences, beside SciERC dev. */
export const ENTITY_SETTINGS: Settings = {
  epochs: 10,
  rate: 0.1,
  decay: 0.001,
  dropout: 0.4,
  seed: 1,
  least: 2,
  most: 34_000,
  // By weight alone, what was seen twice pushes out what was seen often: F1 on TDMSci 56 against 57.
  often: 0.5,
  guidelines: [...GUIDELINES, 'scirex'],
  packaged: GUIDELINES.length,
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
  const examples = ([...GUIDELINES, 'scirex'] as const).flatMap((name, guideline) =>
    sets[name].map((sentence) => entityExample(sentence, guideline)),
  );
  return trainChain(examples, ENTITY_LABELS, ENTITY_SETTINGS, made, report);
}
