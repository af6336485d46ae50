import { allFacts, factLine, PANEL, panelHas, relatedPapers } from '../browser/annotations';
import type { Tab, View } from '../browser/gloss-browser';
import { BARE, OLD_STYLE, WITHDRAWN } from '../pages/papers';
import { CHANGED_LISTING, FAR_OFF, FAR_OFF_LISTING } from './sample-pages';
import { FORCED_COLOURS, PAGE_LOOKS, type Stand, type Surface, ZOOMED } from './surface';

const PAPER = '/abs/2210.02414';
const LISTING = '/list/cs.CL/new';
const BAR = 'gloss-panel[data-gloss="listing-bar"]';
const CHANGED = 'gloss-panel[data-gloss="changed-page"]';
const PILL = 'gloss-panel[data-gloss="html-paper"]';
const EVERYWHERE = [...PAGE_LOOKS, ZOOMED, FORCED_COLOURS];

const at =
  (path: string, prepare: (tab: Tab) => Promise<unknown>) =>
  async ({ browser }: Stand): Promise<View> => {
    const tab = await browser.open(path);
    await tab.page.bringToFront();
    await prepare(tab);
    return tab;
  };

const sideBlock = (tab: Tab) => panelHas(tab, PANEL.side, '.save');
const rowsMarked = (tab: Tab) =>
  tab.until(() => document.querySelectorAll('gloss-row').length > 2 || undefined);
const answered = async (tab: Tab) => {
  await sideBlock(tab);
  await panelHas(tab, PANEL.related, '.fold');
};

const underlined = async (tab: Tab) => {
  await rowsMarked(tab);
  await tab.until(() => CSS.highlights.has('gloss-does'));
};

/** What Gloss puts on arXiv's pages. */
export const ARXIV_SURFACES: readonly Surface[] = [
  { name: 'abs', stage: 'fresh', looks: EVERYWHERE, open: at(PAPER, answered) },
  {
    name: 'abs-unfolded',
    stage: 'stocked',
    looks: EVERYWHERE,
    open: at(PAPER, async (tab) => {
      await answered(tab);
      await allFacts(tab);
      await relatedPapers(tab);
    }),
  },
  {
    name: 'abs-evidence',
    stage: 'stocked',
    looks: EVERYWHERE,
    open: at(PAPER, async (tab) => {
      await answered(tab);
      await factLine(tab);
      await tab.click(`${PANEL.facts} >>> .facts .fact`);
    }),
  },
  { name: 'abs-withdrawn', stage: 'stocked', looks: PAGE_LOOKS, open: at(`/abs/${WITHDRAWN.id}`, answered) },
  { name: 'abs-old-style', stage: 'stocked', looks: PAGE_LOOKS, open: at(`/abs/${OLD_STYLE.id}`, answered) },
  { name: 'abs-bare', stage: 'stocked', looks: PAGE_LOOKS, open: at(`/abs/${BARE.id}`, sideBlock) },
  {
    name: 'abs-far-off',
    stage: 'stocked',
    looks: EVERYWHERE,
    open: at(`/abs/${FAR_OFF.id}`, async (tab) => {
      await answered(tab);
      await allFacts(tab);
      await relatedPapers(tab);
    }),
  },
  { name: 'listing-unread', stage: 'fresh', looks: EVERYWHERE, open: at(LISTING, underlined) },
  {
    name: 'listing',
    stage: 'stocked',
    looks: EVERYWHERE,
    open: at(LISTING, async (tab) => {
      await rowsMarked(tab);
      await pressInRow(tab, 3, '.done');
      // The rows above are told of after the mark itself.
      await tab.until(
        (bar) => Boolean(document.querySelector(bar)?.shadowRoot?.querySelector('[data-says^="3 of"]')),
        BAR,
      );
    }),
    pose: rowInFocus,
  },
  {
    name: 'listing-filter',
    stage: 'stocked',
    looks: EVERYWHERE,
    open: at(LISTING, async (tab) => {
      await rowsMarked(tab);
      await tab.click(`${BAR} >>> .fold`);
      await tab.until((bar) => {
        const label = document
          .querySelector(bar)
          ?.shadowRoot?.querySelector<HTMLInputElement>('.filter label input');
        if (label && !label.checked) label.click();
        return label?.checked;
      }, BAR);
    }),
  },
  { name: 'listing-far-off', stage: 'stocked', looks: EVERYWHERE, open: at(FAR_OFF_LISTING, rowsMarked) },
  { name: 'listing-recent', stage: 'stocked', looks: PAGE_LOOKS, open: at('/list/cs.CL/recent', rowsMarked) },
  {
    name: 'search-results',
    stage: 'stocked',
    looks: PAGE_LOOKS,
    open: at('/search/?query=pre-training&searchtype=all', rowsMarked),
  },
  { name: 'author-page', stage: 'stocked', looks: PAGE_LOOKS, open: at('/a/tang_j_1', rowsMarked) },
  {
    name: 'link-card',
    stage: 'stocked',
    looks: PAGE_LOOKS,
    open: at(PAPER, answered),
    pose: linkCard,
  },
  {
    name: 'changed-page',
    stage: 'fresh',
    looks: EVERYWHERE,
    open: at(CHANGED_LISTING, (tab) => panelHas(tab, CHANGED, '.changed')),
  },
  { name: 'html-paper', stage: 'stocked', looks: PAGE_LOOKS, open: htmlPaper('light') },
  { name: 'html-paper-dark', stage: 'stocked', looks: PAGE_LOOKS, open: htmlPaper('dark') },
  {
    name: 'html-paper-card',
    stage: 'stocked',
    looks: PAGE_LOOKS,
    open: htmlPaper('light', false),
    pose: citationCard,
  },
  {
    name: 'html-paper-card-dark',
    stage: 'stocked',
    looks: PAGE_LOOKS,
    open: htmlPaper('dark', false),
    pose: citationCard,
  },
];

/** As arXiv links an id that the comments name. */
async function linkCard(view: View): Promise<void> {
  await view.run(() => {
    const comments = document.querySelector('td.comments');
    let link = comments?.querySelector<HTMLAnchorElement>('a');
    if (!link) {
      link = document.createElement('a');
      Object.assign(link, { href: 'https://arxiv.org/abs/2301.13442', textContent: 'arXiv:2301.13442' });
      comments?.append('; see also ', link);
    }
    link.blur();
    link.focus({ preventScroll: true });
  });
  await cardShown(view);
}

async function cardShown(view: View): Promise<void> {
  await view.until(() => {
    const card = document.querySelector('gloss-card')?.shadowRoot?.querySelector('.card');
    return Boolean(card?.querySelector('.title'));
  });
}

/** Presses a button of a listing's row, counted from 1. */
async function pressInRow(tab: Tab, row: number, css: string): Promise<void> {
  await tab.until(
    (at, wanted) => {
      const host = document.querySelectorAll('dl > dt')[at - 1]?.querySelector('gloss-row');
      const button = host?.shadowRoot?.querySelector<HTMLElement>(wanted);
      if (!button || button.hidden) return false;
      button.click();
      return true;
    },
    row,
    css,
  );
}

/** The row after those that are done, as the keyboard reaches it. */
async function rowInFocus(view: View): Promise<void> {
  await view.run(() => {
    const host = document.querySelectorAll('dl > dt')[4]?.querySelector('gloss-row');
    host?.shadowRoot?.querySelector<HTMLElement>('.save')?.focus({ preventScroll: true });
  });
}

function htmlPaper(theme: string, unfolded = true): Surface['open'] {
  return at('/html/2210.02414', async (tab) => {
    await panelHas(tab, PILL, '.save');
    await tab.run((name) => document.documentElement.setAttribute('data-theme', name), theme);
    if (unfolded) await tab.click(`${PILL} >>> .fold`);
  });
}

async function citationCard(view: View): Promise<void> {
  await view.run(() => {
    const link = document.querySelectorAll<HTMLElement>('cite a[href^="#bib"]')[1];
    link?.blur();
    link?.focus({ preventScroll: true });
  });
  await cardShown(view);
}
