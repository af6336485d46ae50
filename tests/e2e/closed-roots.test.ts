import { expect, test } from 'vitest';
import { PANEL } from '../browser/annotations';
import { inEachBrowser } from './gloss';

inEachBrowser(
  (session) => {
    test('in the build that readers get, scripts of the page cannot look into what we draw', async () => {
      const tab = await session().browser.open('/abs/2210.02414');
      await tab.until(
        (panels) => panels.every((panel) => document.querySelector(panel)),
        Object.values(PANEL),
      );
      const seen = await tab.run(() =>
        [...document.querySelectorAll('gloss-panel')].map((host) => [
          host.shadowRoot === null,
          host.textContent,
          host.childElementCount,
        ]),
      );
      expect(seen).toEqual(seen.map(() => [true, '', 0]));
      expect(
        await tab.run(() => performance.getEntries().filter(({ name }) => name.startsWith('gloss')).length),
      ).toBe(0);
    });
  },
  { mode: 'production' },
);
