import { setTimeout as pause } from 'node:timers/promises';
import type { Tab } from '@/tests/browser/gloss-browser';
import { eventsOf } from './own-work';

/** In milliseconds of processor time. */
export type MainThread = {
  /** All that the page's main thread did. */
  busy: number;
  /** The longest stretch it was not given up for, after the load event. */
  longest: number;
};

/** What the main thread of a page does from navigation until `settles` milliseconds after its load event. Chromium. */
export async function mainThread(tab: Tab, address: string, settles: number): Promise<MainThread> {
  await tab.page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
  await tab.page.goto(address);
  await pause(settles);
  const events = eventsOf(await tab.page.tracing.stop());
  const loaded = events.filter(({ name }) => name === 'loadEventEnd').sort((a, b) => b.ts - a.ts)[0];
  const begun = events
    .filter(({ name, pid, ts }) => name === 'navigationStart' && pid === loaded?.pid && ts < loaded.ts)
    .sort((a, b) => b.ts - a.ts)[0];
  if (!loaded || !begun) throw new Error(`${address} has not loaded`);
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === 'ThreadControllerImpl::RunTask' && pid === loaded.pid && tid === loaded.tid && ts >= begun.ts,
  );
  const after = tasks.filter(({ ts }) => ts > loaded.ts);
  return {
    busy: tasks.reduce((sum, { tdur }) => sum + tdur, 0) / 1000,
    longest: Math.max(0, ...after.map(({ tdur }) => tdur)) / 1000,
  };
}
