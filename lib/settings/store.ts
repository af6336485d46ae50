import browser from 'webextension-polyfill';
import { KEY } from './stored';
import { DEFAULTS, parseSettings, withChange, type Settings } from './settings';

/** The settings now; where they cannot be read the defaults, for a page must be drawn, but with nothing noted. */
export async function readSettings(): Promise<Settings> {
  try {
    return parseSettings((await browser.storage.local.get(KEY))[KEY]);
  } catch (error) {
    console.error('[gloss] settings', error);
    // What the reader switched off is not known now, so nothing is noted.
    return { ...DEFAULTS, history: false, capture: false };
  }
}

/** Changes some settings and leaves the others. Rejects when they cannot be stored. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const stored = withChange((await browser.storage.local.get(KEY))[KEY], change);
  await browser.storage.local.set({ [KEY]: stored });
  return parseSettings(stored);
}

/** Calls back at every change, in any context. Returns the unsubscribe function. */
export function onSettingsChange(next: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) next(parseSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
