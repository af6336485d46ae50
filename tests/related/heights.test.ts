import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestPlaces } from '@/lib/related/best-places';
import { highestPlaces, overHeights } from '@/lib/related/heights';

test('the highest places are those found by looking at every place', () => {
  const lists = fc.array(
    fc.record({ places: fc.uniqueArray(fc.nat(1_999), { maxLength: 300 }), worth: fc.nat(9) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 60 }), (raised, most) => {
      const plain = new Int32Array(2_000);
      for (const { places, worth } of raised)
        for (const place of places) plain[place] = (plain[place] ?? 0) + worth;
      const lists = raised.map(({ places, worth }) => ({ places: Uint32Array.from(places), worth }));
      const found = overHeights(2_000, lists, (heights) => ({
        values: heights.values.slice(),
        highest: highestPlaces(heights, most),
      }));
      expect(found).toEqual({ values: plain, highest: bestPlaces(plain, most, 0) });
    }),
  );
});

test('nothing of a question is left for the next, also of one that failed', () => {
  const raised = [{ places: Uint32Array.from([3, 700]), worth: 5 }];
  const failing = () =>
    overHeights(1_000, raised, () => {
      throw new Error('no answer');
    });
  expect(failing).toThrow('no answer');
  expect(overHeights(1_000, [], (heights) => highestPlaces(heights, 10))).toEqual([]);
});
