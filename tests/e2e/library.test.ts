import { expect, test } from 'vitest';
import { PANEL, panelHas } from '../browser/annotations';
import type { Tab, View } from '../browser/gloss-browser';
import { inEachBrowser } from './gloss';
import { clickNamed, fillIn, shows, showsNot, words } from './own-views';

const ID = '2210.02414';
const TITLE = 'GLM-130B: An Open Bilingual Pre-trained Model';
const LISTING = '/list/cs.CL/new';

inEachBrowser((session) => {
  test('what is saved on a page is marked in listings, stands in the popup, and survives kill -9', async () => {
    const paper = await session().browser.open(`/abs/${ID}`);
    await paper.click(`${PANEL.side} >>> .save`);
    await savedInListing(await session().browser.open(LISTING));
    const popup = await session().browser.openPopup(paper);
    await shows(popup, words('library_saved'));
    expect(await popup.run(() => document.body.innerText)).toContain(TITLE);

    await session().restart();
    await savedInListing(await session().browser.open(LISTING));
    const again = await session().browser.open(`/abs/${ID}`);
    await panelHas(again, PANEL.side, '.save.saved');
  });

  test('lists are made, renamed, deleted and brought back', async () => {
    const popup = await session().browser.openOwn('popup.html');
    await clickNamed(popup, words('library_lists'));
    await fillIn(popup, words('library_new_list'), 'Scaling');
    await openList(popup, 'Scaling');
    await clickNamed(popup, words('library_rename'));
    await fillIn(popup, words('library_rename'), 'Scaling laws');
    await shows(popup, 'Scaling laws');
    await clickNamed(popup, words('library_delete_list'));
    // The renaming before it can be undone too.
    await shows(popup, 'Deleted “Scaling');
    await showsNot(popup, words('library_back'));
    await clickNamed(popup, words('library_undo'));
    await openList(popup, 'Scaling laws');
    await popup.close();
  });

  test('two views agree without being loaded again', async () => {
    const library = await session().browser.openOwn('library.html');
    const popup = await session().browser.openOwn('popup.html');
    await clickNamed(popup, words('library_lists'));
    await fillIn(popup, words('library_new_list'), 'Made in the popup');
    await shows(library, 'Made in the popup');
    await library.close();
    await popup.close();
  });

  test('a page and the popup agree on what is saved', async () => {
    const paper = await session().browser.open('/abs/2301.13442');
    await paper.click(`${PANEL.side} >>> .save`);
    const popup = await session().browser.openPopup(paper);
    await shows(popup, words('library_saved'));
    await popup.click('.tab-paper .button-saved');
    await shows(popup, words('library_removed'));
    await popup.close();
    await paper.page.reload();
    await panelHas(paper, PANEL.side, '.save:not(.saved)');
  });
});

/** Waits until the paper's row in a listing says that it is saved. */
async function savedInListing(tab: Tab): Promise<void> {
  await tab.until((id) => {
    const row = document.getElementById(id)?.closest('dt');
    const host = row?.querySelector('[data-gloss]');
    const save = (host?.shadowRoot ?? host)?.querySelector('.save');
    return save?.classList.contains('saved');
  }, ID);
}

async function openList(view: View, name: string): Promise<void> {
  await view.until((wanted) => {
    const rows = [...document.querySelectorAll<HTMLElement>('.list-name')];
    const row = rows.find((candidate) => candidate.querySelector('bdi')?.textContent === wanted);
    row?.click();
    return row !== undefined;
  }, name);
}
