import browser from 'webextension-polyfill';

const SAVED = '✓';
const COLOUR = '#0b665a';

const FAILED = '!';
const FAILED_COLOUR = '#a3280e';

/** What the reader asked for by a menu or a key and what could not be done, said at the button until the tab goes elsewhere. */
export async function showFailure(tab: number, words: string): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId: tab, text: FAILED });
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: FAILED_COLOUR });
    await browser.action.setTitle({ tabId: tab, title: words });
  } catch (error) {
    console.debug('[gloss] badge', error);
  }
}

/** Whether the button of a tab tells of what could not be done. A tab that is gone does not. */
export async function tellsFailure(tab: number): Promise<boolean> {
  try {
    return (await browser.action.getBadgeText({ tabId: tab })) === FAILED;
  } catch (error) {
    console.debug('[gloss] badge', error);
    return false;
  }
}

/** The toolbar button of a tab says whether its paper is saved. A tab that is gone is no fault. */
export async function showBadge(tab: number, isSaved: boolean): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId: tab, text: isSaved ? SAVED : '' });
    // It may still tell of something that could not be done.
    await browser.action.setTitle({ tabId: tab, title: browser.i18n.getMessage('page_brand') });
    if (isSaved) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: COLOUR });
  } catch (error) {
    console.debug('[gloss] badge', error);
  }
}
