import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { nearnessTo } from '@/entrypoints/background/nearness';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { freshLibrary, idOf, paperOf } from '../library/fresh-library';

const SAVED = paperOf(idOf('2301.00001'), { title: 'On walks' });
const ROW = paperOf(idOf('2301.00002'), { title: 'On longer walks' });

test('papers are compared again when the dataset they are compared by has come', async () => {
  const { library } = await freshLibrary();
  await library.save(SAVED);
  let status: CorpusStatus = { state: 'empty', papers: 0, date: null, coverage: null };
  let made = 0;
  const nearness = nearnessTo(library, {
    status: () => Promise.resolve(status),
    comparer: () => {
      made += 1;
      const isThere = status.papers > 0;
      return Promise.resolve(() => (isThere ? { score: 0.5, nearest: SAVED.id } : null));
    },
  });
  expect(await nearness.of([ROW])).toEqual(new Map());
  status = { state: 'ready', papers: 40, date: '2026-09-01', coverage: null };
  expect(await nearness.of([ROW])).toEqual(new Map([[ROW.id, { score: 0.5, why: 'On walks' }]]));
  await nearness.of([ROW]);
  expect(made).toBe(2);
});
