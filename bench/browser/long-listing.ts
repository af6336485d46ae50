import { setTimeout as pause } from 'node:timers/promises';
import { datasetReady } from '@/tests/browser/dataset';
import type { GlossBrowser, Tab } from '@/tests/browser/gloss-browser';
import { figure, quantile, type Bench, type Figure } from '../measure';
import { listingOf } from './listings';
import { inBrowser } from './session';
import { withoutGloss } from './without-gloss';

const ROUNDS = 3;
const ROWS = 2_000;
const PATH = '/list/cs.LG/2026-11';
const SETTLES_MS = 1_500;
/** Pixels a frame: a page and a half a second. */
const STEP = 25;
const FRAMES = 240;

type Read = { late: number; lost: number; heap: number };

/** A month's listing of 2,000 rows, scrolled through frame by frame, with Gloss and without in turns. Chromium. */
export const longListingBench: Bench = {
  name: 'Listing of 2000, chromium',
  run: () =>
    inBrowser('chromium', async ({ browser, server }) => {
      await datasetReady(browser);
      const body = listingOf(ROWS, { abstracts: false });
      server.serve(PATH, { status: 200, type: 'text/html; charset=utf-8', body });
      return withoutGloss(server, async (bare) => {
        const [own, page]: [Read[], Read[]] = [[], []];
        for (let round = -1; round < ROUNDS; round += 1)
          for (const of of round % 2 === 0 ? [browser, bare] : [bare, browser]) {
            const read = await readThrough(of);
            if (round >= 0) (of === bare ? page : own).push(read);
          }
        return figuresOf(own, page);
      });
    }),
};

function figuresOf(own: readonly Read[], page: readonly Read[]): Figure[] {
  const median = (of: readonly Read[], what: keyof Read) =>
    quantile(
      of.map((one) => one[what]),
      0.5,
    );
  const more = (what: keyof Read) =>
    quantile(
      own.map((one, at) => one[what] - (page[at]?.[what] ?? 0)),
      0.5,
    );
  return [
    figure(
      `frames that came more than 20 ms after the last, of ${FRAMES} while scrolling; ${median(page, 'late').toFixed(1)} % without Gloss, median of ${ROUNDS} pairs: more than those`,
      more('late'),
      1,
      '% of frames',
    ),
    figure(
      `frames after more than 33.4 ms; ${median(page, 'lost').toFixed(1)} % without Gloss: more than those`,
      more('lost'),
      1,
      '% of frames',
    ),
    figure(
      `heap of the page when every row has been drawn, scripts and nodes, more than the ${median(page, 'heap').toFixed(1)} MB without Gloss`,
      more('heap'),
      30,
      'MB',
    ),
  ];
}

async function readThrough(browser: GlossBrowser): Promise<Read> {
  const tab = await browser.open(PATH);
  await tab.page.bringToFront();
  await pause(SETTLES_MS);
  const gaps = await tab.run(scrolled, STEP, FRAMES);
  const share = (ms: number) => (100 * gaps.filter((gap) => gap > ms).length) / gaps.length;
  await tab.run(pastAll);
  await pause(SETTLES_MS);
  const heap = await heapOf(tab);
  await tab.close();
  return { late: share(20), lost: share(33.4), heap };
}

/** Runs in the page: milliseconds between frames while it is scrolled. */
function scrolled(step: number, frames: number): Promise<number[]> {
  return new Promise((resolve) => {
    const gaps: number[] = [];
    let last = 0;
    const next = (now: number): void => {
      if (last > 0) gaps.push(now - last);
      last = now;
      scrollBy(0, step);
      if (gaps.length < frames) requestAnimationFrame(next);
      else resolve(gaps);
    };
    requestAnimationFrame(next);
  });
}

/** Runs in the page: every row comes into view. */
async function pastAll(): Promise<void> {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** In MB, after a collection. */
async function heapOf({ page }: Tab): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const used = await session.send('Runtime.getHeapUsage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = used;
  await session.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
