import { RPC_VERSION } from '@/lib/rpc/contract';
import { PANEL, panelHas } from '@/tests/browser/annotations';
import { datasetReady } from '@/tests/browser/dataset';
import type { BrowserKind } from '@/tests/browser/find';
import type { Tab } from '@/tests/browser/gloss-browser';
import type { Session } from '@/tests/browser/session';
import { SEEDS } from '@/tests/pages/papers';
import { timesFigure, type Bench } from '../measure';
import { inBrowser } from './session';

const ROUNDS = 3;

/** What a page waits for: the answer to `open` (related papers, saved state), background stopped and running; its related papers. */
export function backgroundBench(kind: BrowserKind): Bench {
  return {
    name: `Background, ${kind}`,
    run: () =>
      inBrowser(kind, async (session) => {
        await datasetReady(session.browser);
        const page = await session.browser.openOwn('library.html');
        const cold: number[] = [];
        const warm: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          for (const paper of SEEDS) {
            await session.browser.stopBackground();
            cold.push(await askOpen(page, paper));
            warm.push(await askOpen(page, paper));
          }
        }
        return [
          timesFigure('answer to `open`, background stopped before', cold, { p95: 100 }),
          timesFigure('answer to `open`, background running', warm, { p95: 50 }),
          timesFigure(
            'from the last byte of an abstract page to its related papers; background stopped, page in four pieces over 240 ms',
            await untilRelated(session),
          ),
        ];
      }),
  };
}

/** As a reader meets it: the background is woken while the page comes in, and asked when it is read. */
async function untilRelated({ browser, server }: Session): Promise<number[]> {
  server.setPace({ pieces: 4, delay: 60 });
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { id } of SEEDS) {
      await browser.stopBackground();
      const tab = await browser.openBlank();
      await tab.page.goto(`https://arxiv.org/abs/${id}`);
      await panelHas(tab, PANEL.related, '.fold');
      samples.push(
        await tab.run(() => {
          const drawn = performance.getEntriesByName('gloss:related')[0];
          const loaded = performance.getEntriesByType('navigation')[0];
          if (!drawn || !loaded || !('responseEnd' in loaded)) throw new Error('not measured');
          return drawn.startTime + drawn.duration - Number(loaded.responseEnd);
        }),
      );
      await tab.close();
    }
  }
  server.setPace({ pieces: 1, delay: 0 });
  return samples;
}

/** ms from asking to having the answer, with related papers in it. */
export async function askOpen(page: Tab, paper: (typeof SEEDS)[number]): Promise<number> {
  const { ms, related } = await page.run(
    async (asked, version) => {
      const start = performance.now();
      const reply: unknown = await chrome.runtime.sendMessage({
        rpc: 'gloss',
        version,
        method: 'open',
        params: { paper: asked },
      });
      const took = performance.now() - start;
      return {
        ms: took,
        related: (reply as { value?: { related?: unknown[] } }).value?.related?.length ?? 0,
      };
    },
    paper as never,
    RPC_VERSION,
  );
  if (related === 0) throw new Error(`no related papers for ${paper.id}`);
  return ms;
}
