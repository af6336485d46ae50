import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeIn } from '@/lib/core/sorted';

test('what is put at its place leaves the rest in order, behind all that is before it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 9 }), (numbers, one) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      expect(placeIn(sorted, (there) => there < one)).toBe(sorted.filter((there) => there < one).length);
    }),
  );
});
