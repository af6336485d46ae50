import type { TrainingText } from './vectors-text';

const SAMPLE = 40_000;

/**
 * Trained weights as packs carry them: turned so that the first dimensions are those in which papers
 * differ most (codes spend their bits there; cosines stay what they were), then rounded to int8 with
 * one scale for all. A thousandth of the values may be too long for it and are cut.
 */
export function finishVectors(text: TrainingText, weights: Float32Array, dims: number): Int8Array {
  const turn = principalAxes(covariance(text, weights, dims), dims);
  const turned = new Float32Array(weights.length);
  for (let row = 0; row < weights.length; row += dims) {
    for (let axis = 0; axis < dims; axis += 1) {
      let sum = 0;
      for (let d = 0; d < dims; d += 1) sum += (weights[row + d] ?? 0) * (turn[d * dims + axis] ?? 0);
      turned[row + axis] = sum;
    }
  }
  const sizes = Float32Array.from(turned, Math.abs).sort();
  const longest = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
  return Int8Array.from(turned, (value) =>
    Math.max(-127, Math.min(127, Math.round((value / longest) * 127))),
  );
}

/** Second moments of the unit vectors of some papers, `dims` rows of `dims`. */
function covariance(text: TrainingText, weights: Float32Array, dims: number): Float64Array {
  const moments = new Float64Array(dims * dims);
  const papers = text.papers.length - 1;
  const step = Math.max(1, Math.floor(papers / SAMPLE));
  for (let p = 0; p < papers; p += step) {
    const unit = unitOf(text, weights, dims, p);
    for (let i = 0; i < dims; i += 1) {
      for (let j = 0; j < dims; j += 1) {
        moments[i * dims + j] = (moments[i * dims + j] ?? 0) + (unit[i] ?? 0) * (unit[j] ?? 0);
      }
    }
  }
  return moments;
}

function unitOf(text: TrainingText, weights: Float32Array, dims: number, paper: number): Float64Array {
  const from = text.sentences[text.papers[paper] ?? 0] ?? 0;
  const to = text.sentences[text.papers[paper + 1] ?? 0] ?? 0;
  const counts = new Map<number, number>();
  for (const word of text.words.subarray(from, to)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sum = new Float64Array(dims);
  for (const [word, count] of counts) {
    for (let d = 0; d < dims; d += 1)
      sum[d] = (sum[d] ?? 0) + Math.sqrt(count) * (weights[word * dims + d] ?? 0);
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

/** Eigenvectors of a symmetric matrix as columns, those of the largest values first (Jacobi's method). */
function principalAxes(matrix: Float64Array, dims: number): Float64Array {
  const a = matrix.slice();
  const axes = new Float64Array(dims * dims);
  for (let d = 0; d < dims; d += 1) axes[d * dims + d] = 1;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    for (let p = 0; p < dims; p += 1) {
      for (let q = p + 1; q < dims; q += 1) rotate(a, axes, dims, p, q);
    }
  }
  const order = Array.from({ length: dims }, (_, d) => d);
  order.sort((x, y) => (a[y * dims + y] ?? 0) - (a[x * dims + x] ?? 0));
  const sorted = new Float64Array(dims * dims);
  for (let d = 0; d < dims; d += 1) {
    order.forEach((from, to) => (sorted[d * dims + to] = axes[d * dims + from] ?? 0));
  }
  return sorted;
}

/** One Jacobi rotation: makes element (p, q) zero. */
function rotate(a: Float64Array, axes: Float64Array, dims: number, p: number, q: number): void {
  const off = a[p * dims + q] ?? 0;
  if (Math.abs(off) < 1e-12) return;
  const theta = ((a[q * dims + q] ?? 0) - (a[p * dims + p] ?? 0)) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  const turn = (values: Float64Array, i: number, j: number): void => {
    const x = values[i] ?? 0;
    const y = values[j] ?? 0;
    values[i] = cos * x - sin * y;
    values[j] = sin * x + cos * y;
  };
  for (let k = 0; k < dims; k += 1) turn(a, k * dims + p, k * dims + q);
  for (let k = 0; k < dims; k += 1) turn(a, p * dims + k, q * dims + k);
  for (let k = 0; k < dims; k += 1) turn(axes, k * dims + p, k * dims + q);
}
