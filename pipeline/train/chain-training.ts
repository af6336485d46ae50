import { FeatureRows } from '@/lib/extract/feature-rows';
import { messages, exponentials } from '@/lib/extract/chain';
import type { Weights } from '@/lib/extract/weights';
import { randomFrom } from '../eval/score';

/** One sequence: hashed features a place, the label of each, and how much each counts (1 if not said). */
export type Example = {
  features: readonly (readonly number[])[];
  labels: readonly number[];
  weights?: readonly number[];
};

export type Settings = {
  epochs: number;
  rate: number;
  /** Pull towards zero, a step of the shrinkage AdaGrad applies. */
  decay: number;
  /** Share of features left out of a sequence at random. */
  dropout: number;
  seed: number;
  /** Features seen fewer times in the examples are left out. */
  least: number;
  /** How many rows the packaged model keeps, the heaviest first. */
  most: number;
};

/** Trains a linear-chain conditional random field: AdaGrad on the likelihood, averaged over the last half. */
export function trainChain(
  examples: readonly Example[],
  labels: readonly string[],
  settings: Settings,
  made: unknown,
  report: (line: string) => void,
): Weights {
  const rows = countedRows(examples, settings.least);
  const model = new ChainModel(rows, labels.length, settings);
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
  return model.packaged(labels, settings.most, made);
}

function countedRows(examples: readonly Example[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const place of features)
      for (const feature of place) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= least) rows.set(feature, rows.size);
  return rows;
}

class ChainModel {
  private readonly emissions: Float32Array;
  private readonly squares: Float32Array;
  private readonly sums: Float64Array;
  private readonly transitions: Float64Array;
  private readonly transitionSquares: Float64Array;
  private readonly transitionSums: Float64Array;
  private remembered = 0;

  constructor(
    private readonly rows: Map<number, number>,
    private readonly labels: number,
    private readonly settings: Settings,
  ) {
    this.emissions = new Float32Array(rows.size * labels);
    this.squares = new Float32Array(rows.size * labels).fill(0.1);
    this.sums = new Float64Array(rows.size * labels);
    this.transitions = new Float64Array((labels + 1) * labels);
    this.transitionSquares = new Float64Array((labels + 1) * labels).fill(0.1);
    this.transitionSums = new Float64Array((labels + 1) * labels);
  }

  /** One step on one sequence; its negative log-likelihood, place by place. */
  learn({ features, labels, weights }: Example, next: () => number): number {
    const known = features.map((place) => {
      const kept: number[] = [];
      for (const feature of place) {
        const row = this.rows.get(feature);
        if (row !== undefined && next() >= this.settings.dropout) kept.push(row);
      }
      return kept;
    });
    const size = this.labels;
    const emissions = new Float64Array(known.length * size);
    for (const [place, kept] of known.entries())
      for (const row of kept)
        for (let label = 0; label < size; label += 1)
          emissions[place * size + label] =
            (emissions[place * size + label] ?? 0) + (this.emissions[row * size + label] ?? 0);
    const { forward, backward } = messages({
      length: known.length,
      labels: size,
      emissions,
      transitions: this.transitions,
    });
    let loss = 0;
    const local = exponentials(emissions, known.length, size);
    const factor = Float64Array.from(this.transitions, Math.exp);
    for (const [place, kept] of known.entries()) {
      const gold = labels[place] ?? 0;
      const weight = weights?.[place] ?? 1;
      const likely = this.likely(forward, backward, place);
      loss -= weight * Math.log(Math.max(1e-12, likely[gold] ?? 0));
      for (let label = 0; label < size; label += 1) {
        const gradient = weight * ((label === gold ? 1 : 0) - (likely[label] ?? 0));
        if (Math.abs(gradient) < 1e-4) continue;
        for (const row of kept) this.step(row * size + label, gradient);
      }
      this.learnTransition(place, labels, weight, forward, backward, local, factor);
    }
    return loss;
  }

  private likely(forward: Float64Array, backward: Float64Array, place: number): Float64Array {
    const out = new Float64Array(this.labels);
    let sum = 0;
    for (let label = 0; label < this.labels; label += 1) {
      out[label] = (forward[place * this.labels + label] ?? 0) * (backward[place * this.labels + label] ?? 0);
      sum += out[label] ?? 0;
    }
    for (let label = 0; label < this.labels; label += 1) out[label] = (out[label] ?? 0) / (sum || 1);
    return out;
  }

  private learnTransition(
    place: number,
    labels: readonly number[],
    weight: number,
    forward: Float64Array,
    backward: Float64Array,
    local: Float64Array,
    factor: Float64Array,
  ): void {
    const size = this.labels;
    const gold = labels[place] ?? 0;
    const pairs = new Float64Array(size * size);
    let sum = 0;
    const first = place === 0;
    for (let from = 0; from < (first ? 1 : size); from += 1) {
      for (let to = 0; to < size; to += 1) {
        const at = place * size + to;
        const mass = first
          ? (factor[size * size + to] ?? 0) * (local[at] ?? 0) * (backward[at] ?? 0)
          : (forward[at - to - size + from] ?? 0) *
            (factor[from * size + to] ?? 0) *
            (local[at] ?? 0) *
            (backward[at] ?? 0);
        pairs[from * size + to] = mass;
        sum += mass;
      }
    }
    const before = labels[place - 1] ?? 0;
    for (let from = 0; from < (first ? 1 : size); from += 1) {
      for (let to = 0; to < size; to += 1) {
        const isGold = to === gold && (first || from === before);
        const gradient = weight * ((isGold ? 1 : 0) - (pairs[from * size + to] ?? 0) / (sum || 1));
        const at = (first ? size : from) * size + to;
        this.transitionSquares[at] = (this.transitionSquares[at] ?? 0) + gradient * gradient;
        this.transitions[at] =
          (this.transitions[at] ?? 0) +
          (this.settings.rate * gradient) / Math.sqrt(this.transitionSquares[at] ?? 1);
      }
    }
  }

  private step(at: number, gradient: number): void {
    const full = gradient - this.settings.decay * (this.emissions[at] ?? 0);
    const square = (this.squares[at] ?? 0) + full * full;
    this.squares[at] = square;
    this.emissions[at] = (this.emissions[at] ?? 0) + (this.settings.rate * full) / Math.sqrt(square);
  }

  /** Adds the weights as they are now to the average. */
  remember(): void {
    this.remembered += 1;
    for (let at = 0; at < this.emissions.length; at += 1)
      this.sums[at] = (this.sums[at] ?? 0) + (this.emissions[at] ?? 0);
    for (let at = 0; at < this.transitions.length; at += 1)
      this.transitionSums[at] = (this.transitionSums[at] ?? 0) + (this.transitions[at] ?? 0);
  }

  /** The heaviest rows in eight bits. */
  packaged(labels: readonly string[], most: number, made: unknown): Weights {
    const size = this.labels;
    const ranked = [...this.rows].map(([feature, row]) => {
      const values = Array.from(
        { length: size },
        (_, label) => (this.sums[row * size + label] ?? 0) / this.remembered,
      );
      const mean = values.reduce((sum, value) => sum + value, 0) / size;
      return { feature, values, heft: Math.max(...values.map((value) => Math.abs(value - mean))) };
    });
    ranked.sort((a, b) => b.heft - a.heft || a.feature - b.feature);
    const kept = ranked.slice(0, most).sort((a, b) => a.feature - b.feature);
    const greatest = kept.reduce((top, { values }) => Math.max(top, ...values.map(Math.abs)), 0);
    const scale = Math.min(4, greatest) / 127;
    const emissions = new Int8Array(kept.length * size);
    for (const [row, { values }] of kept.entries())
      for (const [label, value] of values.entries())
        emissions[row * size + label] = Math.max(-127, Math.min(127, Math.round(value / scale)));
    return {
      labels,
      rows: new FeatureRows(Uint32Array.from(kept, ({ feature }) => feature)),
      emissions,
      scale,
      transitions: this.transitionSums.map((sum) => sum / this.remembered),
      made,
    };
  }
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
