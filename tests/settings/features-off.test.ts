import { expect, test, vi } from 'vitest';
import { onFeaturesOff } from '@/lib/settings/features-off';
import { changeSettings } from '@/lib/settings';
import { settled } from '../components/surface';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** storage.local as a plain object that tells its listeners. */
vi.mock('webextension-polyfill', () => {
  const stored: Record<string, unknown> = { settings: { version: 1, featuresOff: ['side-block'] } };
  const listeners = new Set<Listener>();
  const get = async (key: string) => ({ [key]: stored[key] });
  const set = async (values: Record<string, unknown>) => {
    Object.assign(stored, values);
    for (const [key, newValue] of Object.entries(values)) {
      for (const listener of listeners) listener({ [key]: { newValue } }, 'local');
    }
  };
  const onChanged = { addListener: (listener: Listener) => listeners.add(listener) };
  return { default: { storage: { local: { get, set }, onChanged } } };
});

test('tells which features the settings switch off, and at every change', async () => {
  const told: (readonly string[])[] = [];
  onFeaturesOff((off) => told.push(off));
  await settled();
  expect(told).toEqual([['side-block']]);
  await changeSettings({ featuresOff: ['side-block', 'related-papers'] });
  expect(told.at(-1)).toEqual(['side-block', 'related-papers']);
});
