import { expect, test, vi } from 'vitest';
import { mayTellAt } from '@/lib/settings/once-a-day';

const stored: Record<string, unknown> = {};
let refuses = false;

/** storage.local as a plain object. */
vi.mock('webextension-polyfill', () => {
  const get = async (key: string) => ({ [key]: stored[key] });
  const set = async (values: Record<string, unknown>) => {
    if (refuses) throw new Error('full');
    Object.assign(stored, values);
  };
  return { default: { storage: { local: { get, set } } } };
});

const HOUR = 60 * 60 * 1000;
const NOON = Date.UTC(2026, 10, 20, 12);

test('the reader is told at most once a day, whatever the clock does', async () => {
  expect(await mayTellAt(NOON)).toBe(true);
  expect(await mayTellAt(NOON)).toBe(false);
  expect(await mayTellAt(NOON + 23 * HOUR)).toBe(false);
  expect(await mayTellAt(NOON + 24 * HOUR)).toBe(true);
  expect(await mayTellAt(NOON - 400 * HOUR)).toBe(true);
  expect(await mayTellAt(NOON - 399 * HOUR)).toBe(false);
});

test('what cannot be noted is not told, or every page would tell it', async () => {
  refuses = true;
  expect(await mayTellAt(NOON + 1_000 * HOUR)).toBe(false);
});
