import type { Tab, View } from '../browser/gloss-browser';
import { clickNamed, search, shows, showsNot, words } from '../e2e/own-views';
import { FORCED_COLOURS, looksAt, type Stage, type Stand, type Surface, ZOOMED } from './surface';

const POPUP_LOOKS = looksAt([[null, 0]]);
const WIDE = looksAt([
  [640, 900],
  [1280, 900],
  [2560, 1300],
]);
const PANE = looksAt([
  [null, 0],
  [320, 1000],
  [480, 1000],
]);
const SHEET = looksAt([
  [320, 1900],
  [1280, 1100],
  [2560, 1300],
]);
const PAPER = '/abs/2210.02414';

/** The extension's own pages. */
export const OWN_SURFACES: readonly Surface[] = [
  popup('popup-empty', 'fresh', '/list/cs.CL/new', (view) => shows(view, words('popup_teach'))),
  popup('popup-importing', 'importing', '/list/cs.CL/new', (view) => shows(view, words('dataset_importing'))),
  popup('popup-failed', 'failed', '/list/cs.CL/new', (view) => shows(view, words('dataset_bad_hash'))),
  popup('popup-library', 'stocked', '/list/cs.CL/new', (view) => has(view, '[role=option]')),
  popup('popup-paper', 'stocked', PAPER, (view) => has(view, '.tab-paper')),
  popup('popup-paper-new', 'fresh', PAPER, (view) => has(view, '.tab-paper')),
  popup('popup-results', 'stocked', PAPER, async (view) => {
    await search(view, 'bilingual language mod');
    await has(view, '[role=option] mark');
  }),
  popup('popup-no-hits', 'stocked', PAPER, async (view) => {
    await search(view, 'hep-th qwxyz');
    await has(view, '.teach');
  }),
  popup('popup-lists', 'stocked', PAPER, async (view) => {
    await clickNamed(view, words('library_lists'));
    await has(view, '.list-name');
  }),
  popup('popup-list', 'stocked', PAPER, async (view) => {
    await clickNamed(view, words('library_lists'));
    await view.click('.list-names li:nth-child(3) .list-name');
    await has(view, '[role=listitem]');
  }),
  popup('popup-keys', 'stocked', PAPER, async (view) => {
    await clickNamed(view, words('popup_keys'));
    await has(view, '.keys');
  }),
  own('side-panel-empty', 'fresh', 'sidepanel.html', PANE, (view) => shows(view, words('side_teach'))),
  { name: 'side-panel', stage: 'stocked', looks: PANE, open: sidePanel },
  { name: 'side-panel-related', stage: 'stocked', looks: PANE, open: sidePanel, pose: scrollToRelated },
  own('welcome-importing', 'importing', 'welcome.html', SHEET, (view) =>
    has(view, '.welcome-status progress'),
  ),
  own('welcome', 'fresh', 'welcome.html', SHEET, (view) => has(view, '.welcome-ready')),
  own('library-empty', 'fresh', 'library.html', WIDE, (view) => has(view, '.lists-pane, .pane')),
  own('library', 'stocked', 'library.html', [...WIDE, ZOOMED, FORCED_COLOURS], async (view) => {
    await has(view, '.entry-option');
    await view.click('.entry-option');
    await has(view, '.detail');
  }),
  own('library-list', 'stocked', 'library.html', WIDE, async (view) => {
    await view.click('.list-button[draggable]');
    await has(view, '.entry-option');
  }),
  own('library-marked', 'stocked', 'library.html', WIDE, async (view) => {
    await has(view, '.entry-option');
    await view.run(() => {
      const list = document.querySelector<HTMLElement>('[role=listbox]');
      list?.focus();
      list?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true }),
      );
    });
    await has(view, '.marked-count');
  }),
  own('library-duplicates', 'stocked', 'library.html', WIDE, async (view) => {
    await clickNamed(view, words('library_duplicates'));
    await shows(view, words('duplicates_merge'));
  }),
  own('library-deleted', 'stocked', 'library.html', WIDE, async (view) => {
    await clickNamed(view, words('library_deleted'));
    await shows(view, words('deleted_intro'));
  }),
  ...(['exchange', 'settings', 'dataset'] as const).map((panel) =>
    own(`library-${panel}`, 'stocked', `library.html#${panel}`, WIDE, (view) => has(view, 'main > *')),
  ),
  own('library-explore', 'stocked', 'library.html#explore', WIDE, explored),
  own('library-explore-map', 'stocked', 'library.html#explore', WIDE, async (view) => {
    await explored(view);
    await view.click('.explore-row .button-text');
    await has(view, '.map-paper');
  }),
  own('library-dataset-importing', 'importing', 'library.html#dataset', WIDE, (view) =>
    has(view, 'progress'),
  ),
  own('library-rescue', 'later', 'library.html', WIDE, (view) => shows(view, words('library_newer'))),
  // Behind it: what cannot be opened is set aside here.
  own('library-rescue-done', 'later', 'library.html', WIDE, async (view) => {
    await clickNamed(view, words('rescue_rows_save'));
    await shows(view, ' rows.');
    await clickNamed(view, words('rescue_anew_begin'));
    await clickNamed(view, words('rescue_anew_sure'));
    await showsNot(view, words('library_newer'));
    await clickNamed(view, words('exchange_title'));
    await shows(view, words('rescue_aside_remove'));
  }),
  own('library-dataset-failed', 'failed', 'library.html#dataset', WIDE, (view) =>
    shows(view, words('dataset_bad_hash')),
  ),
];

function own(
  name: string,
  stage: Stage,
  path: string,
  looks: Surface['looks'],
  prepare: (view: Tab) => Promise<unknown>,
): Surface {
  return {
    name,
    stage,
    looks,
    open: async ({ browser }) => {
      const tab = await browser.openOwn(path);
      await tab.page.bringToFront();
      await prepare(tab);
      return tab;
    },
  };
}

async function explored(view: Tab): Promise<void> {
  await has(view, '.explore-search input');
  await view.click('.explore-search input');
  await view.type('language model');
  await has(view, '.explore-row');
}

/** The popup over a page of arXiv, as the toolbar button opens it. */
function popup(name: string, stage: Stage, over: string, prepare: (view: View) => Promise<unknown>): Surface {
  return {
    name,
    stage,
    looks: POPUP_LOOKS,
    open: async ({ browser }) => {
      const tab = await browser.open(over);
      const view = await browser.openPopup(tab);
      await prepare(view);
      return {
        ...view,
        async close() {
          await view.close();
          await tab.close();
        },
      };
    },
  };
}

/** The panel beside a page, as the reader opens it. */
async function sidePanel({ browser }: Stand): Promise<View> {
  const paper = await browser.open(PAPER);
  const panel = await browser.openSidePanel(paper);
  await has(panel, '.related-row');
  return {
    ...panel,
    async close() {
      await panel.close();
      await paper.close();
    },
  };
}

async function scrollToRelated(view: View): Promise<void> {
  await view.run(() => document.querySelector('.related-row')?.scrollIntoView());
}

async function has(view: View, css: string): Promise<void> {
  await view.until((selector) => document.querySelector(selector) !== null, css);
}
