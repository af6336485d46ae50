import { expect, test } from 'vitest';
import { factLine, PANEL, panelHas } from '../browser/annotations';
import type { Tab } from '../browser/gloss-browser';
import type { Session } from '../browser/session';
import { inEachBrowser } from './gloss';

/** The same pages, where Gloss does not run: what moves here is the page's own doing. */
const WITHOUT_GLOSS = 'https://static.arxiv.org';
const PIECES = { pieces: 20, delay: 40 };

/**
 * Puts into `window.moved` the name of every element that moved: those the browser reports
 * (Chromium's layout shifts), and some that every browser can be asked about, frame by frame.
 */
const WATCH = `
  window.mathJaxStandInLater = true;
  window.moved = [];
  const nameOf = (node) => {
    const element = node?.nodeType === 3 ? node.parentElement : node;
    return element ? element.tagName.toLowerCase() + '.' + element.className + ' in .' + element.parentElement?.className : 'gone';
  };
  const watched = ['h1.title', '.authors', 'blockquote.abstract', '.metatable', '.submission-history', '.full-text', '.browse', '#dlpage h1', '#dlpage dl > dt:nth-of-type(3)', '#dlpage dl > dt:nth-of-type(5)'];
  const tops = new Map();
  const look = () => {
    for (const css of watched) {
      const element = document.querySelector(css);
      if (!element) continue;
      const top = Math.round(element.getBoundingClientRect().top + scrollY);
      if (tops.has(css) && Math.abs(tops.get(css) - top) > 1) window.moved.push(css);
      tops.set(css, top);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries()) window.moved.push(...sources.map(({ node }) => nameOf(node)));
    }).observe({ type: 'layout-shift', buffered: true });
`;

inEachBrowser((session) => {
  test.each([
    '/abs/2210.02414',
    '/abs/2211.16776',
    '/abs/2206.11795',
    '/list/cs.CL/new',
    '/list/cs.CL/recent',
  ])('nothing on %s moves on our account, though it comes in pieces', async (path) => {
    session().server.setPace(PIECES);
    const own = new Set<string>();
    for (let load = 0; load < 2; load += 1)
      for (const name of await movedAt(session(), WITHOUT_GLOSS + path)) own.add(name);
    const moved = await movedAt(session(), path, (tab) => annotated(tab, path));
    expect(moved.filter((name) => !own.has(name))).toEqual([]);
  });
});

/** The names of what moved on a page until 500 ms after `whenReady`. */
async function movedAt(
  { browser }: Session,
  address: string,
  whenReady?: (tab: Tab) => Promise<unknown>,
): Promise<string[]> {
  const tab = await browser.openBlank();
  await tab.page.evaluateOnNewDocument(WATCH);
  await tab.page.goto(new URL(address, 'https://arxiv.org').href);
  await whenReady?.(tab);
  await tab.run(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
  const moved = await tab.run(() => Reflect.get(window, 'moved') as string[]);
  await tab.close();
  return moved;
}

async function annotated(tab: Tab, path: string): Promise<void> {
  if (path.startsWith('/list')) {
    await tab.until(() => document.querySelectorAll('dt [data-gloss]').length > 3);
    return;
  }
  await factLine(tab);
  await panelHas(tab, PANEL.related, '.fold');
}
