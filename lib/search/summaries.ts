import type { PaperSummary } from '@/lib/core/paper';
import { monthOfId, type PaperId } from '@/lib/core/paper-id';
import type { PaperRecord } from './records';
import type { Segment } from './segment';

export function summaryOf(record: PaperRecord): PaperSummary {
  const { id, title, authors, authorCount, categories } = record;
  return { id, title, authors, authorCount, categories, year: monthOfId(id).year };
}

/** Records by id. A paper that several segments have is that of the first. */
export async function paperRecords(
  segments: readonly Segment[],
  ids: readonly PaperId[],
): Promise<Map<PaperId, PaperRecord>> {
  const found = new Map<PaperId, PaperRecord>();
  for (const segment of segments) {
    const numbers = [...(await segment.numbersOf(ids.filter((id) => !found.has(id))))];
    const records = await segment.records(numbers.map(([, number]) => number));
    for (const record of records) found.set(record.id, record);
  }
  return found;
}

/** Summaries in the order asked for; undefined where no segment has the paper. */
export async function paperSummaries(
  segments: readonly Segment[],
  ids: readonly PaperId[],
): Promise<(PaperSummary | undefined)[]> {
  const records = await paperRecords(segments, ids);
  return ids.map((id) => {
    const record = records.get(id);
    return record && summaryOf(record);
  });
}
