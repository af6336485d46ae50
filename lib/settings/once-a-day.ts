import browser from 'webextension-polyfill';

/** The item of storage.local that holds when the reader was last told of a page that cannot be read. */
const KEY = 'toldOfChangedPage';
const DAY = 24 * 60 * 60 * 1000;

/** True when a day has passed since it was last true, which is noted. Not where that cannot be known. */
export async function mayTellAt(now: number): Promise<boolean> {
  try {
    const { [KEY]: told } = await browser.storage.local.get(KEY);
    // A clock that was set back does not silence us for long.
    if (typeof told === 'number' && told <= now && now - told < DAY) return false;
    await browser.storage.local.set({ [KEY]: now });
    return true;
  } catch (error) {
    console.debug('[gloss] settings', error);
    return false;
  }
}
