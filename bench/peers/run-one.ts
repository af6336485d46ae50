/** Measures one peer at one size in a process of its own: `run-one.ts NAME SIZE FOLDER`, a line of JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heldMb, quantile } from '../measure';
import { peerNamed } from './all';
import type { BenchPaper, Built } from './peer';

export type Asked = { query: string; target: string };
export type Measured = {
  buildSeconds: number;
  heapMb: number;
  keptMb: number;
  openMs: number;
  firstMs: number;
  p50: number;
  p95: number;
  /** Share of the papers asked for that are among the first ten, and the mean of 1 / place. */
  recall: number;
  mrr: number;
};

const [name = '', size = '', folder = ''] = process.argv.slice(2);
const papers = linesOf<BenchPaper>('papers.jsonl').slice(0, Number(size));
const there = new Set(papers.map(({ id }) => id));
const asked = linesOf<Asked>('queries.jsonl').filter(({ target }) => there.has(target));
const typed = linesOf<Asked>('queries.jsonl');

const started = busyMs();
const built = await peerNamed(name).build(papers);
const buildSeconds = (busyMs() - started) / 1_000;
const { bytes, open } = await built.reopened();
// What was built is still there: what is opened anew comes on top of it.
const before = await heldMb();
const opening = busyMs();
const again = await open();
const openMs = busyMs() - opening;
const first = busyMs();
await again.search(typed[0]?.query ?? '');
const firstMs = busyMs() - first;
const heap = (await heldMb()) - before;
const times = await timesOf(again);
const places = await placesOf(again);
const measured: Measured = {
  buildSeconds,
  heapMb: heap,
  keptMb: bytes / 1e6,
  openMs,
  firstMs,
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  recall: places.filter((place) => place > 0).length / Math.max(1, places.length),
  mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / Math.max(1, places.length),
};
console.log(JSON.stringify(measured));

/** Milliseconds of processor time so far: what else the machine does is not in them. */
function busyMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

async function timesOf(index: Built): Promise<number[]> {
  const times: number[] = [];
  for (const { query } of typed) {
    const start = busyMs();
    await index.search(query);
    times.push(busyMs() - start);
  }
  return times;
}

/** Place of the paper asked for, from 1; 0 where it is not among the first ten. */
async function placesOf(index: Built): Promise<number[]> {
  const found: number[] = [];
  for (const { query, target } of asked) found.push((await index.search(query)).indexOf(target) + 1);
  return found;
}

function linesOf<T>(file: string): T[] {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}
