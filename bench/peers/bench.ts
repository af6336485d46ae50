import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLED_PACK, openPack } from '@/pipeline/pack/open';
import { readBack } from '@/pipeline/pack/read-back';
import { PEERS } from './all';
import type { BenchPaper } from './peer';
import type { Measured } from './run-one';

const RUN_ONE = fileURLToPath(new URL('./run-one.ts', import.meta.url));
const QUERIES = fileURLToPath(new URL('../../tests/search/queries.jsonl', import.meta.url));
const MEGABYTES = 4_096;

/**
 * Sizes a peer is measured at, the largest first: the first it gets through is enough. How many seconds of processor time
 * each may take there: what else the machine does is not in them.
 */
export type PeerPlan = { sizes: readonly number[]; mostSeconds: number };
export const SHORT: PeerPlan = { sizes: [10_000], mostSeconds: 60 };
export const FULL: PeerPlan = { sizes: [293_500, 100_000, 50_000, 10_000], mostSeconds: 600 };

const COLUMNS =
  'papers | built s | kept MB | held MB | opened ms | first query ms | query p50 ms | p95 ms | in first ten | MRR';

/** The same papers and queries for ours and every peer, in Node; a table in Markdown, told after each that was measured. */
export async function measurePeers(
  { sizes, mostSeconds }: PeerPlan,
  tell: (table: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gloss-peers-'));
  try {
    await writePapers(folder, Math.max(...sizes));
    const rows: string[] = [];
    const best: Measured[] = [];
    for (const { name, ranked } of PEERS)
      for (const size of sizes) {
        const measured = await runOne(name, size, folder, mostSeconds);
        const row = rowOf(ranked ? name : `${name} (unranked)`, size, measured);
        rows.push(row);
        console.log(row);
        if (typeof measured === 'string') {
          tell(tableOf(rows, best));
          continue;
        }
        if (ranked && size === sizes[0]) best.push(measured);
        tell(tableOf(rows, best));
        break;
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `ranked`: ours first, then the peers that got through the largest size. */
function tableOf(rows: readonly string[], [ours, ...peers]: readonly Measured[]): string {
  const table = [`| | ${COLUMNS} |`, `|${' --- |'.repeat(11)}`, ...rows];
  if (!ours || peers.length === 0) return [...table, ''].join('\n');
  const times = (of: (measured: Measured) => number): string =>
    (Math.min(...peers.map(of)) / of(ours)).toFixed(1);
  const cold = ({ openMs, firstMs }: Measured): number => openMs + firstMs;
  const against = `Against the best of the ranked peers at the largest size: cold ${times(cold)} times as fast (goal 20), warm p95 ${times(({ p95 }) => p95)} times (goal 3), held ${times(({ heapMb }) => heapMb)} times less (goal 5).`;
  return [...table, '', against, ''].join('\n');
}

/** The best of the bundle, best first: a size has those of the size below. */
export async function writePapers(folder: string, most: number): Promise<void> {
  const { segment } = await openPack(BUNDLED_PACK);
  const numbers = Array.from({ length: Math.min(most, segment.papers) }, (_, number) => number);
  const queries = readFileSync(QUERIES, 'utf8');
  const read = await readBack(segment, numbers);
  const papers = read.map(({ id, title, authors, keyTerms }): BenchPaper => ({
    ...{ id, title },
    ...{ authors: authors.join(', '), terms: keyTerms.join(' ') },
  }));
  writeFileSync(join(folder, 'papers.jsonl'), papers.map((paper) => JSON.stringify(paper)).join('\n'));
  writeFileSync(join(folder, 'queries.jsonl'), queries);
}

/** What was measured, or why it was not. */
function runOne(name: string, size: number, folder: string, mostSeconds: number): Promise<Measured | string> {
  const args = [`--max-old-space-size=${MEGABYTES}`, '--expose-gc', '--import', 'tsx'];
  const limited = ['-c', `ulimit -t ${mostSeconds}; exec "$0" "$@"`, process.execPath];
  const child = spawn('sh', [...limited, ...args, RUN_ONE, name, String(size), folder]);
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return new Promise((resolve) => {
    child.on('close', (status, signal) => {
      if (status === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? 'null') as Measured);
      else if (signal === 'SIGKILL' || signal === 'SIGXCPU') resolve(`not done in ${mostSeconds} s`);
      else resolve(`not within ${MEGABYTES / 1_024} GB, or failed`);
    });
  });
}

function rowOf(name: string, size: number, measured: Measured | string): string {
  if (typeof measured === 'string') return `| ${name} | ${size} | ${measured} | | | | | | | | |`;
  const { buildSeconds, keptMb, heapMb, openMs, firstMs, p50, p95, recall, mrr } = measured;
  const cells = [buildSeconds, keptMb, heapMb, openMs, firstMs, p50, p95].map((value) => value.toFixed(1));
  return `| ${[name, size, ...cells, `${(recall * 100).toFixed(1)} %`, mrr.toFixed(3)].join(' | ')} |`;
}
