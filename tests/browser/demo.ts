import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  allFacts,
  factLine,
  measured,
  PANEL,
  panelHas,
  relatedPapers,
  unfold,
  type FactGroup,
  type RelatedRow,
} from './annotations';
import { build } from './build';
import { ROOT } from './command';
import type { FoundBrowser } from './find';
import type { GlossBrowser, Tab } from './gloss-browser';
import { ownPages } from './own-pages';
import { startSession } from './session';
import { withWholePack } from './whole-pack';

const PAPER = '/abs/2210.02414';
const HTML_PAPER = '/html/2301.13442';
const LISTING = '/list/cs.CL/new';
const QUERY = 'bilingual language mod';
const FOLDER = join(ROOT, '.output', 'demo');
const PICTURES = ['abs', 'listing', 'html', 'popup', 'library'] as const;
const WIDTH = 96;
/** Tall enough for abstract, facts and related papers. */
const WHOLE_PAPER = { width: 1280, height: 1180 };

/** Shows Gloss at work without display or network: sample pages at arXiv's addresses, answers as text, screenshots. */
export async function demo(found: FoundBrowser): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const { status, output } = await build(found.kind, 'e2e');
  if (status !== 0) throw new Error(output);
  const started = Date.now();
  const session = await startSession(found, withWholePack(found.kind), [ownPages()]);
  try {
    const { browser } = session;
    console.log(
      `Gloss in ${browser.version}, headless; arxiv.org is played by sample pages, nothing else is reachable.\n`,
    );
    const paper = await showPaper(browser, started);
    const listing = await showListing(browser);
    await shoot(listing, 'listing');
    await showHtmlPaper(browser);
    await showPopup(browser, paper);
    const library = await browser.openOwn('library.html');
    await library.click('.entry-option');
    await library.until(() => document.querySelector('.detail') !== null);
    await shoot(library, 'library');
    console.log(
      `\nScreenshots: ${PICTURES.map((name) => relative(process.cwd(), picture(name))).join(', ')}`,
    );
  } finally {
    await session.close();
  }
}

async function showPaper(browser: GlossBrowser, started: number): Promise<Tab> {
  const tab = await browser.open(PAPER);
  const line = await factLine(tab);
  const drawn = await measured(tab, 'gloss:stated');
  console.log(`${await tab.run(() => document.title)}\nhttps://arxiv.org${PAPER}\n`);
  console.log(`  ${line.join('  ·  ')}\n`);
  (await allFacts(tab)).forEach(printGroup);
  const related = await lookedAt(tab, relatedPapers(tab));
  const ready = Date.now() - started;
  console.log('\n  Related, and why');
  related.forEach(printRelated);
  const before = Date.now();
  const again = await browser.open(PAPER);
  await unfold(again, PANEL.related);
  const after = Date.now();
  console.log('\n  Timings');
  printTiming('facts drawn, our own work', drawn);
  printTiming('browser started, dataset imported, related papers shown', ready);
  printTiming('page loaded and related papers shown, on the next visit', after - before);
  await again.click(`${PANEL.side} >>> .save`);
  await panelHas(again, PANEL.side, '.save.saved');
  await again.page.setViewport(WHOLE_PAPER);
  await shoot(again, 'abs');
  return again;
}

/** The page of the first run comes in front at some moment, and nothing is asked for a page that nobody looks at. */
async function lookedAt<T>(tab: Tab, work: Promise<T>): Promise<T> {
  // A page that is on its way elsewhere cannot be brought to front: the next time will do.
  const timer = setInterval(() => void tab.page.bringToFront().catch(() => undefined), 500);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

async function showListing(browser: GlossBrowser): Promise<Tab> {
  const tab = await browser.open(LISTING);
  const marked = await tab.until(() => document.querySelectorAll('dt [data-gloss]').length);
  for (const row of [2, 3]) await saveRow(tab, row);
  await tab.until(() => (CSS.highlights.get('gloss-does')?.size ?? 0) > 0);
  console.log(`\nhttps://arxiv.org${LISTING}\n\n  ${marked} rows marked`);
  return tab;
}

/** Saves the paper of a row, counted from 1, and waits until the row says so. */
async function saveRow(tab: Tab, row: number): Promise<void> {
  const host = `dl dt:nth-of-type(${row}) gloss-row`;
  // Hidden until it is known whether the paper is saved.
  await tab.click(`${host} >>> .save:not([style*=hidden])`);
  await panelHas(tab, host, '.save.saved');
}

/** The card of a citation, and the pill at the edge. */
async function showHtmlPaper(browser: GlossBrowser): Promise<void> {
  const tab = await browser.open(HTML_PAPER);
  await panelHas(tab, 'gloss-panel[data-gloss="html-paper"]', '.save');
  await tab.page.bringToFront();
  await tab.run(() => document.querySelectorAll<HTMLElement>('cite a[href^="#bib"]')[1]?.focus());
  await panelHas(tab, 'gloss-card', '.title');
  // A pointer that moves would put the card away.
  await tab.screenshot(picture('html'));
}

async function showPopup(browser: GlossBrowser, over: Tab): Promise<void> {
  const popup = await browser.openPopup(over);
  await popup.until(() => document.activeElement?.getAttribute('role') === 'combobox');
  await popup.type(QUERY);
  const titles = await popup.until(() => {
    const rows = [...document.querySelectorAll('[role=option] .paper-title')].map((row) =>
      row.textContent.trim(),
    );
    return rows.length > 0 && rows;
  });
  console.log(`\nPopup, "${QUERY}" typed\n`);
  for (const title of titles.slice(0, 5)) console.log(`  ${clipped(title)}`);
  await popup.screenshot(picture('popup'));
  await popup.close();
}

function printGroup({ name, facts }: FactGroup): void {
  facts.forEach(({ label, words }, at) => {
    const said = words === null ? '' : `   "${words}"`;
    console.log(clipped(`  ${(at === 0 ? name : '').padEnd(14)}${label}${said}`));
  });
}

function printRelated({ title, about, reasons }: RelatedRow, at: number): void {
  console.log(clipped(`  ${String(at + 1).padStart(2)}  ${title}`));
  console.log(clipped(`      ${about}; ${reasons.join(', ')}`));
}

function printTiming(what: string, ms: number): void {
  console.log(`  ${what.padEnd(58)}${ms < 100 ? ms.toFixed(1) : Math.round(ms)} ms`);
}

function clipped(line: string): string {
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}

/** With the pointer out of the way. */
async function shoot(tab: Tab, name: (typeof PICTURES)[number]): Promise<void> {
  await tab.page.mouse.move(0, 0);
  await tab.screenshot(picture(name));
}

function picture(name: string): string {
  return join(FOLDER, `${name}.png`);
}
