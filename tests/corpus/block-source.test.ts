import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { blockSourceOf } from '@/lib/corpus/block-source';
import { blockKey, CorpusDb } from '@/lib/db/corpus';

let db: CorpusDb;
beforeEach(async () => {
  db = new CorpusDb();
  await db.delete();
  await db.open();
  await db.blocks.bulkPut(
    [1, 2, 3].map((byte) => new Uint8Array([byte])),
    [blockKey('a', 'x', 0), blockKey('a', 'x', 10), blockKey('ab', 'x', 0)],
  );
});
afterEach(() => db.close());

test('gives the bytes of its own pack, in the order asked', async () => {
  const source = blockSourceOf(db, 'a');
  expect(await source.readMany('x', [10, 0])).toEqual([new Uint8Array([2]), new Uint8Array([1])]);
  expect(await blockSourceOf(db, 'ab').read('x', 0)).toEqual(new Uint8Array([3]));
});

test('a block that is not there is an error, and does not take the others along', async () => {
  const source = blockSourceOf(db, 'a');
  const [found, missing] = await Promise.allSettled([source.read('x', 0), source.read('x', 1)]);
  expect(found).toMatchObject({ status: 'fulfilled' });
  expect(missing).toMatchObject({ status: 'rejected', reason: { code: 'missing-block' } });
});

test('what is asked for at once is read in one transaction', async () => {
  const transactions = vi.spyOn(db.backendDB(), 'transaction');
  const source = blockSourceOf(db, 'a');
  await Promise.all([source.read('x', 0), source.readMany('x', [10, 0])]);
  expect(transactions).toHaveBeenCalledOnce();
});

test('a database that fails fails every block asked for', async () => {
  vi.spyOn(db.backendDB(), 'transaction').mockImplementation(() => {
    throw new DOMException('disk', 'UnknownError');
  });
  const source = blockSourceOf(db, 'a');
  const answers = await Promise.allSettled([source.read('x', 0), source.read('x', 10)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
