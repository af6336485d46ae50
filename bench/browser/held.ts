import { TargetType, type CDPSession } from 'puppeteer-core';
import type { Tab } from '@/tests/browser/gloss-browser';

/** Bytes of JavaScript's heap and its buffers in the running worker of a page's extension. Chromium alone. */
export async function heldByWorker(page: Tab): Promise<number> {
  const targets = page.page.browser().targets();
  const worker = await targets.find((one) => one.type() === TargetType.SERVICE_WORKER)?.worker();
  if (!worker) throw new Error('no worker is running');
  return heldIn(worker.client);
}

/** The same of a page. */
export async function heldByPage({ page }: Tab): Promise<number> {
  const session = await page.createCDPSession();
  try {
    return await heldIn(session);
  } finally {
    await session.detach();
  }
}

/** Collected more than once, as buffers go only after what had them. */
async function heldIn(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}
