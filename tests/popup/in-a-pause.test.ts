import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { watchInPauses } from '@/entrypoints/own-pages/in-a-pause';
import { freshLibrary, idOf, paperOf } from '../library/fresh-library';

test('a count is answered at once, and again when the changes have paused', async () => {
  const { library } = await freshLibrary();
  const heard: number[] = [];
  let asked = 0;
  const stop = watchInPauses(
    library,
    ['saved'],
    () => {
      asked += 1;
      return library.savedCount();
    },
    (count) => heard.push(count),
    () => heard.push(-1),
  );
  await expect.poll(() => heard.at(-1)).toBe(0);
  const before = asked;
  for (let at = 0; at < 20; at += 1) await library.save(paperOf(`2301.000${10 + at}`));
  await expect.poll(() => heard.at(-1)).toBe(20);
  expect(asked - before).toBeLessThan(20);
  stop();
  await library.unsave(idOf('2301.00010'));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(heard.at(-1)).toBe(20);
});

test('a library that cannot be read ends it, and is said', async () => {
  const { library } = await freshLibrary();
  const heard: unknown[] = [];
  watchInPauses(
    library,
    ['saved'],
    () => Promise.reject(new Error('gone')),
    () => undefined,
    (error) => heard.push(error),
  );
  await expect.poll(() => heard).toHaveLength(1);
});
