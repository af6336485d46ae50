import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type PaperId, parsePaperId } from '@/lib/core/paper-id';
import {
  buildSegment,
  memorySource,
  NO_FACTS,
  openSegment,
  search,
  type Segment,
  type SegmentPaper,
} from '@/lib/search';
import { BUNDLED_PACK, openPack } from '../pack/open';
import { fromCaller } from '../paths';

const GOLD = new URL('../../../shared/gold/', import.meta.url);
/** Written by hand before anything was tuned, and more of the kind written when all was. */
const OWN = ['queries.jsonl', 'further-queries.jsonl'].map(
  (file) => new URL(`../../tests/search/${file}`, import.meta.url),
);

type Asked = { query: string; kind: string; target: string };

/** Type-ahead over 20,000 titles, and queries as people type them over a pack (the bundled one, or the folder given). */
export async function run([pack]: readonly string[]): Promise<void> {
  if (existsSync(GOLD)) {
    const asked = readAsked(readFileSync(new URL('typeahead_queries.dev.jsonl', GOLD), 'utf8'));
    const { segment, idOf } = await titlesSegment();
    const known = asked.map((one) => ({ ...one, target: idOf(one.target) }));
    report('type-ahead, 20,000 titles', await measure(segment, known));
  }
  const folder = pack === undefined ? BUNDLED_PACK : fromCaller(pack);
  if (!existsSync(folder)) return;
  const { segment } = await openPack(folder);
  for (const own of OWN) {
    const asked = readAsked(readFileSync(own, 'utf8'));
    const targets = await segment.numbersOf(asked.flatMap(({ target }) => parsePaperId(target) ?? []));
    const answerable = asked.filter(({ target }) => [...targets.keys()].some((id) => id === target));
    report(
      `as people type (${basename(own.pathname)}), ${segment.papers} papers, ${answerable.length} of ${asked.length} answerable`,
      await measure(segment, answerable),
    );
  }
}

function readAsked(text: string): Asked[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Asked);
}

/** Some of the given titles have no arXiv id, so all get made-up ones, in the order of the file. */
async function titlesSegment(): Promise<{ segment: Segment; idOf: (target: string) => string }> {
  const lines = gunzipSync(readFileSync(new URL('typeahead_corpus.jsonl.gz', GOLD)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; title: string });
  const ids = new Map<string, PaperId>();
  const papers: SegmentPaper[] = lines.map(({ id, title }, at) => {
    const made = parsePaperId(`2001.${String(at).padStart(5, '0')}`);
    if (made === undefined) throw new Error('too many titles');
    ids.set(id, made);
    const bare = {
      authors: [],
      categories: [],
      doi: null,
      abstract: null,
      keepAbstract: false,
      keyTerms: [],
    };
    return { id: made, title, ...bare, facts: NO_FACTS, rank: 0 };
  });
  const segment = await openSegment(memorySource(buildSegment(papers)));
  return { segment, idOf: (target) => ids.get(target) ?? '' };
}

type Measured = { kind: string; place: number; ms: number; query: string; target: string };

async function measure(segment: Segment, asked: readonly Asked[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { query, kind, target } of asked) {
    const started = performance.now();
    const { hits } = await search([segment], query, { limit: 10 });
    const place = hits.findIndex(({ paper }) => paper.id === target);
    measured.push({ kind, place, ms: performance.now() - started, query, target });
  }
  return measured;
}

function report(name: string, measured: readonly Measured[]): void {
  console.log(`\n${name}`);
  for (const kind of [...new Set(measured.map((one) => one.kind)), 'all']) {
    const own = kind === 'all' ? measured : measured.filter((one) => one.kind === kind);
    const mrr = mean(own.map(({ place }) => (place < 0 ? 0 : 1 / (place + 1))));
    const recall = mean(own.map(({ place }) => (place < 0 ? 0 : 1)));
    const times = own.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
    console.log(
      `${kind.padEnd(16)} n ${own.length}  MRR ${mrr.toFixed(4)}  recall@10 ${recall.toFixed(4)}  ms p50 ${at(0.5)} p95 ${at(0.95)}`,
    );
  }
  if (process.env['MISSES'] !== undefined) {
    for (const { place, query, kind, target } of measured)
      if (place !== 0) console.log(`  ${place} ${kind} "${query}" ${target}`);
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
