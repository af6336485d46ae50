import { expect, it } from 'vitest';
import { BlockCache } from '@/lib/search/block-cache';

const lengths = { total: 10, of: (text: string) => text.length };

it('keeps the last ones asked for, as many as told', async () => {
  const cache = new BlockCache<string>(2);
  for (const key of ['a', 'b']) await cache.set(key, Promise.resolve(key));
  void cache.get('a');
  await cache.set('c', Promise.resolve('c'));
  expect(['a', 'b', 'c'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c']);
});

it('keeps no more than there is room for', async () => {
  const cache = new BlockCache<string>(9, lengths);
  for (const [key, text] of Object.entries({ a: 'four', b: 'four', c: 'three' }))
    await cache.set(key, Promise.resolve(text));
  expect(['a', 'b', 'c'].filter((key) => cache.get(key) !== undefined)).toEqual(['b', 'c']);
  await cache.set('d', Promise.resolve('far too long for all'));
  expect(['b', 'c', 'd'].filter((key) => cache.get(key) !== undefined)).toEqual([]);
});

it('forgets what failed, and no later try', async () => {
  const cache = new BlockCache<string>(9, lengths);
  const failed = cache.set('a', Promise.reject(new Error('no')));
  const again = cache.set('a', Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  expect(await again).toBe('yes');
  expect(cache.get('a')).toBe(again);
});
