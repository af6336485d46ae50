import { expect, test } from 'vitest';
import { RPC_NAME, RPC_VERSION } from '@/lib/rpc/contract';
import type { Tab } from '../browser/gloss-browser';
import { siteOf } from '../pages/site';
import { inEachBrowser } from './gloss';

const ID = '2210.02414';
const WATCHED = 'Neelakantan';
const PATHS = [`/abs/${ID}`, '/list/cs.CL/new', `/html/${ID}`];
/** What the reader's side of a page would say, in any of its places. */
const TELLING = ['Saved', 'seen', 'watch', WATCHED, 'You read', 'you saved', 'in 1 list', 'done', 'undo'];
/** A paper the reader may have met or saved, and words of its title: a script of the page comes to a link to it. */
const LINKED = '2301.13442';
const LINKED_TITLE = 'single-agent reinforcement';
/** Our own nodes are there at once; what the background answers comes within this. */
const ANSWERED_MS = 1_500;

/** Runs in the page before its first byte: notes all that changes and all that happens there. */
const SPY = `
  window.noted = new Set();
  const nameOf = (node) => node.nodeName + (node.getAttribute?.('data-gloss') ?? '');
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === 'attributes') noted.add(nameOf(target) + ' @' + attributeName + '=' + target.getAttribute(attributeName));
      for (const node of [...addedNodes, ...removedNodes]) if (/gloss/i.test(nameOf(node))) noted.add(nameOf(node) + ' ' + node.textContent);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of ['input', 'beforeinput', 'keydown', 'keyup', 'keypress', 'change', 'message', 'slotchange', 'focusin'])
    addEventListener(type, ({ key, data }) => noted.add(type + ' ' + key + ' ' + data), true);`;

type Seen = {
  noted: string[];
  found: string[];
  html: string;
  boxes: string[];
  felt: string;
  covered: string;
  /** Of the whole page: without a card, and with one. */
  scrolled: [string, string];
};

inEachBrowser(
  (session) => {
    test('scripts of a page see no difference between a reader who saved, read and watches, and one who did not', async () => {
      const { browser } = session();
      const library = await browser.openOwn('library.html');
      const before = await seenOn(PATHS);
      await library.run(async (watch) => {
        await chrome.storage.local.set({
          settings: { version: 1, watches: [{ kind: 'author', text: watch }] },
        });
      }, WATCHED);
      for (const id of [ID, LINKED]) {
        const message = { rpc: RPC_NAME, version: RPC_VERSION, method: 'saveKnown', params: { id } };
        const reply = await library.run(
          async (sent) => JSON.stringify(await chrome.runtime.sendMessage(sent)),
          message,
        );
        expect(JSON.parse(reply)).toMatchObject({ ok: true });
      }
      expect(await seenOn(PATHS)).toEqual(before);
      // The dataset has it, so there was a card; the page does not say these words itself.
      expect(before[`/abs/${ID}`]?.found).not.toContain(LINKED_TITLE);
      for (const { scrolled, boxes } of Object.values(before)) {
        expect(scrolled[1]).toBe(scrolled[0]);
        // Of a card's host nothing can be measured, whether a card is shown there or none.
        const cards = boxes.filter((box) => box.includes('<gloss-card'));
        expect(cards).toHaveLength(1);
        expect(cards.join()).toContain('}0,0,0,0,0,0,0,0<');
      }

      async function seenOn(paths: readonly string[]) {
        const seen: Record<string, Seen> = {};
        for (const path of paths) seen[path] = await observe(await browser.openBlank(), path);
        return seen;
      }
    });

    test('what is typed into the filter of a listing is heard by no script of the page', async () => {
      const path = '/list/cs.CL/new';
      const html = siteOf().get(path)?.html.replace('<head>', `<head><script>${SPY}</script>`) ?? '';
      session().server.serve(path, { status: 200, type: 'text/html; charset=utf-8', body: html });
      const tab = await session().browser.open(path);
      await answered(tab);
      const rows = () => tab.run(() => document.querySelectorAll('dt:not(.gloss-hidden)').length);
      const all = await rows();
      // The fold at the end of the bar opens the filter; its first field comes next.
      const [right, middle] = await tab.run((): [number, number] => {
        const bar = document.querySelector('gloss-panel')?.getBoundingClientRect();
        return bar ? [bar.right - 20, bar.top + bar.height / 2] : [0, 0];
      });
      await tab.page.mouse.click(right, middle);
      await tab.press('Tab');
      await tab.type('pre-trained');
      expect(await rows()).toBeLessThan(all);
      const heard = await tab.run(() => [...(Reflect.get(window, 'noted') as Set<string>)]);
      expect(heard.filter((event) => /^(?:input|beforeinput|key\w+) (?!Tab)/.test(event))).toEqual([]);
      await tab.close();
    });
  },
  { mode: 'production' },
);

function answered(tab: Tab): Promise<void> {
  return tab.run((wait) => new Promise<void>((resolve) => setTimeout(resolve, wait)), ANSWERED_MS);
}

/** Everything a script of the page can try, the page loaded and answered. */
async function observe(tab: Tab, path: string): Promise<Seen> {
  await tab.page.evaluateOnNewDocument(SPY);
  await tab.page.goto(`https://arxiv.org${path}`);
  await answered(tab);
  const seen = await tab.run(
    async (words, linked): Promise<Seen> => {
      const page = window as unknown as {
        find: (text: string, ...how: boolean[]) => boolean;
        noted: Set<string>;
      };
      const html = new XMLSerializer().serializeToString(document);
      const noted = [...page.noted].sort();
      const hosts = [...document.querySelectorAll('[data-gloss]')];
      /** What overflows a box is in its sizes too, though nothing scrolls there. */
      const sizesOf = (element: Element): string => {
        const { scrollWidth, scrollHeight, scrollLeft, scrollTop, clientWidth, clientHeight } = element;
        const offset = element instanceof HTMLElement ? [element.offsetWidth, element.offsetHeight] : [];
        return [
          scrollWidth,
          scrollHeight,
          scrollLeft,
          scrollTop,
          clientWidth,
          clientHeight,
          ...offset,
        ].join();
      };
      const boxes = hosts.map((host) => {
        const { x, y, width, height } = host.getBoundingClientRect();
        return [
          host.nodeName,
          x,
          y,
          width,
          height,
          sizesOf(host),
          host.shadowRoot === null,
          getComputedStyle(host).color,
        ].join(' ');
      });
      let felt = '';
      for (let y = 2; y < innerHeight; y += 6) {
        for (let x = 2; x < innerWidth; x += 12) felt += document.elementFromPoint(x, y)?.nodeName[6] ?? '.';
        felt += '\n';
      }
      const covered = await new Promise<string>((resolve) => {
        // Chromium alone says what covers an element.
        const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
          trackVisibility: true,
          delay: 100,
        };
        const observer = new IntersectionObserver((entries) => {
          resolve(entries.map((entry) => String(Reflect.get(entry, 'isVisible'))).join());
        }, options);
        const titles = document.querySelectorAll('.list-title, h1.title, li.ltx_bibitem');
        titles.forEach((title) => observer.observe(title));
        if (titles.length === 0) resolve('');
      });
      const link = document.body.appendChild(document.createElement('a'));
      link.href = `/abs/${linked}`;
      const wide = sizesOf(document.documentElement);
      link.focus({ preventScroll: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const scrolled: [string, string] = [wide, sizesOf(document.documentElement)];
      const cards = [...document.querySelectorAll('gloss-card')].map(
        (host) =>
          JSON.stringify(host.getBoundingClientRect()) +
          sizesOf(host) +
          new XMLSerializer().serializeToString(host),
      );
      // Last, for finding scrolls.
      const found = words.filter((word) => page.find(word, true, false, true));
      getSelection()?.selectAllChildren(document.body);
      const selected = String(getSelection());
      getSelection()?.removeAllRanges();
      return {
        noted,
        found: [...found, ...words.filter((word) => selected.includes(word))],
        html,
        boxes: [...boxes, ...cards],
        felt,
        covered,
        scrolled,
      };
    },
    [...TELLING, LINKED_TITLE],
    LINKED,
  );
  await tab.close();
  return seen;
}
