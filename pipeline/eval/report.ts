import { f1Interval, scoresOf, sumOf, type Counts } from './score';

/** One measured thing: counts for each row of the set, and what went wrong in words. */
export type Line = { name: string; target: number | null; rows: Counts[]; errors: string[] };

/** A table in plain text, with the errors below it. */
export function tableOf(title: string, lines: readonly Line[]): string {
  const out = [
    `\n## ${title}`,
    'measure            target     F1  (95% interval)      P      R    tp   fp   fn',
  ];
  for (const { name, target, rows } of lines) {
    const counts = sumOf(rows);
    const { precision, recall, f1 } = scoresOf(counts);
    const [low, high] = f1Interval(rows);
    const verdict = target === null ? ' ' : f1 >= target ? '+' : '-';
    out.push(
      `${verdict} ${name.padEnd(17)}${(target === null ? '' : String(target)).padStart(5)}  ${one(f1)}  (${one(low)} to ${one(high)})  ${one(precision)}  ${one(recall)} ${String(counts.tp).padStart(5)}${String(counts.fp).padStart(5)}${String(counts.fn).padStart(5)}`,
    );
  }
  for (const { name, errors } of lines) {
    if (errors.length > 0)
      out.push(`\n${name}: ${errors.length} errors`, ...errors.slice(0, 90).map((error) => `  ${error}`));
  }
  return out.join('\n');
}

function one(value: number): string {
  return value.toFixed(1).padStart(5);
}
