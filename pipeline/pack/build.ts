import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import { type Manifest, PackBuilder, pickKeyTerms, recordDictionary, type SegmentSection } from '@/lib/pack';
import type { SegmentPaper } from '@/lib/search';
import { choose } from './choose';
import type { Gathered } from './gather';
import { type PreparedPaper, preparePaper } from './prepare';
import { Progress } from './progress';
import { SEED_PAPERS } from './seed-papers';
import { Spill } from './spill';

export type WriteOptions = {
  keyTerms: number;
  out: string;
  source: string;
  /** Addresses of code by arXiv id, for papers that state none. */
  code: ReadonlyMap<string, string>;
  sections: readonly SegmentSection[];
};

type Ranked = PreparedPaper & { rank: number };

const DICTIONARY_SAMPLE = 20_000;
/** Below this many papers a dictionary costs more than it saves. */
const SMALL = 500;
const EMPTY = new Uint8Array(0);

/** Papers with all that takes time done, in rank order on disk, and in how many of them each term is. */
export type Prepared = { spill: Spill; papers: number; having: ReadonlyMap<string, number> };

/** Chooses papers and prepares each: its facts, its terms. */
export async function prepareAll(gathered: Gathered, limit: number): Promise<Prepared> {
  const spill = new Spill();
  const having = new Map<string, number>();
  const progress = new Progress('prepare', Math.min(limit, gathered.found.length));
  let papers = 0;
  for await (const { id, rank, lines } of choose(gathered, limit)) {
    const paper = preparePaper(lines);
    if ('error' in paper) throw new Error(`${id}: ${paper.error}`);
    for (const [term] of paper.counts) having.set(term, (having.get(term) ?? 0) + 1);
    spill.add(0, JSON.stringify({ ...paper, rank }));
    progress.at((papers += 1));
  }
  progress.end(papers);
  return { spill, papers, having };
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

async function* readPrepared(prepared: Spill): AsyncGenerator<Ranked> {
  for await (const line of prepared.lines(0)) yield JSON.parse(line) as Ranked;
}

function finished(
  paper: Ranked,
  terms: Parameters<typeof pickKeyTerms>[1],
  { code }: WriteOptions,
): SegmentPaper {
  const { counts, facts, ...rest } = paper;
  const keepAbstract = SEED_PAPERS.has(paper.id);
  const most = keepAbstract ? counts.length : terms.most;
  // What the paper says itself always wins over a list that names it.
  const address = facts.code ?? code.get(paper.id) ?? null;
  return {
    ...rest,
    keepAbstract,
    keyTerms: pickKeyTerms(counts, { ...terms, most }),
    facts: { ...facts, code: address },
  };
}

async function startPack(
  dictionary: Uint8Array,
  { out, source, sections }: WriteOptions,
): Promise<PackBuilder> {
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(out))
    if (/^part-\d+\.bin$|^manifest\.json$/.test(file)) rmSync(join(out, file));
  return new PackBuilder({
    dictionary,
    deflate: (bytes, shared) => deflateSync(bytes, { level: 9, dictionary: shared }),
    source,
    sections,
    writePart: async (file, bytes) => writeFileSync(join(out, file), bytes),
  });
}
