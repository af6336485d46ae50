import { factLine, measured, PANEL, panelHas } from '@/tests/browser/annotations';
import { datasetReady } from '@/tests/browser/dataset';
import type { BrowserKind } from '@/tests/browser/find';
import type { Tab } from '@/tests/browser/gloss-browser';
import type { Session } from '@/tests/browser/session';
import { SEEDS } from '@/tests/pages/papers';
import { figure, timesFigure, type Bench, type Figure } from '../measure';
import { ownWork } from './own-work';
import { inBrowser } from './session';

const ROUNDS = 4;
/** All but the one of which arXiv's own lines say all there is. */
const STATING = SEEDS.filter(({ id }) => id !== '2301.13442');
const SHIFTS = `
  window.mathJaxStandInLater = true;
  window.shifts = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });`;

/** The content script on abstract pages. Chromium alone can be asked for what of the time was our own work. */
export function absPageBench(kind: BrowserKind): Bench {
  return {
    name: `Abstract page, ${kind}`,
    run: () =>
      inBrowser(kind, async (session) => {
        await datasetReady(session.browser);
        const elapsed = await eachSeed(session, async (tab, address) => {
          await tab.page.goto(address);
          await factLine(tab);
          return measured(tab, 'gloss:stated');
        });
        const figures = [
          timesFigure(
            'from the browser calling us with the abstract until the stated facts are drawn',
            elapsed,
          ),
        ];
        if (kind === 'firefox') return figures;
        const own = await eachSeed(session, (tab, address) =>
          ownWork(tab, address, 'gloss:stated', () => factLine(tab)),
        );
        const goal = { p50: 12, p95: 28 };
        return [
          timesFigure(
            'all our main-thread time until the stated facts are drawn, compiling and evaluating in it',
            own,
            goal,
          ),
          ...figures,
          await layoutShift(session),
        ];
      }),
  };
}

/** Each seed that states something, several times, each in a new tab. */
async function eachSeed(
  { browser }: Session,
  measure: (tab: Tab, address: string) => Promise<number>,
): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { id } of STATING) {
      const tab = await browser.openBlank();
      samples.push(await measure(tab, `https://arxiv.org/abs/${id}`));
      await tab.close();
    }
  }
  return samples;
}

/**
 * The abstract in view and the page sent in pieces, as over a slow line; less what the same page
 * shifts without Gloss, at a name it does not run on. Chromium alone reports shifts.
 */
async function layoutShift(session: Session): Promise<Figure> {
  session.server.setPace({ pieces: 20, delay: 40 });
  let worst = 0;
  for (const { id } of STATING.slice(0, 5)) {
    const own = await shiftAt(session, `https://static.arxiv.org/abs/${id}`);
    const whole = await shiftAt(session, `https://arxiv.org/abs/${id}`, PANEL.related);
    worst = Math.max(worst, whole - own);
  }
  session.server.setPace({ pieces: 1, delay: 0 });
  return figure('layout shift, page in 20 pieces, worst of 5 papers', Math.round(worst * 1000) / 1000, 0, '');
}

async function shiftAt({ browser }: Session, address: string, panel?: string): Promise<number> {
  const tab = await browser.openBlank();
  await tab.page.evaluateOnNewDocument(SHIFTS);
  await tab.page.goto(address);
  // Not unfolded: that is the reader's doing.
  if (panel !== undefined) await panelHas(tab, panel, '.fold');
  await tab.run(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
  const shifts = await tab.run(() => Number(Reflect.get(window, 'shifts')));
  await tab.close();
  return shifts;
}
