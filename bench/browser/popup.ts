import { datasetReady } from '@/tests/browser/dataset';
import type { BrowserKind } from '@/tests/browser/find';
import { SEEDS } from '@/tests/pages/papers';
import { timesFigure, type Bench } from '../measure';
import { inBrowser } from './session';
import { typed, watchTyping } from './typing';

const QUERIES = [
  ...SEEDS.slice(0, 5).map(({ title }) => title.split(' ').slice(0, 3).join(' ')),
  'graph neural networks',
  'quantum error correction',
  'he kaiming',
  'dark matter halo',
];

/** Typing in the popup: from each key until the results it leads to are drawn. */
export function popupBench(kind: BrowserKind): Bench {
  return {
    name: `Popup, ${kind}`,
    run: () =>
      inBrowser(kind, async (session) => {
        await datasetReady(session.browser);
        const popup = await session.browser.openOwn('popup.html');
        await popup.until(() => document.activeElement?.getAttribute('role') === 'combobox');
        await watchTyping(popup);
        const samples: number[] = [];
        for (const query of QUERIES) {
          await popup.press('Escape');
          samples.push(...(await typed(popup, query)));
        }
        return [timesFigure(`key to results drawn, ${QUERIES.length} queries typed`, samples, { p95: 50 })];
      }),
  };
}
