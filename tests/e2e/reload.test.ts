import { expect, test } from 'vitest';
import { factLine, PANEL, relatedPapers } from '../browser/annotations';
import { inEachBrowser } from './gloss';

inEachBrowser((session, kind) => {
  test('after an update under an open page our old nodes are gone, and nothing is there twice', async () => {
    const { browser } = session();
    const open = await browser.open('/abs/2210.02414');
    await factLine(open);
    await relatedPapers(open);
    await browser.reloadExtension();
    await open.page.bringToFront();
    await open.run(() => window.dispatchEvent(new Event('focus')));
    // Firefox starts the new content script in open pages; Chrome leaves them to be loaded again.
    const wanted = kind === 'firefox' ? 1 : 0;
    await open.until(
      (panel, count) => document.querySelectorAll(panel).length === count,
      PANEL.facts,
      wanted,
    );
    expect(await open.run((panel) => document.querySelectorAll(panel).length, PANEL.side)).toBe(wanted);

    const fresh = await browser.open('/abs/2210.02414');
    expect(await factLine(fresh)).not.toEqual([]);
    expect((await relatedPapers(fresh)).length).toBeGreaterThan(0);
  });

  test('a stopped background answers the next page', async () => {
    const { browser } = session();
    await relatedPapers(await browser.open('/abs/2301.13442'));
    await browser.stopBackground();
    expect((await relatedPapers(await browser.open('/abs/2206.11795'))).length).toBeGreaterThan(0);
  });
});
