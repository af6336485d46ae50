import { setTimeout as pause } from 'node:timers/promises';
import { CORPUS_NAME } from '@/lib/db/corpus';
import { RPC_VERSION, type Method, type Params, type Result } from '@/lib/rpc/contract';
import { datasetReady } from '../browser/dataset';
import type { Session } from '../browser/session';
import { SEEDS } from '../pages/papers';

/** Asks the background from a page of the extension's own, as a page of arXiv's would. */
export async function ask<M extends Method>(
  session: Session,
  method: M,
  every: readonly Params<M>[],
): Promise<Result<M>[]> {
  const page = await session.browser.openOwn('library.html');
  const messages = every.map((params) => ({ rpc: 'gloss', version: RPC_VERSION, method, params }));
  const answered = await page.run(async (text) => {
    const values: unknown[] = [];
    for (const message of JSON.parse(text) as object[]) {
      const reply = await chrome.runtime.sendMessage<object, { ok: boolean; value: unknown }>(message);
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      values.push(reply.value);
    }
    return JSON.stringify(values);
  }, JSON.stringify(messages));
  await page.close();
  return JSON.parse(answered) as Result<M>[];
}

/**
 * Ids of what is related to each seed, once the dataset is there. Asked twice: the first time the seeds themselves are met,
 * and written some time after; answers are compared that have them all.
 */
export async function relatedToSeeds(session: Session): Promise<string> {
  await datasetReady(session.browser);
  const opened = SEEDS.map((paper) => ({ paper }));
  const wanted = (await stored(session)).met.filter((id) => SEEDS.every((paper) => paper.id !== id)).length;
  await ask(session, 'open', opened);
  for (;;) {
    const { met, written } = await stored(session);
    if (met.length >= wanted + SEEDS.length && written >= met.length) break;
    await pause(200);
  }
  const answers = await ask(session, 'open', opened);
  return JSON.stringify(answers.map(({ related }) => related?.map(({ id }) => id)));
}

export type Stored = { part: number; ready: boolean; met: string[]; folded: number; written: number };

/** What the databases say of themselves, past the extension: how far the dataset is in, which papers were met, and how many of
 * them are in the older segment, and in any. */
export async function stored(session: Session): Promise<Stored> {
  // A page of the same origin in which nothing of ours runs. Asked again where Chromium cannot open a database yet that
  // the killed one had open ("Internal error opening backing store"): it can a moment later.
  const page = await session.browser.openOwn('icons/16.png');
  const read = await page.until(async (name) => {
    const nothing = { part: 0, ready: false, met: [] as string[], folded: 0, written: 0 };
    // Opening what is not there would make it, without its stores.
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return nothing;
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    const all = async <T>(store: IDBObjectStore): Promise<T[]> => (await done(store.getAll())) as T[];
    const db = await done(indexedDB.open(name));
    try {
      if (!db.objectStoreNames.contains('packs')) return nothing;
      const stores = db.transaction(['packs', 'captured', 'layers']);
      const [packs, met, layers] = await Promise.all([
        all<{ state: string; nextPart: number }>(stores.objectStore('packs')),
        all<{ id: string; layer: string }>(stores.objectStore('captured')),
        all<{ papers: number }>(stores.objectStore('layers')),
      ]);
      const [pack] = packs;
      return {
        part: pack?.nextPart ?? 0,
        ready: pack?.state === 'ready',
        met: met.map(({ id }) => id),
        folded: met.filter(({ layer }) => layer !== 'recent').length,
        written: layers.reduce((sum, { papers }) => sum + papers, 0),
      };
    } finally {
      db.close();
    }
  }, CORPUS_NAME);
  await page.close();
  return read;
}
