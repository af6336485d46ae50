import browser from 'webextension-polyfill';
import { KEY } from './stored';
import {
  asRecord,
  DEFAULTS,
  parseSettings,
  type Settings,
  type SettingsChange,
  type StoredSettings,
  withChange,
  withTakenBack,
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

/** What putting the settings of a backup in place of these changes; what is watched here stays. */
export async function changeBroughtIn(from: unknown): Promise<SettingsChange & { after: Settings }> {
  const before = await storedSettings();
  const { watches } = parseSettings(before);
  const theirs = parseSettings(from);
  const known = new Set(watches.map(({ kind, text }) => `${kind} ${text}`));
  const added = theirs.watches.filter(({ kind, text }) => !known.has(`${kind} ${text}`));
  return { before, after: { ...theirs, watches: [...watches, ...added] } };
}

/** Takes back what such a change did, and nothing of what was changed since. */
export async function takeBackSettings(change: unknown): Promise<void> {
  const { before, after } = asRecord(change);
  const next = withTakenBack(await storedSettings(), { before, after });
  if (next === null) await browser.storage.local.remove(KEY);
  else await changeSettings(next);
}

/** Calls back at every change, in any context. Returns the unsubscribe function. */
export function onSettingsChange(next: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) next(parseSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
