import { archiveOf } from '@/lib/core/categories';
import type { BlockSource } from '@/lib/core/block-source';
import type { CountedPapers } from '@/lib/core/corpus-status';
import { openSegment, type Segment } from '@/lib/search';
import { COLUMN_PAPERS, HAS_CODE, yearOfByte } from '@/lib/search/columns';
import { twinsIn } from '@/lib/search/repeats';
import { archiveOfPaper } from './coverage';

/** Records read at a time, of papers whose columns name no category. */
const LOT = 256;

/**
 * What of each pack the ones before it have too. Of its facts only code and venues are counted: the others
 * are known from the whole records alone. Throws PackError for a pack that cannot be read.
 */
export async function countRepeats(sources: readonly BlockSource[]): Promise<CountedPapers[]> {
  if (sources.length < 2) return sources.map(() => NO_REPEATS);
  const segments = await Promise.all(sources.map((source) => openSegment(source)));
  const twins = await twinsIn(segments);
  return Promise.all(
    segments.map((segment, at) =>
      count(segment, (number) => twins[at]?.some((numbers) => numbers[number] !== 0) ?? false),
    ),
  );
}

export const NO_REPEATS: CountedPapers = { papers: 0, archives: {}, years: {}, facts: {} };

async function count(segment: Segment, isRepeated: (number: number) => boolean): Promise<CountedPapers> {
  const archives: Record<string, number> = {};
  const years: Record<string, number> = {};
  const facts: Record<string, number> = {};
  const bare: number[] = [];
  let papers = 0;
  for (let block = 0; block * COLUMN_PAPERS < segment.papers; block += 1) {
    const columns = await segment.columns(block);
    for (let at = 0; at < columns.years.length; at += 1) {
      if (!isRepeated(block * COLUMN_PAPERS + at)) continue;
      papers += 1;
      bump(years, String(yearOfByte(columns.years[at] ?? 0)));
      const category = segment.header.categories[(columns.categories[at] ?? 0) - 1];
      if (category === undefined) bare.push(block * COLUMN_PAPERS + at);
      else bump(archives, archiveOf(category));
      if ((columns.flags[at] ?? 0) & HAS_CODE) bump(facts, 'code');
      if (columns.venues[at] !== 0) bump(facts, 'venue');
    }
  }
  for (let at = 0; at < bare.length; at += LOT) {
    for (const { id, categories } of await segment.records(bare.slice(at, at + LOT)))
      bump(archives, archiveOfPaper(id, categories[0]));
  }
  return { papers, archives, years, facts };
}

function bump(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
