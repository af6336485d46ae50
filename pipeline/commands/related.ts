import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { related, type RelatedQuery } from '@/lib/related';
import { numberOption, pathOption, readArguments } from '../arguments';
import { answerJsonLines } from '../json-lines';
import { BUNDLED_PACK, openPack } from '../pack/open';

/** An id arXiv never gave, for records that have only a title and an abstract. */
const NO_ID = '0001.0000';

/** Answers one record a line with the papers related to it, best first, each with its reasons. */
export async function run(args: readonly string[]): Promise<number> {
  const found = readArguments(args, ['pack', 'limit']);
  const limit = numberOption(found, 'limit', 10);
  const { segment } = await openPack(pathOption(found, 'pack') ?? BUNDLED_PACK);
  return answerJsonLines(async (value) => {
    const started = performance.now();
    const { id, query } = queryOf(value);
    if (query.title === '') {
      const known = await segment.numbersOf([query.id]);
      if (known.size === 0) throw new Error(`${query.id} is not in the pack, and the record has no title`);
    }
    const papers = await related([segment], query, { limit });
    const ms = Math.round((performance.now() - started) * 1000) / 1000;
    return {
      id,
      ms,
      related: papers.map(({ paper, score, reasons }) => ({
        id: paper.id,
        score,
        why: reasons.map(({ text }) => text),
      })),
    };
  });
}

/** A snapshot record, or the id alone of a paper in the pack, or title and abstract without an id. */
function queryOf(value: unknown): { id: string | null; query: RelatedQuery } {
  if (typeof value !== 'object' || value === null) throw new Error('not a record');
  const id = 'id' in value && typeof value.id === 'string' ? value.id : null;
  const paper = parseSnapshotRecord({ ...value, id: id ?? NO_ID });
  if (!('error' in paper)) return { id: id ?? null, query: paper };
  // An id of somebody else's: the record is compared by its text.
  const other = parseSnapshotRecord({ ...value, id: NO_ID });
  if ('error' in other || other.title === '') throw new Error(paper.error);
  return { id, query: other };
}
