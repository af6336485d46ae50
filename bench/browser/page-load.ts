import { setTimeout as pause } from 'node:timers/promises';
import { datasetReady } from '@/tests/browser/dataset';
import type { GlossBrowser } from '@/tests/browser/gloss-browser';
import { listingOf } from './listings';
import { quantile, type Bench, type Figure } from '../measure';
import { inBrowser } from './session';
import { withoutGloss } from './without-gloss';

/** Loads before the first that counts: for caches of the browsers and of the system. */
const WARM_UPS = 4;
const PAIRS = 24;
/** After the load event, so that what one page leaves to do is not done while the next is loading. */
const SETTLES_MS = 250;

const PAGES = [
  { name: 'abstract page', path: '/abs/2210.02414' },
  { name: 'listing of 260', path: '/list/cs.LG/new' },
] as const;

/** Lighthouse's line for desktops: milliseconds, and bytes a second. */
const LINE = { latency: 40, download: 10 * 1024 * 128, upload: 10 * 1024 * 128 };
const LINES = [
  { how: 'over a line of 10 Mbit/s and 40 ms', line: LINE },
  { how: 'from this machine itself, with no network between', line: null },
] as const;

/**
 * From navigation to the end of the load event, with Gloss and without: the same bytes from the same server at the same
 * address, in two browsers that differ in the extension they were started with, one that does nothing in the place of
 * ours. Each load is in a new tab; the order changes from pair to pair. Beside it what the same pairing says of two
 * loads without Gloss: what this machine's noise alone makes of it.
 */
export const pageLoadBench: Bench = {
  name: 'Page load, chromium',
  run: () =>
    inBrowser('chromium', async ({ browser, server }) => {
      await datasetReady(browser);
      const body = listingOf(260);
      server.serve('/list/cs.LG/new', { status: 200, type: 'text/html; charset=utf-8', body });
      return withoutGloss(server, async (bare) => {
        const figures: Figure[] = [];
        for (const { name, path } of PAGES)
          for (const { how, line } of LINES) {
            const { gloss, first, second } = await loads(browser, bare, path, line);
            figures.push(pairFigure(`${name}, ${how}`, gloss, first, 3));
            figures.push(pairFigure(`${name}, ${how}: without Gloss both times`, second, first));
          }
        return figures;
      });
    }),
};

type Loads = { gloss: number[]; first: number[]; second: number[] };

type Line = typeof LINE | null;

async function loads(browser: GlossBrowser, bare: GlossBrowser, path: string, line: Line): Promise<Loads> {
  const times: Loads = { gloss: [], first: [], second: [] };
  const each = [
    { name: 'first', of: bare },
    { name: 'gloss', of: browser },
    { name: 'second', of: bare },
  ] as const;
  for (let round = -WARM_UPS; round < PAIRS; round += 1) {
    for (const { name, of } of round % 2 === 0 ? each : each.toReversed()) {
      const ms = await loadTime(of, path, line);
      if (round >= 0) times[name].push(ms);
    }
  }
  return times;
}

async function loadTime(browser: GlossBrowser, path: string, line: Line): Promise<number> {
  const tab = await browser.openBlank();
  if (line) await tab.page.emulateNetworkConditions(line);
  await tab.page.goto(`https://arxiv.org${path}`);
  await pause(SETTLES_MS);
  const ms = await tab.run(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry instanceof PerformanceNavigationTiming ? entry.loadEventEnd : 0;
  });
  await tab.close();
  if (ms <= 0) throw new Error(`${path} has not loaded`);
  return ms;
}

/** The median of what each pair says, and between which values it lies with 95 of 100. */
function pairFigure(
  what: string,
  withIt: readonly number[],
  without: readonly number[],
  goal?: number,
): Figure {
  const shares = withIt.map((ms, at) => (ms / (without[at] ?? ms) - 1) * 100).sort((a, b) => a - b);
  const more = withIt.map((ms, at) => ms - (without[at] ?? ms));
  const [middle, half] = [shares.length / 2, 0.98 * Math.sqrt(shares.length)];
  const [low, high] = [shares[Math.floor(middle - half)] ?? NaN, shares[Math.ceil(middle + half) - 1] ?? NaN];
  const value =
    `${signed(quantile(shares, 0.5))} %, between ${signed(low)} and ${signed(high)} % with 95 of 100; ` +
    `${quantile(withIt, 0.5).toFixed(1)} ms against ${quantile(without, 0.5).toFixed(1)} ms, median of the differences ${signed(quantile(more, 0.5))} ms (${shares.length} pairs)`;
  if (goal === undefined) return { what, value, goal: '-', met: null };
  return { what, value, goal: `at most ${goal} %`, met: quantile(shares, 0.5) <= goal };
}

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
