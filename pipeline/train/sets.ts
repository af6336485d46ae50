import { ENTITY_LABELS } from '@/lib/extract/entities';
import { entityFeatures } from '@/lib/extract/entity-features';
import { roleFeatures } from '@/lib/extract/role-features';
import { ROLES } from '@/lib/extract/roles';
import { goldRows } from '../eval/gold';
import type { Example } from './chain-model';

export type Roled = { sentences: string[]; labels: string[]; confs: number[] };
export type Marked = { tokens: string[]; ents: [number, number, string][] };

const TYPES: Readonly<Record<string, string>> = {
  Task: 'TASK',
  Method: 'METHOD',
  Metric: 'METRIC',
  Material: 'DATASET',
  TASK: 'TASK',
  METHOD: 'METHOD',
  METRIC: 'METRIC',
  DATASET: 'DATASET',
};

/** What is rare and easily taken for background counts for more. */
const WORTH: Readonly<Record<string, number>> = { objective: 1.7, other: 2 };

/** An abstract to learn roles from; a sentence counts by its annotators' agreement, squared. */
export function roleExample({ sentences, labels, confs }: Roled): Example {
  return {
    features: roleFeatures(sentences),
    guideline: 0,
    labels: labels.map((label) => ROLES.findIndex((role) => role === label)),
    weights: confs.map((agreement, index) => agreement ** 2 * (WORTH[labels[index] ?? ''] ?? 1)),
  };
}

export function entityExample({ tokens, ents }: Marked, guideline: number): Example {
  const features = entityFeatures(tokens);
  const labels = features.map(() => 0);
  for (const [start, end, type] of ents)
    for (let at = start; at < Math.min(end, labels.length); at += 1)
      labels[at] = ENTITY_LABELS.indexOf(`${at === start ? 'B' : 'I'}-${type}`);
  return { features, labels, guideline };
}

/** The sentences of SciERC with the four types that Gloss has. */
export function sciercSentences(file: string): Marked[] {
  return goldRows<{ sentences: string[][]; ents: [number, number, string][][] }>(file).flatMap(
    ({ sentences, ents }) => sentences.map((tokens, index) => ({ tokens, ents: known(ents[index] ?? []) })),
  );
}

export function tdmsciSentences(file: string): Marked[] {
  return goldRows<Marked>(file).map(({ tokens, ents }) => ({ tokens, ents: known(ents) }));
}

/** Sections of papers on deep learning, the newest of the sets; a guideline of its own. */
export function scirexSentences(file: string): Marked[] {
  type Section = { words: string[]; sentences: [number, number][]; ents: [number, number, string][] };
  return goldRows<Section>(file).flatMap(({ words, sentences, ents }) =>
    sentences.map(([from, to]) => {
      const inside = ents.filter(([start, end]) => start >= from && end <= to);
      const moved = inside.map(([start, end, type]): [number, number, string] => [
        start - from,
        end - from,
        type,
      ]);
      return { tokens: words.slice(from, to), ents: known(moved) };
    }),
  );
}

function known(ents: readonly [number, number, string][]): [number, number, string][] {
  return ents.flatMap(([start, end, type]): [number, number, string][] => {
    const ours = TYPES[type];
    return ours === undefined ? [] : [[start, end, ours]];
  });
}
