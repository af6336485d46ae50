import browser from 'webextension-polyfill';

const KEY = 'welcomed';

/** Opens the page of the first run: once, also where the extension is installed again over what it kept. */
export async function welcome(): Promise<void> {
  if ((await browser.storage.local.get(KEY))[KEY] === true) return;
  await browser.storage.local.set({ [KEY]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
