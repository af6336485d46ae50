import { search } from '@/lib/search';
import { numberOption, pathOption, readArguments } from '../arguments';
import { answerLines } from '../json-lines';
import { BUNDLED_PACK, openPack } from '../pack/open';

/** Answers one query a line with the ids found, best first. */
export async function run(args: readonly string[]): Promise<number> {
  const found = readArguments(args, ['pack', 'limit']);
  const limit = numberOption(found, 'limit', 10);
  const { segment } = await openPack(pathOption(found, 'pack') ?? BUNDLED_PACK);
  return answerLines(async (query) => {
    const started = performance.now();
    const { hits } = await search([segment], query, { limit });
    const ms = Math.round((performance.now() - started) * 1000) / 1000;
    return { query, ms, hits: hits.map(({ paper, score }) => ({ id: paper.id, score })) };
  });
}
