import browser from 'webextension-polyfill';
import { bringIn, packagedSource } from '@/lib/dataset';
import { dropOtherCorpora, type CorpusDb } from '@/lib/db/corpus';

const ALARM = 'dataset';

/**
 * Sees to it that the packaged dataset gets into the database. An alarm is set before it begins, for
 * the worker may be stopped at any moment: the next one then goes on.
 */
export function watchDataset(db: CorpusDb): { start: () => void } {
  const run = async (): Promise<void> => {
    await browser.alarms.create(ALARM, { delayInMinutes: 1 });
    const outcome = await bringIn({
      db,
      source: packagedSource((path) => browser.runtime.getURL(path), fetch),
      locks: navigator.locks,
      signal: new AbortController().signal,
      now: Date.now,
      estimate: () => navigator.storage.estimate(),
    });
    if (outcome.state === 'failed') {
      console.warn(`[gloss] dataset: ${outcome.code}`);
      await browser.alarms.create(ALARM, { delayInMinutes: outcome.retryMinutes });
    }
    if (outcome.state !== 'ready' && outcome.state !== 'removed') return;
    await browser.alarms.clear(ALARM);
    await dropOtherCorpora();
  };
  const start = () => void run().catch((error: unknown) => console.error('[gloss] dataset', error));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) start();
  });
  return { start };
}
