import { workOf, type LibraryCopy, type Work } from '@/lib/core/library-copy';
import { otherId } from '@/lib/core/other-work';
import type { Status } from '@/lib/core/reading';
import { backupFile } from '@/lib/exchange/backup';
import type { GlossBrowser } from '../browser/gloss-browser';
import { chooseFile, clickNamed, shows, words } from '../e2e/own-views';
import { MANY_AUTHORS, OLD_STYLE, seed, SEEDS, WITHDRAWN } from '../pages/papers';
import { FAR_OFF } from './sample-pages';

const DAY = 24 * 60 * 60 * 1000;
const MADE = Date.UTC(2026, 10, 20, 9);
const PAPERS = [...SEEDS, OLD_STYLE, WITHDRAWN, MANY_AUTHORS, FAR_OFF];
const STATUSES: readonly Status[] = ['reading', 'to-read', 'to-read', 'read'];
const NOTE = `**Compare** with the $\\alpha$-stable baselines of §3.

- the INT4 claim holds for $W_q, W_k$ only
- ask the [group](https://arxiv.org/list/cs.CL/new) about the license`;

const WORKS: readonly Work[] = PAPERS.map((paper, at) => ({
  ...workOf(paper),
  status: STATUSES[at % STATUSES.length] ?? 'to-read',
  statusAt: MADE - at * DAY,
  savedAt: MADE - at * 3 * DAY,
  tags: ['scaling', 'to cite', 'open weights'].slice(at % 3, (at % 3) + 1 + (at % 2)),
  note: at % 4 === 0 ? NOTE : '',
}));

/** The same work, once as a paper and once as a bibliography had it. */
const DOUBLE: Work = {
  ...workOf({ ...seed('2301.13442'), id: otherId('doi:10.1000/182') }),
  savedAt: MADE,
  status: 'to-read',
};

const LISTS: readonly [name: string, papers: readonly number[]][] = [
  ['Reading group', [0, 1, 4, 7, 13]],
  ['Thesis: chapter 2, everything about scaling laws and what came of them', [0, 2, 3, 10]],
  ['קריאה לשבת', [5, 6]],
];

const COPY: LibraryCopy = {
  lists: LISTS.map(([name, papers]) => ({
    name,
    createdAt: MADE,
    entries: papers.flatMap((at) => {
      const id = PAPERS[at]?.id;
      return id === undefined ? [] : [{ id, addedAt: MADE }];
    }),
  })),
  works: [...WORKS, DOUBLE],
  history: null,
};

const WATCHES = [
  { kind: 'author', text: 'Tang, Jie' },
  { kind: 'words', text: 'pre-trained' },
];

/** Brings a library in, as a reader does with a backup, and has some papers watched. */
export async function stockLibrary(browser: GlossBrowser): Promise<void> {
  const page = await browser.openOwn('library.html#exchange');
  await chooseFile(page, 'sample.json', backupFile({ copy: COPY, made: MADE, settings: null }));
  await clickNamed(page, words('exchange_bring_in'));
  await shows(page, 'papers brought in');
  await page.run(
    async (watches) => chrome.storage.local.set({ settings: { version: 1, watches: [...watches] } }),
    WATCHES,
  );
  await page.close();
}
