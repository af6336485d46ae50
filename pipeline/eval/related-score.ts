/** Measures of one ranking, 0 to 100. `gains` are the judged relevances in the order ranked. */
export function averagePrecision(gains: readonly number[], least: number, relevant: number): number {
  let found = 0;
  let sum = 0;
  gains.forEach((gain, at) => {
    if (gain < least) return;
    found += 1;
    sum += found / (at + 1);
  });
  return relevant === 0 ? 0 : (100 * sum) / relevant;
}

/** Normalised discounted gain of the first `depth`, gains as they are (Järvelin and Kekäläinen 2002). */
export function discountedGain(gains: readonly number[], judged: readonly number[], depth: number): number {
  const sum = (values: readonly number[]): number =>
    values.slice(0, depth).reduce((total, gain, at) => total + gain / Math.log2(at + 2), 0);
  const ideal = sum([...judged].sort((a, b) => b - a));
  return ideal === 0 ? 0 : (100 * sum(gains)) / ideal;
}

/** Mean with its 95% interval over queries: 4,000 resamples, the same lots every time. */
export function bootstrap(values: readonly number[]): { mean: number; low: number; high: number } {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const means = Array.from({ length: 4_000 }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, low: means[100] ?? mean, high: means[3_899] ?? mean };
}
