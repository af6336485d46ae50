import type { Tab } from '@/tests/browser/gloss-browser';
import { invented } from '@/tests/pages/papers';
import { listPage } from '@/tests/pages/template';
import { figure, timesFigure, type Bench } from '../measure';
import { inBrowser } from './session';

const ROUNDS = 12;
const ROWS = 260;
const PATH = '/list/cs.LG/new';
const LISTING = listPage(
  [
    {
      heading: 'New submissions',
      rows: Array.from({ length: ROWS }, (_, at) => ({
        paper: invented(`2611.${String(10_000 + at)}`, {
          title: `Paper ${at + 1} of the morning`,
          abstract: `${'We study how models of language learn from data. '.repeat(28)}Our code is available at https://github.com/a/b .`,
          comments: at % 3 === 0 ? 'Accepted at ICML 2026, 12 pages, 3 figures' : null,
        }),
      })),
    },
  ],
  { name: 'Machine Learning', abstracts: true },
);
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
      server.serve(PATH, { status: 200, type: 'text/html; charset=utf-8', body: LISTING });
      const [first, loads, bare]: [number[], number[], number[]] = [[], [], []];
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
        loads.push(await loadTime(tab));
        longest = Math.max(longest, await tab.run(() => Number(Reflect.get(window, 'longest'))));
        await tab.close();
        const without = await browser.openBlank();
        await without.page.goto(`https://static.arxiv.org${PATH}`);
        bare.push(await loadTime(without));
        await without.close();
      }
      const paired = loads.map((load, at) => load / (bare[at] ?? load) - 1).sort((a, b) => a - b);
      const median = (paired[Math.floor(paired.length / 2)] ?? 0) * 100;
      return [
        timesFigure('rows in view marked, from the browser calling us until drawn', first, { p95: 50 }),
        figure('longest task of the page with Gloss, the page’s own parsing in it', longest, 50, 'ms'),
        figure('load time against the same page without Gloss, paired, median', median, 3, '%'),
      ];
    }),
};

function loadTime(tab: Tab): Promise<number> {
  return tab.until(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry instanceof PerformanceNavigationTiming && entry.loadEventEnd > 0 && entry.loadEventEnd;
  });
}
