import { expect, test } from 'vitest';
import { factLine, PANEL } from '../browser/annotations';
import { GARBAGE, withFaultyBackground } from '../browser/faulty-background';
import type { Tab } from '../browser/gloss-browser';
import { siteOf } from '../pages/site';
import { inEachBrowser } from './gloss';

const ABS = '/abs/2211.16776';
const LIST = '/list/cs.CL/new';
const STATED = ['Code', 'authors claim state of the art'];

inEachBrowser(
  (session) => {
    test('a background that answers garbage: the page keeps what it read, and nothing is thrown', async () => {
      const tab = await session().browser.openBlank();
      const thrown: string[] = [];
      let at = '';
      tab.page.on('pageerror', (error) => thrown.push(`${at}: ${String(error)}`));
      tab.page.on('console', (message) => {
        if (/uncaught/i.test(message.text())) thrown.push(`${at}: ${message.text()}`);
      });
      for (const [number, answer] of GARBAGE.entries()) {
        at = answer;
        await goTo(tab, ABS, number);
        expect(await factLine(tab), at).toEqual(STATED);
        await settled(tab);
        expect(await says(tab, PANEL.side), at).toEqual(['Save']);
        await goTo(tab, LIST, number);
        await drawn(tab);
        expect(await says(tab, 'gloss-row'), at).not.toContain('Saved');
        expect(await says(tab, 'gloss-row'), at).not.toContain('seen');
        expect(
          (await says(tab, 'gloss-panel')).filter((words) => /done|saved|watch/i.test(words)),
          at,
        ).toEqual([]);
      }
      expect(thrown).toEqual([]);
      await tab.close();
    });

    test('a background that never answers, and one that takes ten seconds', async () => {
      const never = await session().browser.openBlank();
      await goTo(never, ABS, 'never');
      const slow = await session().browser.openBlank();
      await goTo(slow, ABS, 'slow');
      for (const tab of [never, slow]) {
        expect(await factLine(tab)).toEqual(STATED);
        expect(await says(tab, PANEL.side)).toEqual(['Save']);
        expect(await says(tab, PANEL.related)).toEqual([]);
      }
      await slow.until(
        (side) => Boolean(document.querySelector(side)?.shadowRoot?.querySelector('.save.saved')),
        PANEL.side,
      );
      expect(await factLine(slow)).toEqual(STATED);
      expect(await says(never, PANEL.side)).toEqual(['Save']);
      for (const tab of [never, slow]) await tab.close();
    });

    async function goTo(tab: Tab, path: string, how: number | string): Promise<void> {
      const address = `${path}?background=${how}`;
      const body = siteOf().get(path)?.html ?? '';
      session().server.serve(address, { status: 200, type: 'text/html; charset=utf-8', body });
      await tab.page.goto(`https://arxiv.org${address}`);
    }
  },
  { extension: withFaultyBackground, imported: false },
);

/** Answers that are there at once have come. */
function settled(tab: Tab): Promise<void> {
  return tab.run(() => new Promise<void>((resolve) => setTimeout(resolve, 150)));
}

async function drawn(tab: Tab): Promise<void> {
  await tab.until(() => document.querySelector('gloss-row') !== null);
  await settled(tab);
}

/** What of the reader is said in the roots that the selector finds, and can be seen. */
function says(tab: Tab, hosts: string): Promise<string[]> {
  return tab.run(
    (css) =>
      [...document.querySelectorAll(css)]
        .flatMap((host) => [...(host.shadowRoot?.querySelectorAll<HTMLElement>('[data-says]') ?? [])])
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map(({ dataset }) => dataset['says'] ?? ''),
    hosts,
  );
}
