import { beforeEach, expect, test, vi } from 'vitest';
import { changeBroughtIn, changeSettings, DEFAULTS, takeBackSettings } from '@/lib/settings';
import { onSettingsChange, readSettings, storedSettings } from '@/lib/settings';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** storage.local as a plain object that tells its listeners. */
type Area = { stored: Record<string, unknown>; listeners: Set<Listener>; isBroken: boolean };
const area = vi.hoisted((): Area => ({ stored: {}, listeners: new Set(), isBroken: false }));
vi.mock('webextension-polyfill', () => {
  const get = async (key: string) => {
    if (area.isBroken) throw new Error('storage is corrupted');
    return { [key]: area.stored[key] };
  };
  const set = async (values: Record<string, unknown>) => {
    if (area.isBroken) throw new Error('storage is corrupted');
    Object.assign(area.stored, values);
    const changes = Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }]));
    for (const listener of area.listeners) listener(changes, 'local');
  };
  const remove = async (key: string) => void Reflect.deleteProperty(area.stored, key);
  const onChanged = {
    addListener: (listener: Listener) => area.listeners.add(listener),
    removeListener: (listener: Listener) => area.listeners.delete(listener),
  };
  return { default: { storage: { local: { get, set, remove }, onChanged } } };
});

/** As an import does it. */
async function bringInSettings(from: unknown): Promise<() => Promise<void>> {
  const change = await changeBroughtIn(from);
  await changeSettings(change.after);
  // It is stored until it is undone.
  return () => takeBackSettings(structuredClone(change));
}

beforeEach(() => {
  area.stored = {};
  area.isBroken = false;
});

test('a change is stored, told to listeners, and leaves the rest', async () => {
  const heard: unknown[] = [];
  const stop = onSettingsChange((settings) => heard.push(settings));
  await changeSettings({ capture: false });
  expect(await changeSettings({ history: false })).toEqual({ ...DEFAULTS, capture: false, history: false });
  expect(await readSettings()).toEqual({ ...DEFAULTS, capture: false, history: false });
  stop();
  await changeSettings({ history: true });
  expect(heard).toEqual([
    { ...DEFAULTS, capture: false },
    { ...DEFAULTS, capture: false, history: false },
  ]);
});

test('a storage that cannot be read gives the defaults, with nothing noted; a change that cannot be stored says so', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  area.isBroken = true;
  expect(await readSettings()).toEqual({ ...DEFAULTS, history: false, capture: false });
  expect(log).toHaveBeenCalledOnce();
  await expect(changeSettings({ capture: false })).rejects.toThrow('corrupted');
  log.mockRestore();
});

test('settings of a backup take the place of these, but for what is watched here, and go again', async () => {
  expect(await storedSettings()).toBeNull();
  const theirs = {
    history: false,
    watches: [{ kind: 'author', text: 'Bing Qin' }],
    later: 'kept by newer ones',
  };
  const takeBack = await bringInSettings(theirs);
  expect(await readSettings()).toMatchObject({ history: false, watches: theirs.watches });
  await takeBack();
  expect(await storedSettings()).toBeNull();
  await changeSettings({ watches: [{ kind: 'words', text: 'quantum' }], theme: 'dark' });
  const again = await bringInSettings(theirs);
  expect((await readSettings()).watches.map(({ text }) => text)).toEqual(['quantum', 'Bing Qin']);
  await again();
  expect(await readSettings()).toMatchObject({ theme: 'dark', watches: [{ text: 'quantum' }] });
});

test('taking back the settings of a backup leaves what was changed after it', async () => {
  await changeSettings({ watches: [{ kind: 'words', text: 'quantum' }], capture: false });
  const takeBack = await bringInSettings({
    ...{ theme: 'dark', history: false },
    watches: [{ kind: 'author', text: 'Bing Qin' }],
  });
  const { watches } = await readSettings();
  await changeSettings({ theme: 'light', watches: [...watches, { kind: 'category', text: 'hep-th' }] });
  await takeBack();
  expect(await readSettings()).toMatchObject({
    ...{ theme: 'light', history: true, capture: false },
    watches: [{ text: 'quantum' }, { text: 'hep-th' }],
  });
});
