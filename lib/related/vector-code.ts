import { kMeans, nearestRow, spreadSample, type Points } from './k-means';

/**
 * Product quantisation (Jégou et al. 2011) of what is left of a vector once its cluster's centre is
 * taken away: the dimensions are split into runs, and one byte says which of up to 256 pieces of a
 * run's codebook is nearest. Adding a query's products from one table a run gives the score.
 */
export type VectorCode = {
  dims: number;
  /** Dimensions in each run; a byte each. */
  runs: readonly number[];
  /** 256 pieces for each run, run after run; pieces not in use repeat the last. */
  books: Int16Array;
};

const PIECES = 256;
const SAMPLE = 6_144;
const ROUNDS = 6;

/** A code of `bytes` bytes learnt from residuals. */
export function learnCode(residuals: Points, bytes: number): VectorCode {
  const sample = spreadSample(residuals, SAMPLE);
  const runs = runsOf(sample, bytes);
  const books = new Int16Array(residuals.dims * PIECES);
  let from = 0;
  for (const run of runs) {
    books.set(bookOf(sample, from, run), from * PIECES);
    from += run;
  }
  return { dims: residuals.dims, runs, books };
}

/** Writes the code of residual `p` into `out` at `at`. */
export function encodeResidual(
  code: VectorCode,
  { dims, values }: Points,
  p: number,
  out: Uint8Array,
  at: number,
): void {
  let from = 0;
  for (const [r, run] of code.runs.entries()) {
    out[at + r] = nearestRow(values, p * dims + from, code.books, {
      dims: run,
      from: from * PIECES,
      count: PIECES,
    });
    from += run;
  }
}

/** The residual coded at `at`, as nearly as the code tells. */
export function decodeResidual(code: VectorCode, codes: Uint8Array, at: number): Int16Array {
  const residual = new Int16Array(code.dims);
  let from = 0;
  code.runs.forEach((run, r) => {
    const start = from * PIECES + (codes[at + r] ?? 0) * run;
    residual.set(code.books.subarray(start, start + run), from);
    from += run;
  });
  return residual;
}

/** For each run and each byte, what it adds to the dot product with `query`. */
export function productTables(code: VectorCode, query: Int16Array): Int32Array {
  const tables = new Int32Array(code.runs.length * PIECES);
  let from = 0;
  code.runs.forEach((run, r) => {
    for (let piece = 0; piece < PIECES; piece += 1) {
      const at = from * PIECES + piece * run;
      let sum = 0;
      for (let d = 0; d < run; d += 1) sum += (query[from + d] ?? 0) * (code.books[at + d] ?? 0);
      tables[r * PIECES + piece] = sum;
    }
    from += run;
  });
  return tables;
}

/** Dot product of a query and the residual coded at `at`, from `productTables`. */
export function codedProduct(tables: Int32Array, codes: Uint8Array, at: number, bytes: number): number {
  let sum = 0;
  for (let r = 0; r < bytes; r += 1) sum += tables[r * PIECES + (codes[at + r] ?? 0)] ?? 0;
  return sum;
}

/**
 * Runs of dimensions that need about eight bits each: a dimension is worth half the logarithm of its
 * variance above the mean one, more where the vectors spread wider.
 */
function runsOf({ dims, values }: Points, bytes: number): number[] {
  const variances = new Float64Array(dims).fill(1);
  values.forEach((value, i) => {
    variances[i % dims] = (variances[i % dims] ?? 0) + value * value;
  });
  const logs = [...variances].map((variance) => Math.log2(variance) / 2);
  const mean = logs.reduce((sum, log) => sum + log, 0) / dims;
  const bits = logs.map((log) => Math.max(0.5, (8 * bytes) / dims + log - mean));
  const all = bits.reduce((sum, bit) => sum + bit, 0);
  const runs = new Array<number>(bytes).fill(0);
  let before = 0;
  for (const bit of bits) {
    const run = Math.min(bytes - 1, Math.floor(((before + bit / 2) / all) * bytes));
    runs[run] = (runs[run] ?? 0) + 1;
    before += bit;
  }
  return runs;
}

function bookOf(sample: Points, from: number, run: number): Int16Array {
  const total = sample.values.length / sample.dims;
  const values = new Int16Array(total * run);
  for (let p = 0; p < total; p += 1) {
    const start = p * sample.dims + from;
    values.set(sample.values.subarray(start, start + run), p * run);
  }
  const book = new Int16Array(run * PIECES);
  if (run === 0 || total === 0) return book;
  const pieces = kMeans({ dims: run, values }, PIECES, ROUNDS);
  book.set(pieces);
  const last = pieces.subarray(pieces.length - run);
  for (let at = pieces.length; at < book.length; at += run) book.set(last, at);
  return book;
}
