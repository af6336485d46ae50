import { expect, test } from 'vitest';
import { PANEL } from '../browser/annotations';
import { inEachBrowser } from './gloss';
import { finds, shows, words } from './own-views';

inEachBrowser((session, kind) => {
  // Chromium lets nobody but the reader, in its own settings, take access back; nothing there can be driven.
  if (kind === 'chromium') {
    test('access to arXiv is there from the installation on', async () => {
      const page = await session().browser.openOwn('library.html');
      const origins = ['https://arxiv.org/*', 'https://www.arxiv.org/*'];
      expect(await page.run((hosts) => chrome.permissions.contains({ origins: hosts }), origins)).toBe(true);
    });
    return;
  }
  test('with access taken back the popup says so, search goes on, and pages stay as they are', async () => {
    const page = await session().browser.openOwn('library.html');
    const origins = ['https://arxiv.org/*', 'https://www.arxiv.org/*'];
    expect(await page.run((hosts) => chrome.permissions.remove({ origins: hosts }), origins)).toBe(true);
    const popup = await session().browser.openOwn('popup.html');
    await shows(popup, words('popup_no_access'));
    await shows(popup, words('popup_ask_access'));
    expect(await finds(popup, 'GLM-130B', 'GLM-130B')).toBe(true);
    const paper = await session().browser.open('/abs/2210.02414');
    await paper.run(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
    expect(await paper.run((panel) => document.querySelectorAll(panel).length, PANEL.side)).toBe(0);
  });
});
