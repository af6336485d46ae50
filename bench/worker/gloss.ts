import { openCorpus } from '@/lib/corpus';
import { bringIn, packagedSource } from '@/lib/dataset';
import { CorpusDb } from '@/lib/db/corpus';
import { SHOWN } from '../peers/peer';
import type { Contender } from './stored';

/** Ours: the pack as it is shipped, brought in and asked by the extension's own modules. */
export const contender: Contender = {
  async prepare() {
    const db = new CorpusDb();
    const outcome = await bringIn({
      db,
      source: packagedSource((path) => chrome.runtime.getURL(path), fetch),
      locks: navigator.locks,
      signal: new AbortController().signal,
      now: Date.now,
    });
    if (outcome.state !== 'ready') throw new Error(outcome.state);
    const [row] = await db.packs.toArray();
    return row?.bytes ?? 0;
  },
  async open() {
    const corpus = openCorpus(new CorpusDb());
    return {
      search: async (query) =>
        (await corpus.search(query, { limit: SHOWN })).hits.map(({ paper }) => paper.id),
    };
  },
};
