import { beforeEach, expect, test } from 'vitest';
import { freshLibrary, idOf, MINUTE, type Bench } from './fresh-library';

const X = idOf('2210.02414');
const Y = idOf('hep-th/9711200');
const Z = idOf('2301.00001');
const DAY = 24 * 60 * MINUTE;

let bench: Bench;
let midnight: number;
beforeEach(async () => {
  bench = await freshLibrary();
  const { library, clock } = bench;
  await library.visit(X, 1);
  await library.markSeen([Z]);
  clock.now += DAY;
  midnight = clock.now;
  clock.now += MINUTE;
  await library.visit(Y, 2);
  clock.now += 20 * MINUTE;
  await library.visit(X, 2);
});

test('papers opened last, each once', async () => {
  const { library, clock } = bench;
  expect(await library.recentVisits(9)).toEqual([
    { id: X, at: clock.now, version: 2 },
    { id: Y, at: midnight + MINUTE, version: 2 },
  ]);
  expect(await library.recentVisits(1)).toHaveLength(1);
});

test('forgetting today leaves yesterday', async () => {
  const { library } = bench;
  await library.forgetSince(midnight);
  expect(await library.recentVisits(9)).toEqual([{ id: X, at: midnight - DAY, version: 1 }]);
  expect(await library.seen([X, Y, Z])).toEqual(new Set([X, Z]));
});

test('forgetting what is old leaves today, and what was marked by hand', async () => {
  const { library } = bench;
  await library.forgetBefore(midnight);
  expect(await library.recentVisits(9)).toHaveLength(2);
  expect(await library.seen([X, Y, Z]), 'X was opened again today').toEqual(new Set([X, Y, Z]));
  await library.forgetSince(0);
  expect(await library.recentVisits(9)).toEqual([]);
  expect(await library.seen([X, Y, Z])).toEqual(new Set([Z]));
});
