import type { GuidelineWeights, Weights } from './weights';

/** Scores of every label at every place: `labels` numbers a place. */
export type Scores = { length: number; labels: number; emissions: Float64Array; transitions: Float64Array };

/** The rows of the features of each place that the model knows. */
export function rowsOf({ rows }: Weights, sequence: readonly (readonly number[])[]): number[][] {
  return sequence.map((features) => features.map((feature) => rows.rowOf(feature)).filter((row) => row >= 0));
}

/** What the model makes of a sequence, by one of its guidelines. */
export function scoresOf(
  { labels: { length: labels }, scale }: Weights,
  guideline: GuidelineWeights,
  sequence: readonly (readonly number[])[],
): Scores {
  const emissions = new Float64Array(sequence.length * labels);
  const sums = new Int32Array(labels);
  for (const [place, rows] of sequence.entries()) {
    sums.fill(0);
    for (const row of rows)
      for (let label = 0, from = row * labels; label < labels; label += 1)
        sums[label] = (sums[label] ?? 0) + (guideline.emissions[from + label] ?? 0);
    for (let label = 0; label < labels; label += 1)
      emissions[place * labels + label] = (sums[label] ?? 0) * scale;
  }
  return { length: sequence.length, labels, emissions, transitions: guideline.transitions };
}

/** How likely each label is at each place. Forward and backward sums, scaled at every place. */
export function marginals(scores: Scores): Float64Array {
  return sharesOf(scores, messages(scores));
}

/** How likely each label is at each place, by messages reckoned already. */
export function sharesOf({ length, labels }: Scores, { forward, backward }: Messages): Float64Array {
  const out = new Float64Array(length * labels);
  for (let place = 0; place < length; place += 1) {
    let sum = 0;
    for (let label = 0; label < labels; label += 1) {
      const at = place * labels + label;
      out[at] = (forward[at] ?? 0) * (backward[at] ?? 0);
      sum += out[at] ?? 0;
    }
    for (let label = 0; label < labels; label += 1)
      out[place * labels + label] = (out[place * labels + label] ?? 0) / (sum || 1);
  }
  return out;
}

/** Forward and backward messages, each place scaled to sum to one, and what they were reckoned from. */
export type Messages = {
  forward: Float64Array;
  backward: Float64Array;
  /** exp of transitions, and of emissions. */
  factor: Float64Array;
  local: Float64Array;
};

export function messages({ length, labels, emissions, transitions }: Scores): Messages {
  const factor = Float64Array.from(transitions, Math.exp);
  const local = exponentials(emissions, length, labels);
  const forward = new Float64Array(length * labels);
  const backward = new Float64Array(length * labels).fill(1 / labels);
  for (let place = 0; place < length; place += 1) {
    for (let to = 0; to < labels; to += 1) {
      let sum = place === 0 ? (factor[labels * labels + to] ?? 0) : 0;
      if (place > 0)
        for (let from = 0; from < labels; from += 1)
          sum += (forward[(place - 1) * labels + from] ?? 0) * (factor[from * labels + to] ?? 0);
      forward[place * labels + to] = sum * (local[place * labels + to] ?? 0);
    }
    normalize(forward, place * labels, labels);
  }
  for (let place = length - 2; place >= 0; place -= 1) {
    for (let from = 0; from < labels; from += 1) {
      let sum = 0;
      for (let to = 0; to < labels; to += 1) {
        const at = (place + 1) * labels + to;
        sum += (factor[from * labels + to] ?? 0) * (local[at] ?? 0) * (backward[at] ?? 0);
      }
      backward[place * labels + from] = sum;
    }
    normalize(backward, place * labels, labels);
  }
  return { forward, backward, factor, local };
}

/** exp(emission), each place divided by its greatest, so that nothing overflows. */
function exponentials(emissions: Float64Array, length: number, labels: number): Float64Array {
  const out = new Float64Array(length * labels);
  for (let place = 0; place < length; place += 1) {
    const row = emissions.subarray(place * labels, (place + 1) * labels);
    const most = Math.max(...row);
    for (let label = 0; label < labels; label += 1)
      out[place * labels + label] = Math.exp((row[label] ?? 0) - most);
  }
  return out;
}

function normalize(values: Float64Array, start: number, count: number): void {
  let sum = 0;
  for (let at = start; at < start + count; at += 1) sum += values[at] ?? 0;
  for (let at = start; at < start + count; at += 1) values[at] = (values[at] ?? 0) / (sum || 1);
}
