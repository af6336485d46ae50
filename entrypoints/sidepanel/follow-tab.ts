import browser, { type Tabs } from 'webextension-polyfill';

/**
 * Calls back with the active tab of this window, now and whenever it becomes another, or goes elsewhere.
 * The tab says its address only where the reader let us see it: on arXiv.
 */
export function followTab(next: (tab: Pick<Tabs.Tab, 'url' | 'title'>) => void): void {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const mine = asked;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // Answers may come out of order.
    if (mine === asked) next(tab ?? {});
  };
  const look = () => void ask().catch((error: unknown) => console.error('[gloss] tab', error));
  browser.tabs.onActivated.addListener(look);
  browser.tabs.onUpdated.addListener((_id, _change, tab) => {
    if (tab.active) look();
  });
  look();
}
