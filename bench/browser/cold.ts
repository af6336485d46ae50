import { saysHowMany } from '@/tests/browser/dataset';
import type { BrowserKind } from '@/tests/browser/find';
import type { GlossBrowser, Tab } from '@/tests/browser/gloss-browser';
import { SEEDS } from '@/tests/pages/papers';
import { figure, timesFigure, type Bench, type Figure } from '../measure';
import { askOpen } from './background';
import { giveHands } from './hands';
import { heldByPage, heldByWorker } from './held';
import { inBrowser } from './session';

const ROUNDS = 3;
const GOAL = { p50: 60, p95: 100 };
const HEAP_MB = 40;
const IMPORT_S: Record<BrowserKind, number> = { chromium: 5, firefox: 10 };
const QUERIES = [
  ...SEEDS.slice(0, 5).map(({ title }) => title.split(' ').slice(0, 3).join(' ')),
  'graph neural networks',
  'quantum error correction',
  'he kaiming',
  'dark matter halo',
  'difusion models image',
];

/** The whole bundle with nothing warm: the first import, and each kind of question asked of what was stopped or not there before. */
export function coldBench(kind: BrowserKind): Bench {
  return {
    name: `Nothing warm, ${kind}`,
    run: () =>
      inBrowser(
        kind,
        async ({ browser }) => {
          const first = await firstPopup(browser, kind);
          const page = await browser.openOwn('library.html');
          const opened: number[] = [];
          const suggested: number[] = [];
          const hits: number[] = [];
          for (let round = 0; round < ROUNDS; round += 1) {
            for (const [at, paper] of SEEDS.entries()) {
              await browser.stopBackground();
              opened.push(await askOpen(page, paper));
              const words = QUERIES[at] ?? '';
              await browser.stopBackground();
              suggested.push(await askSuggestions(page, words));
              await browser.stopBackground();
              hits.push(await firstHits(browser, words));
            }
          }
          return [
            ...first,
            timesFigure('stopped background to `open` answered: related papers, saved state', opened, GOAL),
            timesFigure('stopped background to suggestions for the address bar', suggested, GOAL),
            timesFigure(
              'beginning of the popup’s document to first hits of a query typed into it, drawn',
              hits,
              GOAL,
            ),
            ...(kind === 'chromium' ? await held(browser, page) : []),
          ];
        },
        giveHands,
      ),
  };
}

/** The popup opened as soon as there is an extension, while the bundle is being brought in. */
async function firstPopup(browser: GlossBrowser, kind: BrowserKind): Promise<Figure[]> {
  const popup = await browser.openOwn('popup.html');
  const usable = await popup.until(() => Reflect.get(window, 'focusedAt') as number | undefined);
  await saysHowMany(popup);
  const imported = Date.now() - browser.installStarted;
  await popup.close();
  return [
    figure(
      'first import, from installation until the popup says it is there',
      imported / 1_000,
      IMPORT_S[kind],
      's',
    ),
    figure('popup opened meanwhile, until its box has the focus', usable / 1_000, 1, 's'),
  ];
}

async function askSuggestions(page: Tab, words: string): Promise<number> {
  const { ms, found } = await page.run(async (suggestions) => {
    const start = performance.now();
    const count: unknown = await chrome.runtime.sendMessage({ suggestions });
    return { ms: performance.now() - start, found: Number(count) };
  }, words);
  if (!(found > 0)) throw new Error(`no suggestions for ${words}`);
  return ms;
}

async function firstHits(browser: GlossBrowser, words: string): Promise<number> {
  const popup = await browser.openOwn(`popup.html?typed=${encodeURIComponent(words)}`);
  const ms = await popup.until(() => Reflect.get(window, 'drawnAt') as number | undefined);
  await popup.close();
  return ms;
}

/** What is held after all of these were asked of one background, and of one popup. */
async function held(browser: GlossBrowser, page: Tab): Promise<Figure[]> {
  for (const [at, paper] of SEEDS.entries()) {
    await askOpen(page, paper);
    await askSuggestions(page, QUERIES[at] ?? '');
  }
  const background = await heldByWorker(page);
  const popup = await browser.openOwn('popup.html');
  await popup.until(() => document.activeElement?.getAttribute('role') === 'combobox');
  for (const words of QUERIES) {
    await popup.press('Escape');
    await popup.type(words);
    await popup.until(() => document.querySelector('.choices .paper-title') !== null);
  }
  return [
    figure(
      'held by the background after 10 papers and 10 queries, heap and buffers',
      background / 1e6,
      HEAP_MB,
      'MB',
    ),
    figure(
      'held by the popup after 10 queries typed, heap and buffers',
      (await heldByPage(popup)) / 1e6,
      HEAP_MB,
      'MB',
    ),
  ];
}
