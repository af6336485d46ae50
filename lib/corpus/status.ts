import type { CorpusStatus, CountedPapers, Coverage } from '@/lib/core/corpus-status';
import type { PackRow } from '@/lib/db/corpus';
import { isReadable } from '@/lib/pack';

/** What the rows of the packs say. Those that answer keep their state while the packaged one comes in. */
export function statusOf(rows: readonly PackRow[]): CorpusStatus {
  const ready = rows.filter((row) => row.state === 'ready' && isReadable(row));
  const coming = rows.find(({ state, origin }) => state === 'importing' && origin === 'packaged');
  const removed = rows.some(({ state }) => state === 'removed');
  return {
    state: ready.length > 0 ? 'ready' : stateWithout(coming),
    papers: ready.reduce((sum, { papers, repeats }) => sum + papers - repeats.papers, 0),
    date: ready.reduce<string | null>((newest, { date }) => later(newest, date), null),
    coverage: ready.length > 0 ? coverageOf(ready) : null,
    ...(coming ? { done: coming.nextPart, total: coming.parts } : {}),
    ...(coming?.code ? { code: coming.code } : {}),
    ...(removed ? { removed } : {}),
  };
}

function stateWithout(coming: PackRow | undefined): CorpusStatus['state'] {
  if (!coming) return 'empty';
  return coming.code ? 'failed' : 'importing';
}

/** Months and days compare as text: `2026-08` comes before `2026-08-03`. */
function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

type Counted = { coverage: Coverage; repeats: CountedPapers };

/** Of several packs only such facts as are known without their repeats. */
function coverageOf(rows: readonly Counted[]): Coverage {
  const [only] = rows;
  if (only && rows.length === 1) return only.coverage;
  return {
    archives: sumOf(rows, ({ archives }) => archives),
    years: sumOf(rows, ({ years }) => years),
    facts: sumOf(rows, ({ facts: { code = 0, venue = 0 } }) => ({ code, venue })),
  };
}

function sumOf(
  rows: readonly Counted[],
  of: (coverage: Coverage) => Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { coverage, repeats } of rows) {
    const less = of(repeats);
    for (const [key, count] of Object.entries(of(coverage))) {
      const own = Math.max(0, count - (less[key] ?? 0));
      if (own > 0) sum[key] = (sum[key] ?? 0) + own;
    }
  }
  return sum;
}
