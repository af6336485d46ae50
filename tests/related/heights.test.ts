import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestPlaces } from '@/lib/related/best-places';
import { flat, highestPlaces, raise } from '@/lib/related/heights';

test('the highest places are those found by looking at every place', () => {
  const lists = fc.array(
    fc.record({ places: fc.uniqueArray(fc.nat(1_999), { maxLength: 300 }), worth: fc.nat(9) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 60 }), (raised, most) => {
      const heights = flat(2_000);
      const plain = new Int32Array(2_000);
      for (const { places, worth } of raised) {
        raise(heights, Uint32Array.from(places), worth);
        for (const place of places) plain[place] = (plain[place] ?? 0) + worth;
      }
      expect(heights.values).toEqual(plain);
      expect(highestPlaces(heights, most)).toEqual(bestPlaces(plain, most, 0));
    }),
  );
});
