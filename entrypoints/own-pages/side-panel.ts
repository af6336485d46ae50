import browser from 'webextension-polyfill';

// The polyfill has no types for Chrome's side panel; Firefox, which has a sidebar, has no such thing.
declare const chrome: { sidePanel?: { open(options: { windowId: number }): Promise<void> } };

/**
 * Opens the panel beside the page. To be called in the turn of the reader's click: browsers refuse it
 * later, so the window has to be known by then.
 */
export function openSidePanel(windowId: number): Promise<void> {
  if (chrome.sidePanel !== undefined) return chrome.sidePanel.open({ windowId });
  return browser.sidebarAction.open();
}
