/** True positives, what was found falsely, what was missed. */
export type Counts = { tp: number; fp: number; fn: number };

export function noCounts(): Counts {
  return { tp: 0, fp: 0, fn: 0 };
}

/** Percent. */
export type Scores = { precision: number; recall: number; f1: number };

export function scoresOf({ tp, fp, fn }: Counts): Scores {
  const precision = tp + fp === 0 ? 1 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 1 : tp / (tp + fn);
  const f1 = tp === 0 ? (fp + fn === 0 ? 1 : 0) : (2 * precision * recall) / (precision + recall);
  return { precision: 100 * precision, recall: 100 * recall, f1: 100 * f1 };
}

export function sumOf(rows: readonly Counts[]): Counts {
  return rows.reduce(
    (sum, row) => ({ tp: sum.tp + row.tp, fp: sum.fp + row.fp, fn: sum.fn + row.fn }),
    noCounts(),
  );
}

/** 95% interval of F1 by resampling the rows (records, abstracts) 1,000 times, from a fixed seed. */
export function f1Interval(rows: readonly Counts[]): [number, number] {
  const next = randomFrom(20_261_123);
  const samples: number[] = [];
  for (let round = 0; round < 1_000; round += 1) {
    const sum = noCounts();
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[Math.floor(next() * rows.length)];
      sum.tp += row?.tp ?? 0;
      sum.fp += row?.fp ?? 0;
      sum.fn += row?.fn ?? 0;
    }
    samples.push(scoresOf(sum).f1);
  }
  samples.sort((a, b) => a - b);
  return [samples[25] ?? 0, samples[974] ?? 100];
}

/** Numbers in [0, 1) that are the same on every run. Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
