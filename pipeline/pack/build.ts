import { availableParallelism } from 'node:os';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import { type Manifest, PackBuilder, pickKeyTerms, recordDictionary } from '@/lib/pack';
import type { RelatedWriter } from '@/lib/related';
import type { SegmentPaper } from '@/lib/search';
import { wordVectorBytes } from '../train/vectors-file';
import { choose, type Chosen } from './choose';
import { Crew, type Hand, threadHand } from './crew';
import type { Gathered } from './gather';
import { Preparer, type PrepareAnswer, type PreparedLine, type PrepareJob, vectorOf } from './preparer';
import { Progress } from './progress';
import { SEED_PAPERS } from './seed-papers';
import { Spill } from './spill';

export type WriteOptions = {
  keyTerms: number;
  out: string;
  source: string;
  /** Addresses of code by arXiv id, for papers that state none. */
  code: ReadonlyMap<string, string>;
  related: RelatedWriter;
};

const DICTIONARY_SAMPLE = 20_000;
/** Below this many papers a dictionary costs more than it saves. */
const SMALL = 500;
const EMPTY = new Uint8Array(0);
/** Papers to a job, and how many it takes for threads of their own to be worth starting. */
const LOT = 128;
const MANY = 4_000;

/** Papers with all that takes time done, in rank order on disk, and in how many of them each term is. */
export type Prepared = { spill: Spill; papers: number; having: ReadonlyMap<string, number> };

/** Chooses papers and prepares each: its facts, its terms, its vector. The same however many threads. */
export async function prepareAll(
  gathered: Gathered,
  limit: number,
  threads: number | null,
): Promise<Prepared> {
  const spill = new Spill();
  const total = Math.min(limit, gathered.found.length);
  const progress = new Progress('prepare', total);
  const crew = new Crew(await handsFor(threads ?? (total < MANY ? 1 : availableParallelism())));
  let papers = 0;
  try {
    for await (const answer of crew.inOrder(lots(choose(gathered, limit)))) {
      if (!('lines' in answer)) continue;
      for (const line of answer.lines) spill.add(0, line);
      progress.at((papers += answer.lines.length));
    }
    progress.end(papers);
    return { spill, papers, having: summed(await crew.all(null)) };
  } finally {
    await crew.close();
  }
}

async function handsFor(threads: number): Promise<Hand<PrepareJob, PrepareAnswer>[]> {
  if (threads > 1)
    return Array.from({ length: threads }, () => threadHand(new URL('./prepare-thread.ts', import.meta.url)));
  const preparer = new Preparer(await wordVectorBytes());
  return [{ ask: async (job) => preparer.answer(job), close: async () => undefined }];
}

async function* lots(papers: AsyncIterable<Chosen>): AsyncGenerator<Chosen[]> {
  let lot: Chosen[] = [];
  for await (const paper of papers) {
    lot.push(paper);
    if (lot.length < LOT) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

function summed(answers: readonly PrepareAnswer[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const answer of answers) {
    if (!('having' in answer)) continue;
    for (const [term, count] of answer.having) sums.set(term, (sums.get(term) ?? 0) + count);
  }
  return sums;
}

/** Writes a pack into a folder. Memory: the terms, 8 bytes a posting, the records of a block, a sample of titles. */
export async function writePack(
  { spill, papers, having }: Prepared,
  options: WriteOptions,
): Promise<Manifest> {
  const builder = await startPack(papers < SMALL ? EMPTY : await sampledDictionary(spill), options);
  const terms = { papers, having: (term: string) => having.get(term) ?? 0, most: options.keyTerms };
  const progress = new Progress('write', papers);
  let done = 0;
  for await (const paper of readPrepared(spill)) {
    options.related.addVector(vectorOf(paper));
    await builder.add(finished(paper, terms, options));
    progress.at((done += 1));
  }
  const manifest = await builder.finish();
  progress.end(done);
  writeFileSync(join(options.out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

async function sampledDictionary(spill: Spill): Promise<Uint8Array> {
  const sample: SegmentPaper[] = [];
  for await (const paper of readPrepared(spill)) {
    if (sample.length === DICTIONARY_SAMPLE) break;
    sample.push({ ...paper, keyTerms: [], keepAbstract: false });
  }
  return recordDictionary(sample);
}

async function* readPrepared(prepared: Spill): AsyncGenerator<PreparedLine> {
  for await (const line of prepared.lines(0)) yield JSON.parse(line) as PreparedLine;
}

function finished(
  paper: PreparedLine,
  terms: Parameters<typeof pickKeyTerms>[2],
  { code }: WriteOptions,
): SegmentPaper {
  const { id, title, authors, categories, doi, abstract, rank, counts, coined, facts } = paper;
  const keepAbstract = SEED_PAPERS.has(paper.id);
  const most = keepAbstract ? counts.length : terms.most;
  // What the paper says itself always wins over a list that names it.
  const address = facts.code ?? code.get(paper.id) ?? null;
  return {
    ...{ id, title, authors, categories, doi, abstract, rank },
    keepAbstract,
    keyTerms: pickKeyTerms(counts, coined, { ...terms, most }),
    facts: { ...facts, code: address },
  };
}

async function startPack(
  dictionary: Uint8Array,
  { out, source, related }: WriteOptions,
): Promise<PackBuilder> {
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(out))
    if (/^part-\d+\.bin$|^manifest\.json$/.test(file)) rmSync(join(out, file));
  return new PackBuilder({
    dictionary,
    deflate: (bytes, shared) => deflateSync(bytes, { level: 9, dictionary: shared }),
    source,
    sections: [{ add: () => undefined, blocks: () => related.blocks() }],
    writePart: async (file, bytes) => writeFileSync(join(out, file), bytes),
  });
}
