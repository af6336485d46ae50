/** One line of a result: what was measured and what came out. */
export type Figure = { what: string; value: string; goal: string; met: boolean | null };

/** Something that measures; `name` heads its figures in results.md. */
export type Bench = { name: string; run: () => Promise<Figure[]> };

/** The value below which this share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** p50 and p95 of times in ms, against the most they may be where there is such a goal. */
export function timesFigure(
  what: string,
  samples: readonly number[],
  goal?: { p50?: number; p95: number },
): Figure {
  const [p50, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
  const value = `p50 ${ms(p50)}, p95 ${ms(p95)}, worst ${ms(Math.max(...samples))} (n = ${samples.length})`;
  if (!goal) return { what, value, goal: '-', met: null };
  const goals = [...(goal.p50 === undefined ? [] : [`p50 ${goal.p50} ms`]), `p95 ${goal.p95} ms`].join(', ');
  return { what, value, goal: `at most ${goals}`, met: p95 <= goal.p95 && p50 <= (goal.p50 ?? Infinity) };
}

/** One number against the most it may be. */
export function figure(what: string, value: number, goal: number, unit: string): Figure {
  return {
    what,
    value: `${Math.round(value * 1000) / 1000} ${unit}`,
    goal: `at most ${goal} ${unit}`,
    met: value <= goal,
  };
}

function ms(value: number): string {
  return `${value.toFixed(value < 5 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/**
 * What this process holds, in MB: JavaScript's heap, and bytes outside of it such as WebAssembly's. Collected more than once,
 * as buffers go only after what had them.
 */
export async function heldMb(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
