import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BUNDLED_PACK } from '@/pipeline/pack/open';
import { figure, type Bench, type Figure } from '../measure';
import type { Grown } from './grow';
import type { Asked, MeasuredGrown } from './measure-grown';

/** Papers that a corpus is grown to; the first alone unless all of it is asked for. */
export const GROWN: readonly number[] = [100_000, 400_000, 800_000, 1_600_000, 3_200_000];

const GROW = fileURLToPath(new URL('./grow.ts', import.meta.url));
const MEASURE = fileURLToPath(new URL('./measure-grown.ts', import.meta.url));
const HEAP_MB = 4_000;

/**
 * Grows the bundled papers to a size and asks there what readers ask, from files as a database would give its blocks.
 * `kept`: a folder whose packs are used again, and new ones left in.
 */
export function growthBench(papers: number, kept: string | undefined): Bench {
  return {
    name: `Grown to ${papers.toLocaleString('en')} papers, in Node`,
    async run() {
      const folder = kept ?? mkdtempSync(join(tmpdir(), 'gloss-growth-'));
      try {
        const pack = join(folder, String(papers));
        const told = join(pack, 'grown.json');
        if (!existsSync(told)) writeFileSync(told, await lastLine([GROW, folder, String(papers)]));
        const grown = JSON.parse(readFileSync(told, 'utf8')) as Grown;
        return figuresOf(grown, JSON.parse(await lastLine(['--expose-gc', MEASURE, pack])) as MeasuredGrown);
      } finally {
        if (kept === undefined) rmSync(folder, { recursive: true });
      }
    },
  };
}

/** The same questions of the bundle, with its own goals. */
export const bundleBench: Bench = {
  name: 'The bundle, in Node',
  async run() {
    const measured = JSON.parse(await lastLine(['--expose-gc', MEASURE, BUNDLED_PACK])) as MeasuredGrown;
    return [
      asked('search, opened anew for each', measured.coldSearch, { p50: 60, p95: 100 }),
      asked('search with facets, opened before', measured.warmSearch, { p50: 5, p95: 15 }),
      asked('related, opened anew for each', measured.coldRelated, { p50: 60, p95: 100 }),
      asked('related, opened before', measured.warmRelated, { p50: 10, p95: 25 }),
      figure('held after all questions', measured.heldMb, 40, 'MB'),
    ];
  },
};

function asked(what: string, of: Asked, goal: { p50?: number; p95: number }): Figure {
  const { p50 = Infinity, p95 } = goal;
  return {
    what,
    value: `processor time p50 ${of.p50.toFixed(1)} ms, p95 ${of.p95.toFixed(1)} ms; ${of.kilobytes.toFixed(0)} kB in ${of.blocks.toFixed(0)} blocks read for each`,
    goal: `at most ${p50 === Infinity ? '' : `p50 ${p50} ms, `}p95 ${p95} ms`,
    met: of.p95 <= p95 && of.p50 <= p50,
  };
}

function figuresOf(grown: Grown, measured: MeasuredGrown): Figure[] {
  const { terms, bytes, papers, cpuSeconds, seconds, residentMb } = grown;
  const plain = (what: string, value: string): Figure => ({ what, value, goal: '', met: null });
  return [
    plain('terms', terms.toLocaleString('en')),
    plain('pack', `${(bytes / 1e6).toFixed(1)} MB, ${(bytes / papers).toFixed(0)} bytes a paper`),
    plain(
      'written, vectors and lists included',
      `${(papers / cpuSeconds).toFixed(0)} papers a second of one core's work (${(papers / seconds).toFixed(0)} a second by the clock), in ${(residentMb / 1_000).toFixed(1)} GB`,
    ),
    asked('search, opened anew for each', measured.coldSearch, { p95: 150 }),
    asked('search with facets, opened before', measured.warmSearch, { p95: 50 }),
    asked('related, opened anew for each', measured.coldRelated, { p95: 150 }),
    asked('related, opened before', measured.warmRelated, { p95: 50 }),
    figure('held after all questions', measured.heldMb, 80, 'MB'),
  ];
}

/** The last line that a file prints. */
async function lastLine(args: readonly string[]): Promise<string> {
  const node = [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx'];
  const child = spawn(process.execPath, [...node, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) last = line;
  const status = await ended;
  if (status !== 0) throw new Error(`${args.join(' ')}: ended with ${status}`);
  return last;
}
