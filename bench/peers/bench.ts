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

/** Sizes every peer is measured at, and how long each may take there. */
export type PeerPlan = { sizes: readonly number[]; mostSeconds: number };
export const SHORT: PeerPlan = { sizes: [10_000], mostSeconds: 60 };
export const FULL: PeerPlan = { sizes: [10_000, 50_000, 100_000, 250_000], mostSeconds: 600 };

/** The same papers and queries for ours and every peer, in Node; a table in Markdown. */
export async function measurePeers({ sizes, mostSeconds }: PeerPlan): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gloss-peers-'));
  try {
    await writePapers(folder, Math.max(...sizes));
    const rows: string[] = [];
    const stopped = new Set<string>();
    for (const size of sizes)
      for (const { name, ranked } of PEERS) {
        const measured = stopped.has(name) ? null : await runOne(name, size, folder, mostSeconds);
        if (typeof measured !== 'object' || measured === null) stopped.add(name);
        const row = rowOf(ranked ? name : `${name} (unranked)`, size, measured);
        rows.push(row);
        console.log(row);
      }
    return [
      '| | papers | built s | kept MB | held MB | opened ms | first query ms | query p50 ms | p95 ms | in first ten | MRR |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The best of the bundle, best first: a size has those of the size below. */
async function writePapers(folder: string, most: number): Promise<void> {
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
  const child = spawn(process.execPath, [...args, RUN_ONE, name, String(size), folder]);
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), mostSeconds * 1_000);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (status === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? 'null') as Measured);
      else
        resolve(
          signal === 'SIGKILL'
            ? `not done in ${mostSeconds} s`
            : `not within ${MEGABYTES / 1_024} GB, or failed`,
        );
    });
  });
}

function rowOf(name: string, size: number, measured: Measured | string | null): string {
  if (measured === null) return `| ${name} | ${size} | stopped at a smaller size | | | | | | | | |`;
  if (typeof measured === 'string') return `| ${name} | ${size} | ${measured} | | | | | | | | |`;
  const { buildSeconds, keptMb, heapMb, openMs, firstMs, p50, p95, recall, mrr } = measured;
  const cells = [buildSeconds, keptMb, heapMb, openMs, firstMs, p50, p95].map((value) => value.toFixed(1));
  return `| ${[name, size, ...cells, `${(recall * 100).toFixed(1)} %`, mrr.toFixed(3)].join(' | ')} |`;
}
