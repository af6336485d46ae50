import browser from 'webextension-polyfill';
import { KEY } from './stored';
import {
  asRecord,
  DEFAULTS,
  parseSettings,
  type Settings,
  type StoredSettings,
  withChange,
} from './settings';

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

/** The settings as they are stored, for a backup; null where none was ever changed. */
export async function storedSettings(): Promise<StoredSettings | null> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return stored === undefined ? null : asRecord(stored);
}

/** Puts the settings of a backup in place of these; what is watched here stays. Resolves to what takes that back. */
export async function bringInSettings(from: unknown): Promise<() => Promise<void>> {
  const before = await storedSettings();
  const { watches } = parseSettings(before);
  const theirs = parseSettings(from);
  const known = new Set(watches.map(({ kind, text }) => `${kind} ${text}`));
  const added = theirs.watches.filter(({ kind, text }) => !known.has(`${kind} ${text}`));
  await changeSettings({ ...theirs, watches: [...watches, ...added] });
  return () =>
    before === null ? browser.storage.local.remove(KEY) : browser.storage.local.set({ [KEY]: before });
}

/** Calls back at every change, in any context. Returns the unsubscribe function. */
export function onSettingsChange(next: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) next(parseSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
