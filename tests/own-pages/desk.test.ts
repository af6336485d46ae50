import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeText } from '@/components/make-text';
import { openDesk } from '@/entrypoints/own-pages/desk';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { CorpusDb } from '@/lib/db/corpus';
import { oneAtATime } from '../dataset/one-at-a-time';
import { samplePack } from '../dataset/sample-pack';

vi.mock('webextension-polyfill', () => ({ default: { runtime: { getURL: (path: string) => path } } }));

// A loaded machine takes its time.
const WAIT = { timeout: 10_000 };
const PACK = await samplePack('graphs', 2);

let db: CorpusDb;
beforeEach(async () => {
  db = new CorpusDb();
  await db.delete();
  await db.open();
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({}) }, locks: oneAtATime() });
  vi.stubGlobal('fetch', async (path: string) => {
    const bytes = PACK.files.get(path.replace('dataset/', ''));
    return bytes ? new Response(bytes.slice()) : Response.json(PACK.manifest);
  });
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

test('a dataset that is gone while the page is open is brought in again', async () => {
  const heard: CorpusStatus[] = [];
  openDesk(makeText((key) => key)).onStatus((status) => heard.push(status));
  await expect.poll(() => heard.at(-1)?.state, WAIT).toBe('ready');
  heard.length = 0;
  await Promise.all([db.packs.clear(), db.blocks.clear()]);
  await expect.poll(() => heard.map(({ state }) => state), WAIT).toContain('importing');
  await expect.poll(() => heard.at(-1)?.state, WAIT).toBe('ready');
});
