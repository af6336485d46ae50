import { figure, timesFigure, type Bench } from '../measure';
import { listingOf } from './listings';
import { inBrowser } from './session';

const ROUNDS = 12;
const PATH = '/list/cs.LG/new';
/** Notes every stretch of our own work, and every task of the page that took over 50 ms. */
const WATCH = `
  window.longest = 0;
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); })
    .observe({ type: 'longtask', buffered: true });`;

/** A listing of 260 rows with abstracts, each time in a new tab. Chromium alone reports long tasks. */
export const listingBench: Bench = {
  name: 'Listing of 260, chromium',
  run: () =>
    inBrowser('chromium', async ({ browser, server }) => {
      server.serve(PATH, { status: 200, type: 'text/html; charset=utf-8', body: listingOf(260) });
      const first: number[] = [];
      let longest = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const tab = await browser.openBlank();
        await tab.page.evaluateOnNewDocument(WATCH);
        await tab.page.goto(`https://arxiv.org${PATH}`);
        first.push(
          await tab.until(
            () => performance.getEntriesByName('gloss:listing-visible', 'measure')[0]?.duration,
          ),
        );
        longest = Math.max(longest, await tab.run(() => Number(Reflect.get(window, 'longest'))));
        await tab.close();
      }
      return [
        timesFigure('rows in view marked, from the browser calling us until drawn', first, { p95: 50 }),
        figure('longest task of the page with Gloss, the page’s own parsing in it', longest, 50, 'ms'),
      ];
    }),
};
