import browser from 'webextension-polyfill';

const SAVED = '✓';
const COLOUR = '#0b665a';

/** The toolbar button of a tab says whether its paper is saved. A tab that is gone is no fault. */
export async function showBadge(tab: number, isSaved: boolean): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId: tab, text: isSaved ? SAVED : '' });
    if (isSaved) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: COLOUR });
  } catch (error) {
    console.debug('[gloss] badge', error);
  }
}
