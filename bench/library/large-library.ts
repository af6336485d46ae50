import type { BrowserKind } from '@/tests/browser/find';
import { datasetReady } from '@/tests/browser/dataset';
import type { GlossBrowser, Tab, View } from '@/tests/browser/gloss-browser';
import { inBrowser } from '../browser/session';
import { typed, watchTyping } from '../browser/typing';
import { type Bench, type Figure, figure, timesFigure } from '../measure';
import { bringInFile, edit, type FileKind, fill } from './in-page';

const PAPERS = 50_000;
const OF_FILE = 10_000;
const FILES: Record<FileKind, string> = {
  txt: 'addresses',
  bib: 'entries of BibTeX',
  ris: 'references of RIS',
  json: 'items of CSL-JSON',
};
const EDITS = 40;
const EDITS_SHOWN = 20;
const POPUPS = 12;
const FILTERS = [
  ...['subject 4017', 'author77 method 5', 'tag:"tag 3" 41', 'zzz', 'note year:2012', '-method 9 builder'],
  ...['1203.11', 'cat:cs author993', 'by method 53 author35'],
];
/** The rest of a long list is read behind its first rows. */
const READ_BY_MS = 15_000;

/** A library of 50,000 papers: bringing them in, any edit of it, the popup and the list over it. */
export function largeLibraryBench(kind: BrowserKind): Bench {
  return {
    name: `Library of ${PAPERS} papers, ${kind}`,
    run: () =>
      inBrowser(kind, async ({ browser }) => {
        await datasetReady(browser);
        const imports = await broughtIn(browser);
        const page = await browser.openOwn('library.html#settings');
        const edits = await page.run(edit, EDITS);
        await page.close();
        const opened = { focused: [] as number[], drawn: [] as number[] };
        for (let turn = 0; turn < POPUPS; turn += 1) {
          const { focused, drawn } = await openedPopup(browser);
          opened.focused.push(focused);
          opened.drawn.push(drawn);
        }
        const all = await browser.openOwn('library.html');
        const shown = await drawnAfter(all, '[role=option] .paper-title');
        await all.run((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), READ_BY_MS);
        const tasks = await noteLongTasks(all);
        const whileShown = await all.run(edit, EDITS_SHOWN);
        const editTasks = await tasks();
        const filtered = await filter(all);
        const filterTasks = await tasks();
        await all.close();
        return [
          ...imports,
          ...editFigures('an edit', edits),
          timesFigure('popup, from navigation until its box has the focus', opened.focused, { p95: 100 }),
          timesFigure('popup, from navigation until what is saved is drawn', opened.drawn, { p95: 150 }),
          figure(
            'library page, from navigation until the first rows of all are drawn',
            shown / 1_000,
            2,
            's',
          ),
          ...editFigures('an edit while all are shown', whileShown),
          ...longestTask('edits while all are shown', editTasks),
          timesFigure(
            `filter of all, key to the last change of the rows on screen drawn, ${FILTERS.length} filters typed`,
            filtered,
            { p95: 30 },
          ),
          ...longestTask('filters typed', filterTasks),
        ];
      }),
  };
}

/** From now on, what the browser reports of tasks over 50 ms: those since it was asked last. Firefox reports none. */
async function noteLongTasks(page: Tab): Promise<() => Promise<number[] | null>> {
  const isTold = await page.run(() => {
    if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return false;
    const tasks: number[] = [];
    Reflect.set(window, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
    return true;
  });
  return async () =>
    isTold ? page.run(() => (Reflect.get(window, 'longTasks') as number[]).splice(0)) : null;
}

function longestTask(during: string, tasks: number[] | null): Figure[] {
  if (tasks === null) return [];
  const longest =
    tasks.length === 0 ? 'none over 50 ms' : `${Math.max(...tasks)} ms, ${tasks.length} over 50 ms`;
  return [{ what: `longest task, ${during}`, value: longest, goal: '-', met: null }];
}

/** 10,000 works of each kind of file by the panel, as the reader does, and the rest as such a panel does it. */
async function broughtIn(browser: GlossBrowser): Promise<Figure[]> {
  const page = await browser.openOwn('library.html#exchange');
  await page.until(() => document.querySelector('.exchange-file input') !== null);
  const figures: Figure[] = [];
  const files = Object.entries(FILES) as [FileKind, string][]; // its keys are these
  for (const [at, [kind, name]] of files.entries()) {
    const [previewed = NaN, done = NaN] = await page.run(bringInFile, kind, OF_FILE, at * OF_FILE);
    const what = `${OF_FILE} ${name} brought in`;
    figures.push(
      figure(`${what}, preview of ${(previewed / 1_000).toFixed(1)} s in it`, done / 1_000, 10, 's'),
    );
  }
  await page.run(fill, PAPERS - files.length * OF_FILE, files.length * OF_FILE);
  await page.close();
  return figures;
}

function editFigures(of: string, samples: Record<string, number[]>): Figure[] {
  return Object.entries(samples).map(([what, times]) => timesFigure(`${of}: ${what}`, times, { p95: 30 }));
}

/** In the page's own clock; in Firefox, whose own pages take no script beforehand, by asking until it is so. */
async function openedPopup(browser: GlossBrowser): Promise<{ focused: number; drawn: number }> {
  if (browser.kind === 'firefox') {
    const popup = await browser.openOwn('popup.html');
    const focused = await drawnAfter(popup, '[role=combobox]:focus');
    const drawn = await drawnAfter(popup, '[role=option] .paper-title');
    await popup.close();
    return { focused, drawn };
  }
  const popup = await browser.openBlank();
  await popup.page.evaluateOnNewDocument(`(${String(noteOpening)})()`);
  await popup.page.goto(`${browser.origin}/popup.html`);
  await popup.until(() => Reflect.get(window, 'popupDrawn') !== undefined);
  const times = await popup.run(() => [
    Reflect.get(window, 'popupFocused') as number,
    Reflect.get(window, 'popupDrawn') as number,
  ]);
  await popup.close();
  const [focused = NaN, drawn = NaN] = times;
  return { focused, drawn };
}

/** Runs over there, before anything else: notes when the box had the focus, and the frame after the first rows. */
function noteOpening(): void {
  document.addEventListener('focusin', () => Reflect.set(window, 'popupFocused', performance.now()), {
    once: true,
  });
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('[role=option] .paper-title') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => Reflect.set(window, 'popupDrawn', performance.now())));
  }).observe(document, { childList: true, subtree: true });
}

/** When the first of what the selector finds was drawn, in the page's own clock. */
async function drawnAfter(page: View, selector: string): Promise<number> {
  return page.run(async (wanted) => {
    while (document.querySelector(wanted) === null) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now();
  }, selector);
}

async function filter(page: Tab): Promise<number[]> {
  await watchTyping(page, '.pane-entries');
  const samples: number[] = [];
  for (const words of FILTERS) {
    await page.run(() => {
      const field = document.querySelector<HTMLInputElement>('.list-head input[type=search]');
      field?.focus();
      field?.select();
    });
    samples.push(...(await typed(page, words)));
  }
  return samples;
}
