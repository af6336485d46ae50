import { gaussian, randomOf, shuffled } from './lots';
import type { TrainingText } from './vectors-text';

export type LearningSettings = {
  dims: number;
  batch: number;
  /** Softmax temperature of InfoNCE over cosines. */
  temperature: number;
  rate: number;
  epochs: number;
  seed: number;
};

/** Everything needed to go on where a run was stopped: weights and Adam's two moments. */
export type Learned = {
  epoch: number;
  weights: Float32Array;
  first: Float32Array;
  second: Float32Array;
  steps: number;
};

/** Two halves of some abstracts as bags of words with weights, and the vectors they add up to. */
type Bags = {
  words: Uint16Array;
  weights: Float32Array;
  starts: Uint32Array;
  units: Float32Array;
  lengths: Float32Array;
};

export function startLearning(words: number, { dims, seed }: LearningSettings): Learned {
  const random = randomOf(seed);
  const weights = new Float32Array(words * dims);
  for (let i = 0; i < weights.length; i += 1) weights[i] = gaussian(random) * 0.1;
  return {
    epoch: 0,
    weights,
    first: new Float32Array(weights.length),
    second: new Float32Array(weights.length),
    steps: 0,
  };
}

/**
 * One epoch of contrastive learning (InfoNCE with in-batch negatives, both directions; Adam): the
 * two halves of one abstract should be nearer to each other than to the halves of other abstracts.
 * An epoch is a function of the settings' seed and its number, so a stopped run goes on as it would have.
 */
export function learnEpoch(
  text: TrainingText,
  learned: Learned,
  settings: LearningSettings,
  onProgress: (share: number, loss: number) => void,
): void {
  const random = randomOf(settings.seed * 1_000 + learned.epoch + 1);
  const order = shuffled(text.papers.length - 1, random);
  const batches = Math.floor(order.length / settings.batch);
  const gradient = new Float32Array(learned.weights.length);
  for (let b = 0; b < batches; b += 1) {
    const papers = order.subarray(b * settings.batch, (b + 1) * settings.batch);
    const [left, right] = halves(text, papers, random);
    addUp(left, learned.weights, settings.dims);
    addUp(right, learned.weights, settings.dims);
    gradient.fill(0);
    const loss = contrast(left, right, gradient, settings);
    const total = settings.epochs * batches;
    const done = learned.epoch * batches + b;
    adam(learned, gradient, settings.rate * Math.min(1, (done + 1) / 100) * (1 - done / total));
    if (b % 50 === 0) onProgress(b / batches, loss);
  }
  learned.epoch += 1;
}

/** Each sentence falls to one side by lot, the title too; neither side stays empty. */
function halves(text: TrainingText, papers: Uint32Array, random: () => number): [Bags, Bags] {
  const sides: [number[][], number[][]] = [[], []];
  for (const paper of papers) {
    const from = text.papers[paper] ?? 0;
    const count = (text.papers[paper + 1] ?? 0) - from;
    const order = shuffled(count, random);
    const cut = Math.max(1, Math.round(count / 2 + random() - 0.5));
    sides.forEach((side, s) => {
      const mine = s === 0 ? order.subarray(0, cut) : order.subarray(cut);
      side.push(
        [...mine].flatMap((i) => [
          ...text.words.subarray(text.sentences[from + i], text.sentences[from + i + 1]),
        ]),
      );
    });
  }
  return [bagsOf(sides[0]), bagsOf(sides[1])];
}

function bagsOf(texts: readonly (readonly number[])[]): Bags {
  const words: number[] = [];
  const weights: number[] = [];
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, t) => {
    const counts = new Map<number, number>();
    for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      words.push(word);
      weights.push(Math.sqrt(count));
    }
    starts[t + 1] = words.length;
  });
  return {
    words: Uint16Array.from(words),
    weights: Float32Array.from(weights),
    starts,
    units: new Float32Array(0),
    lengths: new Float32Array(texts.length),
  };
}

/** Fills in the unit vector of each bag. */
function addUp(bags: Bags, rows: Float32Array, dims: number): void {
  bags.units = new Float32Array(bags.lengths.length * dims);
  for (let t = 0; t < bags.lengths.length; t += 1) {
    const unit = bags.units.subarray(t * dims, (t + 1) * dims);
    for (let at = bags.starts[t] ?? 0; at < (bags.starts[t + 1] ?? 0); at += 1) {
      const row = (bags.words[at] ?? 0) * dims;
      const weight = bags.weights[at] ?? 0;
      for (let d = 0; d < dims; d += 1) unit[d] = (unit[d] ?? 0) + weight * (rows[row + d] ?? 0);
    }
    let squares = 1e-9;
    for (const value of unit) squares += value * value;
    const length = Math.sqrt(squares);
    bags.lengths[t] = length;
    for (let d = 0; d < dims; d += 1) unit[d] = (unit[d] ?? 0) / length;
  }
}

/** Adds the gradient of the loss to `gradient` and returns the loss. */
function contrast(left: Bags, right: Bags, gradient: Float32Array, settings: LearningSettings): number {
  const { dims, batch, temperature } = settings;
  const chances = cosines(left.units, right.units, batch, dims);
  for (let i = 0; i < chances.length; i += 1) chances[i] = Math.exp(((chances[i] ?? 0) - 1) / temperature);
  const rows = new Float32Array(batch);
  const columns = new Float32Array(batch);
  for (let i = 0; i < batch; i += 1) {
    for (let j = 0; j < batch; j += 1) {
      const value = chances[i * batch + j] ?? 0;
      rows[i] = (rows[i] ?? 0) + value;
      columns[j] = (columns[j] ?? 0) + value;
    }
  }
  let loss = 0;
  const scale = 0.5 / (batch * temperature);
  for (let i = 0; i < batch; i += 1) {
    for (let j = 0; j < batch; j += 1) {
      const value = chances[i * batch + j] ?? 0;
      const forRow = value / (rows[i] ?? 1);
      const forColumn = value / (columns[j] ?? 1);
      if (i === j) loss -= 0.5 * (Math.log(forRow + 1e-30) + Math.log(forColumn + 1e-30));
      chances[i * batch + j] = scale * (forRow + forColumn - (i === j ? 2 : 0));
    }
  }
  const [forLeft, forRight] = spread(chances, left.units, right.units, batch, dims);
  passDown(left, forLeft, gradient, dims);
  passDown(right, forRight, gradient, dims);
  return loss / batch;
}

function cosines(left: Float32Array, right: Float32Array, batch: number, dims: number): Float32Array {
  const out = new Float32Array(batch * batch);
  for (let i = 0; i < batch; i += 1) {
    for (let j = 0; j < batch; j += 1) {
      let sum = 0;
      for (let d = 0; d < dims; d += 1) sum += (left[i * dims + d] ?? 0) * (right[j * dims + d] ?? 0);
      out[i * batch + j] = sum;
    }
  }
  return out;
}

/** Gradients of the two sides' unit vectors from those of their cosines. */
function spread(
  cosineGradients: Float32Array,
  left: Float32Array,
  right: Float32Array,
  batch: number,
  dims: number,
): [Float32Array, Float32Array] {
  const forLeft = new Float32Array(left.length);
  const forRight = new Float32Array(right.length);
  for (let i = 0; i < batch; i += 1) {
    for (let j = 0; j < batch; j += 1) {
      const slope = cosineGradients[i * batch + j] ?? 0;
      if (Math.abs(slope) < 1e-8) continue;
      for (let d = 0; d < dims; d += 1) {
        forLeft[i * dims + d] = (forLeft[i * dims + d] ?? 0) + slope * (right[j * dims + d] ?? 0);
        forRight[j * dims + d] = (forRight[j * dims + d] ?? 0) + slope * (left[i * dims + d] ?? 0);
      }
    }
  }
  return [forLeft, forRight];
}

/** From unit vectors, through the division by their length, to the words. */
function passDown(bags: Bags, slopes: Float32Array, gradient: Float32Array, dims: number): void {
  for (let t = 0; t < bags.lengths.length; t += 1) {
    const unit = bags.units.subarray(t * dims, (t + 1) * dims);
    const slope = slopes.subarray(t * dims, (t + 1) * dims);
    let along = 0;
    for (let d = 0; d < dims; d += 1) along += (unit[d] ?? 0) * (slope[d] ?? 0);
    const length = bags.lengths[t] ?? 1;
    for (let d = 0; d < dims; d += 1) slope[d] = ((slope[d] ?? 0) - along * (unit[d] ?? 0)) / length;
    for (let at = bags.starts[t] ?? 0; at < (bags.starts[t + 1] ?? 0); at += 1) {
      const row = (bags.words[at] ?? 0) * dims;
      const weight = bags.weights[at] ?? 0;
      for (let d = 0; d < dims; d += 1)
        gradient[row + d] = (gradient[row + d] ?? 0) + weight * (slope[d] ?? 0);
    }
  }
}

/** Kingma and Ba, with their constants. */
function adam(learned: Learned, gradient: Float32Array, rate: number): void {
  learned.steps += 1;
  const { weights, first, second, steps } = learned;
  const step = (rate * Math.sqrt(1 - 0.999 ** steps)) / (1 - 0.9 ** steps);
  for (let i = 0; i < weights.length; i += 1) {
    const slope = gradient[i] ?? 0;
    const m = 0.9 * (first[i] ?? 0) + 0.1 * slope;
    const v = 0.999 * (second[i] ?? 0) + 0.001 * slope * slope;
    first[i] = m;
    second[i] = v;
    weights[i] = (weights[i] ?? 0) - (step * m) / (Math.sqrt(v) + 1e-8);
  }
}
