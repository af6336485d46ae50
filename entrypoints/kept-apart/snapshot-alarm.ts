import browser from 'webextension-polyfill';
import type { Library } from '@/lib/library';
import { backupsOf } from './backups';
import { forgetOld } from './forget-old';
import { EVERY_MS, isSnapshotDue, keepSnapshot } from './snapshot';

const ALARM = 'snapshot';
const MINUTE_MS = 60_000;

/** Keeps a snapshot of the library apart from it, and a backup in the reader's folder, every few hours that the browser runs. */
export function watchSnapshots(library: Library, report: (error: unknown) => void): { start: () => void } {
  const backups = backupsOf(library);
  const keep = async (): Promise<void> => {
    const now = Date.now();
    if (await isSnapshotDue(now)) await keepSnapshot(library, now);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    void keep().catch(report).then(backups.saveIfDue).catch(report);
    // Also in a browser that is never closed, which has no starts to do it at.
    void library.purge().catch(report);
    void forgetOld(library).catch(report);
  });
  return {
    // Not at once: a browser that starts has other things to do.
    start: () =>
      void browser.alarms
        .create(ALARM, { delayInMinutes: 2, periodInMinutes: EVERY_MS / MINUTE_MS })
        .catch(report),
  };
}
