import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import { parsePaperId } from '@/lib/core/paper-id';
import { PackBuilder, recordDictionary } from '@/lib/pack';
import { createRelatedWriter, related } from '@/lib/related';
import type { Segment } from '@/lib/search';
import { numberOption, pathOption, readArguments } from '../arguments';
import { BUNDLED_PACK, openPack } from '../pack/open';
import { readBack } from '../pack/read-back';
import { SEED_PAPERS } from '../pack/seed-papers';
import { wordVectorBytes } from '../train/vectors-file';

const USAGE = 'usage: cut --out DIR [--pack DIR] [--papers N]';
const NEIGHBOURS = 30;

/**
 * Writes a smaller pack with the best of another's papers, the seeds, and what is related to them: what tests
 * in browsers bring in, as they start one profile after another.
 */
export async function run(args: readonly string[]): Promise<number> {
  const found = readArguments(args, ['pack', 'out', 'papers']);
  const out = pathOption(found, 'out');
  if (out === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 1;
  }
  const { manifest, segment } = await openPack(pathOption(found, 'pack') ?? BUNDLED_PACK);
  const papers = await readBack(segment, await numbersOf(segment, numberOption(found, 'papers', 25_000)));
  const vectors = createRelatedWriter(await wordVectorBytes());
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const builder = new PackBuilder({
    dictionary: recordDictionary(papers),
    deflate: (bytes, shared) => deflateSync(bytes, { level: 6, dictionary: shared }),
    source: manifest.source,
    sections: [{ add: () => undefined, blocks: () => vectors.blocks() }],
    writePart: async (file, bytes) => writeFileSync(join(out, file), bytes),
  });
  for (const { vector, ...paper } of papers) {
    vectors.addVector(vector);
    await builder.add(paper);
  }
  const cut = await builder.finish();
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(cut, null, 1)}\n`);
  process.stderr.write(`${cut.papers} papers of ${manifest.papers}\n`);
  return 0;
}

async function numbersOf(segment: Segment, most: number): Promise<number[]> {
  const numbers = new Set(Array.from({ length: Math.min(most, segment.papers) }, (_, number) => number));
  for (const [id, number] of await segment.numbersOf(
    [...SEED_PAPERS].flatMap((id) => parsePaperId(id) ?? []),
  )) {
    numbers.add(number);
    const asked = { id, title: '', abstract: null, authors: [], categories: [] };
    const near = await related([segment], asked, { limit: NEIGHBOURS });
    const found = await segment.numbersOf(near.map(({ paper }) => paper.id));
    for (const other of found.values()) numbers.add(other);
  }
  return [...numbers].sort((a, b) => a - b);
}
