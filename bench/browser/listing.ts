import { datasetReady } from '@/tests/browser/dataset';
import type { GlossBrowser } from '@/tests/browser/gloss-browser';
import { figure, quantile, timesFigure, type Bench, type Figure } from '../measure';
import { listingOf } from './listings';
import { mainThread, type MainThread } from './main-thread';
import { inBrowser } from './session';
import { withoutGloss } from './without-gloss';

const ROUNDS = 8;
const PATH = '/list/cs.LG/new';
/** By then everything has been answered and drawn, and met papers were told of. */
const SETTLES_MS = 2_500;

/** A listing of 260 rows with abstracts, each time in a new tab. Chromium alone says what its main thread does. */
export const listingBench: Bench = {
  name: 'Listing of 260, chromium',
  run: () =>
    inBrowser('chromium', async ({ browser, server }) => {
      await datasetReady(browser);
      server.serve(PATH, { status: 200, type: 'text/html; charset=utf-8', body: listingOf(260) });
      const first: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) first.push(await untilMarked(browser));
      const work = await withoutGloss(server, (bare) => allWork(browser, bare));
      return [
        timesFigure('rows in view marked, from the browser calling us until drawn', first, { p95: 50 }),
        ...work,
      ];
    }),
};

async function untilMarked(browser: GlossBrowser): Promise<number> {
  const tab = await browser.open(PATH);
  const ms = await tab.until(
    () => performance.getEntriesByName('gloss:listing-visible', 'measure')[0]?.duration,
  );
  await tab.close();
  return ms;
}

/** What the main thread does more with Gloss than without, what the browser does for our nodes in it. */
async function allWork(browser: GlossBrowser, bare: GlossBrowser): Promise<Figure[]> {
  const [own, page]: [MainThread[], MainThread[]] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const of of round % 2 === 0 ? [browser, bare] : [bare, browser]) {
      const tab = await of.openBlank();
      const work = await mainThread(tab, `https://arxiv.org${PATH}`, SETTLES_MS);
      await tab.close();
      if (round >= 0) (of === bare ? page : own).push(work);
    }
  }
  const more = own.map(({ busy }, at) => busy - (page[at]?.busy ?? busy));
  const longest = (of: readonly MainThread[]) =>
    quantile(
      of.map((one) => one.longest),
      0.5,
    );
  return [
    figure(
      `all our work and what the browser does for it, processor time more than without Gloss in ${SETTLES_MS / 1000} s, median of ${ROUNDS} pairs`,
      quantile(more, 0.5),
      250,
      'ms',
    ),
    figure(
      `longest task after the load event, median; ${longest(page).toFixed(1)} ms without Gloss (the page’s own layout)`,
      longest(own),
      50,
      'ms',
    ),
  ];
}
