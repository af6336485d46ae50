import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@/tests/browser/chromium';
import type { GlossBrowser, Tab } from '@/tests/browser/gloss-browser';
import { requireBrowsers } from '@/tests/browser/install';
import { until } from '@/tests/browser/tab';
import { heldByWorker } from '../browser/held';
import { quantile } from '../measure';
import { writePapers } from '../peers/bench';
import { benchExtension, CONTENDERS, type ContenderName } from './extension';
import type { Question, Reply } from './in-worker';

/** The bundle. */
const WHOLE = 293_500;

/** The largest first: the first that a contender gets through is enough. Ours has the bundle as it is. */
export type WorkerPlan = { sizes: readonly number[] };
export const FULL_WORKER: WorkerPlan = { sizes: [WHOLE, 100_000, 25_000] };
export const SHORT_WORKER: WorkerPlan = { sizes: [10_000] };

const MOST_PREPARING_MS = 600_000;
/** A worker is stopped and asked so often, or until so long was waited for, but at least so often. */
const COLD = 30;
const COLD_MS = 45_000;
const FEWEST_COLD = 5;

type Measured = {
  papers: number;
  preparedSeconds: number;
  keptMb: number;
  cold: number[];
  warm: number[];
  /** JavaScript's heap and its buffers, and WebAssembly's memory. */
  heapMb: number;
  outsideMb: number;
};

/** The same papers and queries in a worker of Chromium, stopped and running; a table, told after each contender. */
export async function measureInWorkers({ sizes }: WorkerPlan, tell: (table: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gloss-workers-'));
  try {
    await writePapers(folder, Math.max(...sizes));
    const queries = readFileSync(join(folder, 'queries.jsonl'), 'utf8').trim().split('\n');
    const texts = queries.map((line) => (JSON.parse(line) as { query: string }).query);
    const rows: string[] = [];
    const whole: Measured[] = [];
    for (const name of ['gloss', 'sqlite', 'minisearch'] satisfies ContenderName[]) {
      for (const size of sizes) {
        const measured = await measure(name, size, join(folder, 'papers.jsonl'), texts).catch(String);
        rows.push(rowOf(CONTENDERS[name], size, measured));
        console.log(rows.at(-1));
        if (typeof measured !== 'string' && measured.papers === WHOLE) whole.push(measured);
        tell(tableOf(rows, whole));
        if (typeof measured !== 'string') break;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(
  name: ContenderName,
  size: number,
  papers: string,
  queries: readonly string[],
): Promise<Measured> {
  const [found] = requireBrowsers(['chromium']);
  if (!found) throw new Error('no Chromium');
  const extension = await benchExtension(name, papers);
  const profile = mkdtempSync(join(tmpdir(), 'gloss-worker-profile-'));
  const options = { executable: found.path, extension, profile, headless: true, arxivPort: null };
  const browser = await launchChromium(options);
  try {
    const started = performance.now();
    const page = await prepared(browser, size);
    const preparedSeconds = (performance.now() - started) / 1_000;
    const keptMb = (await page.run(() => Number(Reflect.get(globalThis, 'kept')))) / 1e6;
    await page.close();
    const asking = await browser.openOwn('page.html');
    const cold = await askedCold(browser, asking, queries);
    const warm: number[] = [];
    for (const query of queries) warm.push((await ask(asking, query)).inside);
    const heapMb = (await heldByWorker(asking)) / 1e6;
    const outsideMb = (await outsideOf(asking)) / 1e6;
    return {
      papers: name === 'gloss' ? WHOLE : size,
      preparedSeconds,
      keptMb,
      cold,
      warm,
      heapMb,
      outsideMb,
    };
  } finally {
    await browser.close();
    for (const one of [extension, profile])
      rmSync(one, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A page that has built the index and kept it. A build that blocks the page is waited for. */
async function prepared(browser: GlossBrowser, size: number): Promise<Tab> {
  const page = await browser.openOwn('page.html');
  await page.run((count) => {
    const prepare = Reflect.get(globalThis, 'prepare') as (size: number) => Promise<number>;
    // Begun behind the answer, which would wait for it.
    setTimeout(() => {
      prepare(count).then(
        (bytes) => Reflect.set(globalThis, 'kept', bytes),
        (error: unknown) => Reflect.set(globalThis, 'failed', String(error)),
      );
    });
  }, size);
  const outcome = await until(
    () =>
      page.run(
        () => (Reflect.get(globalThis, 'kept') ?? Reflect.get(globalThis, 'failed')) as number | string,
      ),
    'the index to be kept',
    MOST_PREPARING_MS,
  );
  if (typeof outcome === 'string') throw new Error(outcome);
  return page;
}

async function askedCold(browser: GlossBrowser, page: Tab, queries: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  const started = performance.now();
  for (let turn = 0; turn < COLD; turn += 1) {
    if (turn >= FEWEST_COLD && performance.now() - started > COLD_MS) break;
    await browser.stopBackground();
    times.push((await ask(page, queries[(turn * 7) % queries.length] ?? '')).outside);
  }
  return times;
}

/** Milliseconds from asking to having the ids, by the page's clock, and what of them the search took in the worker. */
async function ask(page: Tab, query: string): Promise<{ outside: number; inside: number }> {
  const { reply, took } = await page.run(async (text) => {
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage<Question, Reply>({ ask: text });
    return { reply, took: performance.now() - start };
  }, query);
  if (!('ms' in reply)) throw new Error('error' in reply ? reply.error : 'no answer');
  return { outside: took, inside: reply.ms };
}

/** Bytes of WebAssembly's memory in the worker. */
async function outsideOf(page: Tab): Promise<number> {
  return page.run(async () => {
    const reply = await chrome.runtime.sendMessage<Question, Reply>({ outside: true });
    return 'bytes' in reply ? reply.bytes : 0;
  });
}

const COLUMNS =
  'papers | kept after s | kept MB | stopped worker to answer p50 ms | p95 ms | warm p50 ms | p95 ms | heap and buffers MB | WebAssembly MB';

function tableOf(rows: readonly string[], [ours, ...peers]: readonly Measured[]): string {
  const table = [`| | ${COLUMNS} |`, `|${' --- |'.repeat(10)}`, ...rows];
  if (!ours || peers.length === 0) return [...table, ''].join('\n');
  const times = (of: (measured: Measured) => number): string =>
    (Math.min(...peers.map(of)) / of(ours)).toFixed(1);
  const cold = times(({ cold: samples }) => quantile(samples, 0.5));
  const warm = times(({ warm: samples }) => quantile(samples, 0.95));
  const held = times(({ heapMb, outsideMb }) => heapMb + outsideMb);
  const against = `Against the best of the peers at the largest size: cold ${cold} times as fast at the median (goal 20), warm p95 ${warm} times (goal 3), held ${held} times less (goal 5).`;
  return [...table, '', against, ''].join('\n');
}

function rowOf(name: string, size: number, measured: Measured | string): string {
  if (typeof measured === 'string')
    return `| ${name} | ${size} | ${measured.replace(/\s+/g, ' ')} | | | | | | | |`;
  const { papers, preparedSeconds, keptMb, cold, warm, heapMb, outsideMb } = measured;
  const times = [cold, warm].flatMap((samples) => [quantile(samples, 0.5), quantile(samples, 0.95)]);
  const cells = [preparedSeconds, keptMb, ...times, heapMb, outsideMb].map((value) => value.toFixed(1));
  return `| ${[name, papers, ...cells].join(' | ')} |`;
}
