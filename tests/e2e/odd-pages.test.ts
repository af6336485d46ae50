import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readPage } from '@/lib/page/read';
import { RPC_NAME, RPC_VERSION } from '@/lib/rpc/contract';
import { factLine, PANEL, panelHas } from '../browser/annotations';
import type { Tab } from '../browser/gloss-browser';
import { tabOf, until } from '../browser/tab';
import { siteOf } from '../pages/site';
import { inEachBrowser } from './gloss';

const ABS = '/abs/2210.02414';
const OTHER = '/abs/2301.13442';
const LIST = '/list/cs.CL/new';
const OURS = 'gloss-panel, gloss-row, gloss-veil, gloss-card, .gloss-short, [data-gloss]';

/** As other extensions do: frames and buttons where papers are, attributes everywhere, nodes taken out and put back. */
const OTHERS = `
  addEventListener('DOMContentLoaded', () => {
    document.documentElement.setAttribute('data-darkreader-mode', 'dynamic');
    for (const element of document.querySelectorAll('a, div, dt')) element.setAttribute('data-zotero', '1');
    const button = (text) => Object.assign(document.createElement('button'), { textContent: text, className: 'other' });
    document.querySelector('.extra-services')?.prepend(button('Zotero'));
    document.querySelector('blockquote.abstract')?.after(button('Scholar'));
    for (const title of document.querySelectorAll('.list-title')) title.after(button('Cite'));
    for (const dt of document.querySelectorAll('dt')) dt.append(button('PDF'));
    if (window === top) document.body.append(document.createElement('iframe'));
  });`;

/** As arXivLabs' switches do: the tabs above the abstract and below it again, the boxes of the right column taken out and put back. */
const TOGGLE = (times: number): void => {
  for (let time = 0; time < times; time += 1) {
    const tabs = document.querySelector('#labstabs, .labstabs');
    const abstract = document.querySelector('blockquote.abstract');
    const history = document.querySelector('.submission-history');
    if (tabs) (time % 2 === 0 ? abstract : history)?.before(tabs);
    const column = document.querySelector('.extra-services');
    const boxes = [...(column?.children ?? [])];
    column?.replaceChildren();
    column?.append(...boxes);
    abstract?.parentElement?.append(...abstract.parentElement.childNodes);
  }
};

inEachBrowser((session, kind) => {
  test('back and forth: what was done elsewhere meanwhile is shown, and nothing is there twice', async () => {
    const tab = await annotated(ABS);
    const thrown = errorsOf(tab);
    await tab.page.goto(`https://arxiv.org${OTHER}`);
    await panelHas(tab, PANEL.side, '.save');
    await save('2210.02414');
    await tab.run(() => history.back());
    await tab.until((path) => location.pathname === path, ABS);
    await panelHas(tab, PANEL.side, '.save.saved');
    expect(await oursTwice(tab)).toEqual([]);
    await tab.run(() => history.forward());
    await tab.until((path) => location.pathname === path, OTHER);
    await panelHas(tab, PANEL.side, '.save');
    expect(await oursTwice(tab)).toEqual([]);
    expect(thrown).toEqual([]);
    await tab.close();
  });

  test('a page with nodes of other extensions, its arXivLabs switched on and off, has ours once', async () => {
    for (const path of [ABS, LIST]) {
      const tab = await session().browser.openBlank();
      const thrown = errorsOf(tab);
      await tab.page.evaluateOnNewDocument(OTHERS);
      await tab.page.goto(`https://arxiv.org${path}`);
      await ready(tab, path);
      const before = await ours(tab);
      await tab.run(TOGGLE, 4);
      await later(tab);
      expect(await ours(tab)).toEqual(before);
      expect(await oursTwice(tab)).toEqual([]);
      if (path === ABS) {
        await tab.click(`${PANEL.facts} >>> .fold`);
        await panelHas(tab, PANEL.facts, '.table');
      }
      expect(thrown).toEqual([]);
      await tab.close();
    }
  });

  test('a page that is saved as a file with ours in it reads as the page that arXiv sent', async () => {
    for (const path of [ABS, LIST]) {
      const tab = await annotated(path);
      const saved = await tab.run(() => document.documentElement.getHTML());
      expect(saved).toContain('data-gloss');
      const address = new URL(path, 'https://arxiv.org');
      const sent = siteOf().get(path)?.html ?? '';
      const read = (html: string) => readPage(new JSDOM(html).window.document, address);
      expect(read(saved)).toEqual(read(sent));
      await tab.close();
    }
  });

  test('an open page goes on when its background was stopped', async () => {
    const tab = await annotated(OTHER);
    await session().browser.stopBackground();
    await tab.click(`${PANEL.side} >>> .save`);
    await panelHas(tab, PANEL.side, '.save.saved');
    await tab.until(
      (side) =>
        document.querySelector(side)?.shadowRoot?.querySelector<HTMLElement>('.lists > span')?.dataset[
          'says'
        ],
      PANEL.side,
    );
    await tab.close();
  });

  if (kind === 'chromium') {
    // Firefox cannot be told to show a page as printed, and prepares no pages ahead.
    test('nothing of ours is printed', async () => {
      for (const path of [ABS, LIST, '/html/2210.02414']) {
        const tab = await annotated(path);
        await tab.page.emulateMediaType('print');
        const printed = await tab.run(
          (css) =>
            [...document.querySelectorAll(css)]
              .filter(
                (host) => host.localName.startsWith('gloss-') && getComputedStyle(host).display !== 'none',
              )
              .map((host) => host.localName),
          OURS,
        );
        expect(printed, path).toEqual([]);
        await tab.close();
      }
    });

    // Puppeteer now and then never answers for a page that has taken another's place: then it is tried with the next paper.
    const papers = ['2206.11795', '2208.07638', '2211.16776'];
    test(
      'a page prepared ahead counts as opened when the reader opens it, and not before',
      { retry: 2 },
      async () => {
        const id = papers.shift() ?? '';
        const rules = JSON.stringify({ prerender: [{ urls: [`/abs/${id}`] }] });
        const body = `<!doctype html><title>x</title><a id="go" href="/abs/${id}">go</a><script type="speculationrules">${rules}</script>`;
        session().server.serve('/prepares', { status: 200, type: 'text/html; charset=utf-8', body });
        const tab = await session().browser.open('/prepares');
        const isPrepared = () =>
          session().server.requests.some(
            ({ url, headers }) => url.endsWith(id) && String(headers['sec-purpose']).includes('prerender'),
          );
        for (let look = 0; look < 100 && !isPrepared(); look += 1) await later(tab, 50);
        expect(isPrepared()).toBe(true);
        await later(tab, 1_000);
        expect(await wasSeen(id)).toBe(false);
        const preparing = tab.page.target();
        // Puppeteer gives up a tab whose prepared page is slow to take its place: that page is taken up anew.
        await tab.run(() => void setTimeout(() => document.querySelector<HTMLElement>('#go')?.click()));
        const opened = await until(
          async () => tab.page.target() !== preparing && tab.page.target(),
          'the prepared page to take its place',
        );
        const shown = tabOf(await opened.asPage());
        await shown.until(() => !Reflect.get(document, 'prerendering'));
        expect(
          await shown.run(() =>
            performance
              .getEntriesByType('navigation')
              .map((entry) => Number(Reflect.get(entry, 'activationStart')) > 0),
          ),
        ).toEqual([true]);
        await panelHas(shown, PANEL.related, '.fold');
        for (let look = 0; look < 20 && !(await wasSeen(id)); look += 1) await later(shown, 50);
        expect(await wasSeen(id)).toBe(true);
        expect(await oursTwice(shown)).toEqual([]);
        await shown.close();
      },
    );
  }

  async function annotated(path: string): Promise<Tab> {
    const tab = await session().browser.open(path);
    await ready(tab, path);
    return tab;
  }

  async function ready(tab: Tab, path: string): Promise<void> {
    if (path.startsWith('/abs')) {
      await panelHas(tab, PANEL.related, '.fold');
      if (path !== ABS) return;
      await factLine(tab);
      await tab.until(() => document.querySelector('style[data-gloss="short-forms"]') !== null);
    } else if (path.startsWith('/list'))
      await tab.until(() => document.querySelectorAll('gloss-row').length > 2);
    else await tab.until(() => document.querySelectorAll('gloss-mark').length > 2);
  }

  async function ask(method: string, params: { [key: string]: string | readonly string[] }): Promise<string> {
    const library = await session().browser.openOwn('library.html');
    const message = { rpc: RPC_NAME, version: RPC_VERSION, method, params };
    const answer = await library.run(
      async (sent) => JSON.stringify(await chrome.runtime.sendMessage(sent)),
      message,
    );
    await library.close();
    return answer;
  }

  const save = (id: string) => ask('saveKnown', { id });
  const wasSeen = async (id: string) => (await ask('marks', { ids: [id] })).includes('"seen":true');
});

function errorsOf(tab: Tab): string[] {
  const thrown: string[] = [];
  tab.page.on('pageerror', (error) =>
    thrown.push(error instanceof Error ? (error.stack ?? '') : String(error)),
  );
  tab.page.on('console', (message) => {
    if (/\[Gloss\]|uncaught/i.test(message.text())) thrown.push(message.text());
  });
  return thrown;
}

function later(tab: Tab, ms = 300): Promise<void> {
  return tab.run((wait) => new Promise<void>((resolve) => setTimeout(resolve, wait)), ms);
}

/** How many there are of each thing of ours. */
function ours(tab: Tab): Promise<{ [name: string]: number }> {
  return tab.run((css) => {
    const counts: { [name: string]: number } = {};
    for (const host of document.querySelectorAll<HTMLElement>(css)) {
      const name = `${host.localName} ${host.dataset['gloss'] ?? ''}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }, OURS);
}

/** Panels of a name that another has, and rows with two of anything. */
function oursTwice(tab: Tab): Promise<string[]> {
  return tab.run(() => {
    const names = [...document.querySelectorAll<HTMLElement>('gloss-panel')].map(
      ({ dataset }) => dataset['gloss'] ?? '',
    );
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    const rows = [...document.querySelectorAll('dt, dd')];
    const crowded = rows.filter((row) => row.querySelectorAll('gloss-row, gloss-veil').length > 1);
    return [...twice, ...crowded.map((row) => row.localName)];
  });
}
