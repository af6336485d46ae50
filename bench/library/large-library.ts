import type { Library } from '@/lib/library';
import type { BrowserKind } from '@/tests/browser/find';
import type { Tab, View } from '@/tests/browser/gloss-browser';
import { inBrowser } from '../browser/session';
import { typed, watchTyping } from '../browser/typing';
import { figure, timesFigure, type Bench } from '../measure';

const PAPERS = 50_000;
const EDITS = 40;
const EDITS_SHOWN = 10;
const FILTERS = ['subject 4017', 'author77 method', 'tag:"tag 3"', 'zzz', 'note year:2012'];

type Work = Parameters<Library['bringIn']>[0]['works'][number];

/** A library of 50,000 papers: bringing them in, any edit of it, the popup and the list over it. */
export function largeLibraryBench(kind: BrowserKind): Bench {
  return {
    name: `Library of ${PAPERS} papers, ${kind}`,
    run: () =>
      inBrowser(kind, async (session) => {
        const page = await session.browser.openOwn('library.html#settings');
        await page.until(() => Reflect.get(window, 'glossLibrary') !== undefined);
        const first = await page.run(fill, 10_000, 0);
        await page.run(fill, PAPERS - 10_000, 10_000);
        const edits = await page.run(edit, EDITS);
        await page.close();
        const opened: number[] = [];
        for (let turn = 0; turn < 8; turn += 1) {
          const popup = await session.browser.openOwn('popup.html');
          opened.push(await drawnAfter(popup, '[role=option] .paper-title'));
          await popup.close();
        }
        const all = await session.browser.openOwn('library.html');
        const shown = await drawnAfter(all, '[role=option] .paper-title');
        const whileShown = await all.run(edit, EDITS_SHOWN);
        const filtered = await filter(all);
        await all.close();
        return [
          figure('10,000 papers brought in', first / 1_000, 10, 's'),
          ...Object.entries(edits).map(([what, samples]) =>
            timesFigure(`an edit: ${what}`, samples, { p95: 30 }),
          ),
          timesFigure('popup, from navigation until what is saved is drawn', opened, { p95: 150 }),
          figure(
            'library page, from navigation until the first rows of all are drawn',
            shown / 1_000,
            2,
            's',
          ),
          ...Object.entries(whileShown).map(([what, samples]) =>
            timesFigure(`an edit while all are shown: ${what}`, samples, { p95: 30 }),
          ),
          timesFigure(`filter of all, key to rows drawn, ${FILTERS.length} filters typed`, filtered, {
            p95: 30,
          }),
        ];
      }),
  };
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
  await watchTyping(page);
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

/** Runs over there: puts papers into the library as an import does, and says how long it took. */
async function fill(count: number, from: number): Promise<number> {
  const library = Reflect.get(window, 'glossLibrary') as Library;
  const works = Array.from({ length: count }, (_, index): Work => {
    const at = from + index;
    const id = `${String(10 + Math.floor(at / 10_000)).padStart(2, '0')}01.${String(at % 10_000).padStart(4, '0')}`;
    return {
      paper: {
        ...{
          id: id as Work['paper']['id'],
          version: 1,
          title: `A study of subject ${at} by method ${at % 97}`,
        },
        ...{ authors: [`Ada Author${at % 1_000}`, 'Bob Builder'], abstract: 'Words '.repeat(150) },
        ...{ comments: '12 pages', journalRef: null, reportNo: null, doi: null, categories: ['cs.CL'] },
        ...{ mscClass: null, acmClass: null, submitted: null, versions: [], withdrawn: false },
      },
      ...{ cited: null, key: null, status: null, statusAt: null, savedAt: null },
      ...{ tags: [`tag ${at % 50}`], note: at % 10 === 0 ? 'A note' : '', noteEarlier: [], earlier: [] },
    };
  });
  const entries = works.map(({ paper }) => ({ id: paper.id, addedAt: null }));
  const start = performance.now();
  const lists = [{ name: `Every ${from}`, createdAt: null, entries }];
  await library.bringIn({ works, lists, history: null }, { choice: 'mine' });
  return performance.now() - start;
}

/** Runs over there: times of single changes, one after another. */
async function edit(count: number): Promise<Record<string, number[]>> {
  const library = Reflect.get(window, 'glossLibrary') as Library;
  const [list] = await library.lists();
  const ids = (await library.newest(count + 1)).map(({ paper }) => paper.id);
  const [first] = ids;
  const samples: Record<string, number[]> = {};
  for (const id of ids.slice(1)) {
    if (!list || !first) break;
    const changes = {
      tag: () => library.addTag([id], 'bench'),
      status: () => library.setStatus(id, 'read'),
      note: async () => library.saveNote(id, 'Bench', (await library.note(id)).revision),
      move: () => library.moveEntries([id], { from: null, to: list.id, before: null }),
    };
    for (const [what, change] of Object.entries(changes)) {
      const start = performance.now();
      await change();
      (samples[what] ??= []).push(performance.now() - start);
    }
  }
  return samples;
}
