import { expect, test } from 'vitest';
import type { Tab } from '../browser/gloss-browser';
import { invented } from '../pages/papers';
import { listPage } from '../pages/template';
import { inEachBrowser } from './gloss';

const ROWS = 260;
const PATH = '/list/cs.LG/new';
const PAPERS = Array.from({ length: ROWS }, (_, at) =>
  invented(`2611.${String(10_000 + at)}`, {
    title: `Paper ${at + 1} of the morning`,
    abstract: 'We study how models learn. '.repeat(40) + 'Our code is available at https://github.com/a/b .',
    comments: at % 3 === 0 ? 'Accepted at ICML 2026' : null,
    categories: ['cs.LG', 'stat.ML'],
  }),
);
const LISTING = listPage(
  [
    { heading: 'New submissions', rows: PAPERS.slice(0, 180).map((paper) => ({ paper })) },
    {
      heading: 'Cross submissions',
      rows: PAPERS.slice(180, 220).map((paper) => ({ paper, note: 'cross-list from stat.ML' })),
    },
    {
      heading: 'Replacement submissions',
      rows: PAPERS.slice(220).map((paper) => ({ paper, note: 'replaced' })),
    },
  ],
  { name: 'Machine Learning', abstracts: true },
);

const bar = (tab: Tab, words: string) =>
  tab.until((wanted) => {
    const host = document.querySelector('gloss-panel[data-gloss="listing-bar"]');
    const said = [...(host?.shadowRoot?.querySelectorAll<HTMLElement>('[data-says]') ?? [])];
    return said.some(({ dataset }) => dataset['says']?.includes(wanted));
  }, words);

/** Presses a button of the row whose paper has this number, once it is there and shown. */
const press = (tab: Tab, row: number, css: string) =>
  tab.until(
    (at, wanted) => {
      const dt = [...document.querySelectorAll('#dlpage dl > dt')][at - 1];
      dt?.scrollIntoView({ block: 'center' });
      const button = dt?.querySelector('gloss-row')?.shadowRoot?.querySelector<HTMLElement>(wanted);
      if (!button || button.hidden || button.style.visibility === 'hidden') return false;
      button.click();
      return true;
    },
    row,
    css,
  );

inEachBrowser((session) => {
  test('a morning: read twenty, done to here, save three; the next day it is the same place', async () => {
    session().server.serve(PATH, { status: 200, type: 'text/html; charset=utf-8', body: LISTING });
    const tab = await session().browser.open(PATH);
    await bar(tab, `0 of ${ROWS} done`);
    // What papers do is underlined as rows come into view, and only there.
    const underlined = await tab.until(() => {
      const lines = [...(CSS.highlights.get('gloss-does') ?? [])];
      const rows = [...document.querySelectorAll('#dlpage .meta > p')];
      return (
        lines.length > 0 &&
        lines.map(({ startContainer: node }) => rows.findIndex((row) => row.contains(node)))
      );
    });
    expect(underlined).toContain(0);
    expect(Math.max(...underlined)).toBeLessThan(10);
    for (const row of [3, 8, 225]) await press(tab, row, '.save');
    await bar(tab, '1 of your saved papers was replaced');
    await press(tab, 20, '.done');
    await bar(tab, `20 of ${ROWS} done`);

    await session().restart();
    const next = await session().browser.open(PATH);
    await bar(next, `20 of ${ROWS} done`);
    await bar(next, '1 of your saved papers was replaced');
    await next.click('gloss-panel[data-gloss="listing-bar"] >>> .resume');
    const place = await next.run(() => {
      const link = document.activeElement;
      const { top = -1 } = link?.getBoundingClientRect() ?? {};
      return { href: link?.getAttribute('href'), isSeen: top >= 0 && top < innerHeight };
    });
    expect(place).toEqual({ href: '/abs/2611.10020', isSeen: true });
    // Rows are drawn near the view: those above the place are greyed, those below are not.
    const wrong = await next.until(() => {
      const rows = [...document.querySelectorAll('#dlpage dl > dd')].flatMap((dd, at) => {
        const veil = dd.querySelector('gloss-veil')?.shadowRoot?.querySelector('div');
        return veil ? [{ at, isGrey: !veil.hidden }] : [];
      });
      const isBoth = rows.some(({ at }) => at < 20) && rows.some(({ at }) => at >= 20);
      return (
        isBoth &&
        rows.some(({ isGrey }) => isGrey) && {
          at: rows.find((row) => row.isGrey !== row.at < 20)?.at ?? null,
        }
      );
    });
    expect(wrong).toEqual({ at: null });
    await next.close();
  });
});
