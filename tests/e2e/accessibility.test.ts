import axe from 'axe-core';
import { expect, test } from 'vitest';
import { allFacts, relatedPapers } from '../browser/annotations';
import type { Tab } from '../browser/gloss-browser';
import { inEachBrowser } from './gloss';
import { clickNamed, finds, shows, words } from './own-views';

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] };

inEachBrowser((session) => {
  test('what we put on an abstract page', async () => {
    const tab = await session().browser.open('/abs/2210.02414');
    await allFacts(tab);
    await relatedPapers(tab);
    expect(await violations(tab, 'gloss-panel')).toEqual([]);
    await tab.close();
  });

  test('what we put on a listing', async () => {
    const tab = await session().browser.open('/list/cs.CL/new');
    await tab.until(() => document.querySelectorAll('dt [data-gloss]').length > 3);
    expect(await violations(tab, '[data-gloss]')).toEqual([]);
    await tab.close();
  });

  test('the popup: results, lists, keys', async () => {
    const popup = await session().browser.openOwn('popup.html');
    await finds(popup, 'GLM-130B', 'GLM-130B');
    expect(await violations(popup)).toEqual([]);
    await clickNamed(popup, words('library_lists'));
    expect(await violations(popup)).toEqual([]);
    await clickNamed(popup, words('popup_keys'));
    expect(await violations(popup)).toEqual([]);
    await popup.close();
  });

  test('the page of the first run', async () => {
    const page = await session().browser.openOwn('welcome.html');
    await page.until(() => document.querySelector('.welcome-ready') !== null);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('the side panel: with a paper beside it, and without', async () => {
    const panel = await session().browser.openOwn('sidepanel.html');
    await shows(panel, words('side_teach'));
    expect(await violations(panel)).toEqual([]);
    const paper = await session().browser.open('/abs/2210.02414');
    await panel.until(() => document.querySelectorAll('.related-row').length > 3);
    await clickNamed(panel, words('library_save'));
    expect(await violations(panel)).toEqual([]);
    await panel.close();
    await paper.close();
  });

  test.each(['library', 'dataset', 'settings'])('the library page: %s', async (panel) => {
    const page = await session().browser.openOwn(`library.html#${panel}`);
    await page.until(() => document.querySelector('main')?.childElementCount);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

/** What axe finds wrong, in the whole page or in the elements of a selector, one line each. */
async function violations(tab: Tab, within = 'html'): Promise<string[]> {
  await tab.page.evaluate(axe.source);
  const found = (await tab.page.evaluate(
    `axe.run(${JSON.stringify(within)}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => JSON.parse(JSON.stringify(violations)))`,
  )) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary}`),
  );
}
