import { expect, test } from 'vitest';
import { allFacts, panelHas, relatedPapers } from '../browser/annotations';
import { stockLibrary } from '../shots/sample-library';
import { violations } from './axe';
import { inEachBrowser } from './gloss';
import { clickNamed, finds, shows, words } from './own-views';

inEachBrowser((session) => {
  test('what we put on an abstract page', async () => {
    const tab = await session().browser.open('/abs/2210.02414');
    await allFacts(tab);
    await relatedPapers(tab);
    expect(await violations(tab, 'gloss-panel')).toEqual([]);
    await tab.close();
  });

  test('what we put on a listing, with its bar and filter', async () => {
    const tab = await session().browser.open('/list/cs.CL/new');
    await tab.until(() => document.querySelectorAll('dt [data-gloss]').length > 3);
    await tab.click('gloss-panel[data-gloss="listing-bar"] >>> .fold');
    await panelHas(tab, 'gloss-panel[data-gloss="listing-bar"]', '.filter');
    expect(await violations(tab, '[data-gloss]')).toEqual([]);
    await tab.close();
  });

  test.each(['light', 'dark'])(
    'what we put on an HTML paper: the pill unfolded, a card, %s',
    async (theme) => {
      const pill = 'gloss-panel[data-gloss="html-paper"]';
      const tab = await session().browser.open('/html/2210.02414');
      await tab.run((name) => document.documentElement.setAttribute('data-theme', name), theme);
      for (const place of [0, 1]) {
        await tab.until(
          (host, at) => {
            const folds = document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLElement>('.fold');
            // Facts and related papers: before both are there, one may take the other's place.
            if (folds?.length !== 2) return false;
            folds[at]?.click();
            return true;
          },
          pill,
          place,
        );
        await panelHas(tab, pill, '.unfolded');
        expect(await violations(tab, pill)).toEqual([]);
      }
      // A page behind another gets no focus.
      await tab.page.bringToFront();
      await tab.run(() => document.querySelector<HTMLElement>('cite a[href^="#bib"]')?.focus());
      await panelHas(tab, 'gloss-card', '.title');
      expect(await violations(tab, 'gloss-card')).toEqual([]);
      await tab.close();
    },
  );

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

  test('the library page, every part of it, light and dark', async () => {
    const { browser } = session();
    await stockLibrary(browser);
    const page = await browser.openOwn('library.html');
    const look = async () => {
      for (const scheme of ['light', 'dark'] as const) {
        await browser.setColours(page, { scheme, forced: false });
        // Buttons change their colour slowly.
        await page.until(() => document.getAnimations().length === 0);
        expect(await violations(page)).toEqual([]);
      }
    };
    await page.click('.entry-option');
    await look();
    await page.click('.entry-mark');
    await shows(page, words('marked_bibtex'));
    await look();
    await clickNamed(page, words('library_duplicates'));
    await shows(page, words('duplicates_merge'));
    await look();
    await clickNamed(page, words('library_deleted'));
    await shows(page, words('deleted_intro'));
    await look();
    for (const panel of ['exchange', 'dataset', 'settings']) {
      await page.click(`.page-tab[href="#${panel}"]`);
      await page.until(() => document.querySelector('main h2')?.textContent);
      await look();
    }
    await page.close();
  });
});
