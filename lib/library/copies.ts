import { mergePaper } from '@/lib/core/merge-paper';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { PaperRow } from '@/lib/db/library';
import { isSame } from './changes';
import type { Context } from './context';

/** Stores papers met just now, keeping the values they replace. Call inside a transaction that has `papers`. */
export async function keepCopies({ db, now }: Context, papers: readonly Paper[]): Promise<void> {
  const rows = await db.papers.bulkGet(papers.map(({ id }) => id));
  const latest = new Map<PaperId, PaperRow>();
  papers.forEach((paper, index) => {
    const row = latest.get(paper.id) ?? rows[index];
    const next = row ? refreshed(row, paper, now()) : { id: paper.id, paper, changedAt: now(), earlier: [] };
    if (next !== row) latest.set(paper.id, next);
  });
  if (latest.size > 0) await db.papers.bulkPut([...latest.values()]);
}

function refreshed(row: PaperRow, met: Paper, now: number): PaperRow {
  const paper = mergePaper(row.paper, met);
  if (isSame(paper, row.paper)) return row;
  const replaced = differences(row.paper, paper);
  // Two pages that spell a field differently would otherwise add to this at every visit.
  const isNoted = row.earlier.some(({ values }) => isSame(values, replaced));
  // What the text said was never arXiv's: nothing changed there.
  const isFirst = Object.keys(replaced).length === 0 || (row.paper.fromText === true && !paper.fromText);
  const earlier = isFirst || isNoted ? row.earlier : [...row.earlier, { until: now, values: replaced }];
  return { id: row.id, paper, changedAt: now, earlier };
}

/** The values of `before` that `after` does not have any more. What was unknown is no value. */
function differences(before: Paper, after: Paper): Partial<Paper> {
  const isOfItsPage = before.version !== null || before.versions.length > 0;
  const gone = Object.entries(before).filter(([key, value]) => {
    // Only a paper's own page says that it is not withdrawn.
    if (key === 'withdrawn' && !isOfItsPage) return false;
    const isKnown = value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
    return isKnown && !isSame(value, after[key as keyof Paper]);
  });
  return Object.fromEntries(gone);
}
