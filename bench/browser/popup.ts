import { datasetReady } from '@/tests/browser/dataset';
import type { BrowserKind } from '@/tests/browser/find';
import type { Tab } from '@/tests/browser/gloss-browser';
import { SEEDS } from '@/tests/pages/papers';
import { timesFigure, type Bench } from '../measure';
import { inBrowser } from './session';

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
        await popup.run(watchKeys);
        const samples: number[] = [];
        for (const query of QUERIES) samples.push(...(await typed(popup, query)));
        return [timesFigure(`key to results drawn, ${QUERIES.length} queries typed`, samples, { p95: 50 })];
      }),
  };
}

/** One sample a key; a key that changes nothing on screen has none. */
async function typed(popup: Tab, query: string): Promise<number[]> {
  await popup.press('Escape');
  const samples: number[] = [];
  for (const letter of query) {
    await popup.run(() => Reflect.set(window, 'drawnAfter', null));
    await popup.type(letter);
    await popup.run(() => new Promise<void>((resolve) => setTimeout(resolve, 150)));
    const ms = await popup.run(() => Reflect.get(window, 'drawnAfter') as number | null);
    if (ms !== null) samples.push(ms);
  }
  return samples;
}

/** Runs in the popup: `drawnAfter` is the time from the last key to the frame after the last change of the rows. */
function watchKeys(): void {
  let pressed = 0;
  document.addEventListener('input', (event) => (pressed = event.timeStamp), { capture: true });
  const main = document.querySelector('main');
  if (!main) throw new Error('the popup has no main part');
  new MutationObserver(() => {
    requestAnimationFrame(() =>
      setTimeout(() => Reflect.set(window, 'drawnAfter', performance.now() - pressed)),
    );
  }).observe(main, { childList: true, subtree: true, characterData: true });
}
