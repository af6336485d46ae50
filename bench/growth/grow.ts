/** Builds a grown pack in a process of its own: `grow.ts FOLDER PAPERS`, in a folder in there by its size. A line of JSON. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { PackBuilder, recordDictionary } from '@/lib/pack';
import { createRelatedWriter } from '@/lib/related';
import type { Segment } from '@/lib/search';
import { BUNDLED_PACK, openPack } from '@/pipeline/pack/open';
import { readBack } from '@/pipeline/pack/read-back';
import { Spill } from '@/pipeline/pack/spill';
import { wordVectorBytes } from '@/pipeline/train/vectors-file';
import { grownPapers, type RealPaper } from './grown-papers';
import { vocabularyOf } from './vocabulary';

export type Grown = {
  seconds: number;
  cpuSeconds: number;
  papers: number;
  terms: number;
  bytes: number;
  residentMb: number;
};

const SAMPLE = 20_000;
const LOT = 150_000;

const [folder = '', size = ''] = process.argv.slice(2);
const { segment } = await openPack(BUNDLED_PACK);
const vocabulary = await vocabularyOf(segment);
const sample = await readBack(
  segment,
  Array.from({ length: SAMPLE }, (_, number) => number),
);
const dictionary = recordDictionary(sample);
const wordVectors = await wordVectorBytes();
const real = await spilled(segment);
try {
  console.log(JSON.stringify(await grown(Number(size), join(folder, size))));
} finally {
  real.remove();
}

async function grown(wanted: number, out: string): Promise<Grown> {
  mkdirSync(out, { recursive: true });
  const related = createRelatedWriter(wordVectors);
  let bytes = 0;
  const builder = new PackBuilder({
    dictionary,
    deflate: (content, shared) => deflateRawSync(content, { level: 6, dictionary: shared }),
    source: 'grown from the bundled papers',
    sections: [{ add: () => undefined, blocks: () => related.blocks() }],
    writePart: async (file, part) => {
      bytes += part.length;
      writeFileSync(join(out, file), part);
    },
  });
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  for await (const paper of grownPapers(real, segment.papers, wanted, vocabulary)) {
    related.addVector(paper.vector);
    await builder.add(paper);
  }
  const manifest = await builder.finish();
  const { user, system } = process.cpuUsage(cpu);
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest));
  return {
    seconds: (performance.now() - started) / 1_000,
    cpuSeconds: (user + system) / 1e6,
    papers: manifest.papers,
    terms: manifest.terms,
    bytes,
    residentMb: process.resourceUsage().maxRSS / 1_024,
  };
}

/** The papers of the bundle on disk, heaped by rank, so that few are held at a time. */
async function spilled(from: Segment): Promise<Spill> {
  const spill = new Spill();
  for (let at = 0; at < from.papers; at += LOT) {
    const numbers = Array.from({ length: Math.min(LOT, from.papers - at) }, (_, index) => at + index);
    for (const { vector, ...paper } of await readBack(from, numbers)) {
      const line: RealPaper = {
        ...paper,
        abstract: null,
        keepAbstract: false,
        vector: vector ? Buffer.from(vector.buffer).toString('base64') : null,
      };
      spill.add(paper.rank, JSON.stringify(line));
    }
  }
  return spill;
}
