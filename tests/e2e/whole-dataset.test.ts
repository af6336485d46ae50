import { expect, test } from 'vitest';
import { datasetReady } from '../browser/dataset';
import { inEachBrowser } from './gloss';
import { finds } from './own-views';

// The other tests make do with a part of the dataset: pipeline/release/small-pack.ts.
inEachBrowser(
  (session) => {
    test('the build that readers get brings in a quarter of a million papers and finds them', async () => {
      await datasetReady(session().browser);
      const popup = await session().browser.openOwn('popup.html');
      const status = await popup.until(() => document.querySelector('.foot-status')?.textContent ?? '');
      expect(Number(/([\d.,\s]+) papers/.exec(status)?.[1]?.replace(/\D/g, ''))).toBeGreaterThan(250_000);
      expect(await finds(popup, 'GLM-130B', 'GLM-130B')).toBe(true);
    });
  },
  { mode: 'production', imported: false },
);
