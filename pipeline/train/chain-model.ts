import { messages, sharesOf } from '@/lib/extract/chain';
import { FeatureRows } from '@/lib/extract/feature-rows';
import type { Weights } from '@/lib/extract/weights';
import { Learnt } from './learnt';

/** One sequence: hashed features a place, the label of each, and how much each counts (1 if not said). */
export type Example = {
  features: readonly (readonly number[])[];
  labels: readonly number[];
  weights?: readonly number[];
  /** Which of `Settings.guidelines` it is marked by. */
  guideline: number;
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
  /** What a row's weight is worth when rows are chosen: times the occurrences of its feature to this power. */
  often: number;
  /** Each has a share of its own in every weight, beside the one that all have together. */
  guidelines: readonly string[];
  /** How many of them, the first ones, are packaged. */
  packaged: number;
};

/** What a conditional random field has learnt so far, for several guidelines at once. */
export class ChainModel {
  /** For all guidelines together, then for each: rows by labels. */
  private readonly emissions: readonly Learnt[];
  private readonly transitions: readonly Learnt[];
  /** Labels that each guideline was seen to use. */
  private readonly used: readonly Set<number>[];
  private readonly rows: Map<number, number>;
  private remembered = 0;

  constructor(
    private readonly counts: ReadonlyMap<number, number>,
    private readonly labels: number,
    private readonly settings: Settings,
  ) {
    const rows = new Map([...counts.keys()].map((feature, row) => [feature, row]));
    this.rows = rows;
    const { guidelines } = settings;
    // With one guideline there is nothing to share.
    const tables = guidelines.length === 1 ? 1 : guidelines.length + 1;
    this.emissions = Array.from({ length: tables }, () => new Learnt(rows.size * labels));
    this.transitions = guidelines.map(() => new Learnt((labels + 1) * labels));
    this.used = guidelines.map(() => new Set<number>());
  }

  /** The tables whose sum a guideline's weight is. */
  private tablesOf(guideline: number): Learnt[] {
    return this.emissions.filter((_, index) => index === 0 || index === guideline + 1);
  }

  /** One step on one sequence; its negative log-likelihood, place by place. */
  learn({ features, labels, weights, guideline }: Example, next: () => number): number {
    const transitions = this.transitions[guideline];
    if (!transitions) throw new Error('an example of no guideline');
    const { dropout, rate, decay } = this.settings;
    const tables = this.tablesOf(guideline);
    const size = this.labels;
    const kept = features.map((place) => this.keptOf(place, dropout, next));
    const scores = {
      length: kept.length,
      labels: size,
      emissions: this.emissionsOf(kept, tables),
      transitions: Float64Array.from(transitions.values),
    };
    const summed = messages(scores);
    const share = sharesOf(scores, summed);
    let loss = 0;
    for (const [place, rows] of kept.entries()) {
      const gold = labels[place] ?? 0;
      this.used[guideline]?.add(gold);
      const weight = weights?.[place] ?? 1;
      loss -= weight * Math.log(Math.max(1e-12, share[place * size + gold] ?? 0));
      for (let label = 0; label < size; label += 1) {
        const gradient = weight * ((label === gold ? 1 : 0) - (share[place * size + label] ?? 0));
        if (Math.abs(gradient) < 1e-4) continue;
        for (const table of tables)
          for (const row of rows) table.step(row * size + label, gradient, rate, decay);
      }
      this.learnTransition(place, labels, weight, summed, transitions);
    }
    return loss;
  }

  private keptOf(place: readonly number[], dropout: number, next: () => number): number[] {
    const kept: number[] = [];
    for (const feature of place) {
      const row = this.rows.get(feature);
      if (row !== undefined && next() >= dropout) kept.push(row);
    }
    return kept;
  }

  private emissionsOf(kept: readonly (readonly number[])[], tables: readonly Learnt[]): Float64Array {
    const size = this.labels;
    const out = new Float64Array(kept.length * size);
    for (const { values } of tables)
      for (const [place, rows] of kept.entries())
        for (const row of rows)
          for (let label = 0; label < size; label += 1)
            out[place * size + label] = (out[place * size + label] ?? 0) + (values[row * size + label] ?? 0);
    return out;
  }

  private learnTransition(
    place: number,
    labels: readonly number[],
    weight: number,
    { forward, backward, factor, local }: ReturnType<typeof messages>,
    transitions: Learnt,
  ): void {
    const size = this.labels;
    const gold = labels[place] ?? 0;
    const pairs = new Float64Array(size * size);
    let sum = 0;
    const first = place === 0;
    for (let from = 0; from < (first ? 1 : size); from += 1) {
      for (let to = 0; to < size; to += 1) {
        const at = place * size + to;
        const reached = first ? 1 : (forward[at - to - size + from] ?? 0);
        const step = factor[(first ? size : from) * size + to] ?? 0;
        const mass = reached * step * (local[at] ?? 0) * (backward[at] ?? 0);
        pairs[from * size + to] = mass;
        sum += mass;
      }
    }
    const before = labels[place - 1] ?? 0;
    for (let from = 0; from < (first ? 1 : size); from += 1) {
      for (let to = 0; to < size; to += 1) {
        const isGold = to === gold && (first || from === before);
        const gradient = weight * ((isGold ? 1 : 0) - (pairs[from * size + to] ?? 0) / (sum || 1));
        transitions.step((first ? size : from) * size + to, gradient, this.settings.rate, 0);
      }
    }
  }

  /** Adds the weights as they are now to the average. */
  remember(): void {
    this.remembered += 1;
    for (const learnt of [...this.emissions, ...this.transitions]) learnt.remember();
  }

  /** The heaviest rows in eight bits. A label that a guideline never uses is barred from it. */
  packaged(labels: readonly string[], made: unknown): Weights {
    const size = this.labels;
    const { most, often, packaged, guidelines } = this.settings;
    const names = guidelines.slice(0, packaged);
    const valueOf = (guideline: number, row: number, label: number): number =>
      this.isUsed(guideline, label)
        ? this.tablesOf(guideline).reduce((sum, table) => sum + table.sum(row * size + label), 0) /
          this.remembered
        : 0;
    const ranked = [...this.rows].map(([feature, row]) => {
      const values = names.map((_, guideline) =>
        labels.map((_label, label) => valueOf(guideline, row, label)),
      );
      const hefts = values.map((own, guideline) =>
        heftOf(own.filter((_, label) => this.isUsed(guideline, label))),
      );
      return { feature, values, heft: Math.max(...hefts) * (this.counts.get(feature) ?? 0) ** often };
    });
    ranked.sort((a, b) => b.heft - a.heft || a.feature - b.feature);
    const kept = ranked.slice(0, most).sort((a, b) => a.feature - b.feature);
    const greatest = kept.reduce((top, { values }) => Math.max(top, ...values.flat().map(Math.abs)), 0);
    const scale = Math.min(4, greatest) / 127;
    return {
      labels,
      rows: new FeatureRows(Uint32Array.from(kept, ({ feature }) => feature)),
      scale,
      guidelines: names.map((name, guideline) => ({
        name,
        emissions: Int8Array.from(
          kept.flatMap(({ values }) => values[guideline] ?? []),
          (value) => Math.max(-127, Math.min(127, Math.round(value / scale))),
        ),
        transitions: Float64Array.from({ length: (size + 1) * size }, (_, at) =>
          this.isUsed(guideline, at % size)
            ? Number(((this.transitions[guideline]?.sum(at) ?? 0) / this.remembered).toFixed(4))
            : BARRED,
        ),
      })),
      made,
    };
  }

  private isUsed(guideline: number, label: number): boolean {
    return this.used[guideline]?.has(label) ?? false;
  }
}

/** A score that no other makes up for. */
const BARRED = -1_000;

/** How far the farthest of some values is from their mean. */
function heftOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.max(...values.map((value) => Math.abs(value - mean)));
}
