import { expect, test } from 'vitest';
import { inEachBrowser } from './gloss';
import { clickNamed, shows, words } from './own-views';

const TITLE = 'GLM-130B: An Open Bilingual Pre-trained Model';

inEachBrowser((session) => {
  test('the panel says what the paper beside it is, and follows the tab', async () => {
    const { browser } = session();
    const paper = await browser.open('/abs/2210.02414');
    const panel = await browser.openSidePanel(paper);
    await shows(panel, TITLE);
    // From the page, which was captured, and from the dataset.
    await shows(panel, 'We introduce GLM-130B');
    await shows(panel, words('page_group_open'));
    await panel.until(() => document.querySelectorAll('.related-row').length > 3);

    await clickNamed(panel, words('library_save'));
    await shows(panel, words('library_saved'));

    const listing = await browser.open('/list/cs.CL/new');
    await shows(panel, words('side_teach'));
    await shows(panel, TITLE);
    await listing.page.goto('https://arxiv.org/abs/2301.13442');
    await shows(panel, 'Scaling laws for single-agent reinforcement learning');
    expect(await panel.run(() => document.body.innerText)).not.toContain(TITLE);
    await paper.page.bringToFront();
    await shows(panel, TITLE);
    await panel.close();
  });

  test('the tab of a PDF says which paper it is, where the browser lets us, and its button that it is saved', async () => {
    const { browser } = session();
    const tab = await browser.openBlank();
    // Firefox does not say when its viewer has loaded.
    void tab.page.goto('https://arxiv.org/pdf/2210.02414').catch(() => undefined);
    const library = await browser.openOwn('library.html');
    const shown = () =>
      library.run(async () => {
        const tabs = await chrome.tabs.query({});
        const pdf = tabs.find(({ url }) => url?.includes('/pdf/'));
        return [pdf?.title, pdf?.id && (await chrome.action.getBadgeText({ tabId: pdf.id }))];
      });
    const title = browser.kind === 'chromium' ? `[2210.02414] ${TITLE}` : '2210.02414';
    await expect.poll(shown, { timeout: 10_000 }).toEqual([title, '✓']);
    await library.close();
    await tab.close();
  });
});
