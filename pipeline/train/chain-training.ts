import type { Weights } from '@/lib/extract/weights';
import { randomFrom } from '../eval/score';
import { ChainModel, type Example, type Settings } from './chain-model';

/** Trains a linear-chain conditional random field: AdaGrad on the likelihood, averaged over the last half. */
export function trainChain(
  examples: readonly Example[],
  labels: readonly string[],
  settings: Settings,
  made: unknown,
  report: (line: string) => void,
): Weights {
  const counts = countsOf(examples, settings.least);
  const model = new ChainModel(counts, labels.length, settings);
  const next = randomFrom(settings.seed);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, next);
    let loss = 0;
    for (const index of order) {
      const example = examples[index];
      if (example) loss += model.learn(example, next);
    }
    if (epoch >= settings.epochs / 2) model.remember();
    report(
      `epoch ${epoch + 1} of ${settings.epochs}: loss ${(loss / examples.length).toFixed(3)} a sequence`,
    );
  }
  return model.packaged(labels, made);
}

/** How often each feature occurs, those that occur often enough. */
function countsOf(examples: readonly Example[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const place of features)
      for (const feature of place) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= least));
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
