import type { GlossBrowser, View } from './gloss-browser';

/** Waits until the first import has ended well, looking on in a popup of its own. */
export async function datasetReady(browser: GlossBrowser): Promise<void> {
  const popup = await browser.openOwn('popup.html');
  await saysHowMany(popup);
  await popup.close();
}

/** Waits until the popup says how many papers are here. */
export async function saysHowMany(popup: View): Promise<void> {
  await popup.until(() => /\d papers/.test(document.querySelector('.foot-status')?.textContent ?? ''));
}
