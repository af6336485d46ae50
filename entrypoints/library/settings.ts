import browser from 'webextension-polyfill';
import type { SettingsProps, Shortcut } from '@/components/library/settings-panel';
import type { Text } from '@/components/make-text';
import type { Library } from '@/lib/library';
import { changeSettings, onSettingsChange, readSettings, type Settings } from '@/lib/settings';
import { forgetOld } from '../kept-apart/forget-old';
import { report } from '../own-pages/report';
import { takeBack } from '../own-pages/take-back';
import { changeOfSwitch, switchesOf } from './switches';

/** By the keys one comes to 365 days over 30: what is forgotten is gone, so the choice is to stand a moment. */
const CHOSEN_AFTER_MS = 3_000;

/** Calls back with the settings as the panel shows them, now and after every change of them. */
export function watchSettings(
  text: Text,
  library: Pick<Library, 'forgetSince' | 'forgetBefore' | 'noteSettings' | 'settingsOf' | 'undo'>,
  next: (settings: SettingsProps) => void,
): void {
  const shortcuts = readShortcuts(text).catch((error: unknown) => {
    report(error);
    return [];
  });
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  const tell = async (settings: Settings) =>
    next({
      ...settings,
      switches: switchesOf(text, settings),
      shortcuts: await shortcuts,
      onSwitch: async (id, on) => changeSettings(changeOfSwitch(id, on, await readSettings())),
      onWatches: (watches) => changeSettings({ watches }),
      onRemoveWatch: async ({ kind, text }) => {
        const before = (await readSettings()).watches;
        const watches = before.filter((one) => one.kind !== kind || one.text !== text);
        const change = { before: { watches: before }, after: { watches } };
        const token = await library.noteSettings({ kind: 'watch', name: text }, change);
        await changeSettings({ watches });
        return () => takeBack(library, token);
      },
      onHistoryDays: async (historyDays) => {
        await changeSettings({ historyDays });
        clearTimeout(forgetting);
        forgetting = setTimeout(() => void forgetOld(library).catch(report), CHOSEN_AFTER_MS);
      },
      onTheme: (theme) => changeSettings({ theme }),
      onForget: (which) => library.forgetSince(which === 'all' ? 0 : new Date().setHours(0, 0, 0, 0)),
      onChangeShortcuts: changeShortcuts,
    });
  onSettingsChange((settings) => void tell(settings).catch(report));
  void readSettings().then(tell).catch(report);
}

async function readShortcuts(text: Text): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    name: name === '_execute_action' ? text('shortcuts_open_popup') : description || (name ?? ''),
    keys: shortcut ?? '',
  }));
}

/** Each browser has a page of its own for them. */
function changeShortcuts(): void {
  if ('openShortcutSettings' in browser.commands) void browser.commands.openShortcutSettings().catch(report);
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' }).catch(report);
}
