import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListId } from '@/lib/core/reading';
import type { Entry } from '@/lib/library';
import { comparerFor, type Placed, PlacedEntries } from '@/lib/library/placed-entries';
import { idOf, paperOf } from './fresh-library';

const LIST = 'list' as ListId;

function placedAt(number: number, place: number, note = ''): Placed {
  const entry: Entry = {
    ...{ paper: paperOf(`2301.${String(10_000 + number)}`), status: 'to-read', savedAt: 0 },
    ...{ lists: [], tags: [], note, key: '', cited: null },
  };
  return { entry, place };
}

// Few places and papers, so that some are equal and most are known.
const placed = fc.tuple(fc.nat(15), fc.nat(4), fc.constantFrom('', 'x'));
const papers = fc.uniqueArray(placed, { selector: ([number]) => number });
const change = fc.record({ put: papers, gone: fc.uniqueArray(fc.nat(15)) });

test('what changes is put where sorting all anew puts it, and what was handed out stays as it was', () => {
  fc.assert(
    fc.property(
      papers,
      fc.array(change, { maxLength: 6 }),
      fc.constantFrom(null, LIST),
      (first, changes, list) => {
        const compare = comparerFor(list);
        const now = new Map(first.map((one) => [one[0], placedAt(...one)]));
        const entries = new PlacedEntries([...now.values()], compare);
        for (const { put, gone } of changes) {
          const before = entries.entries;
          const asItWas = [...before];
          for (const number of gone) now.delete(number);
          for (const one of put) now.set(one[0], placedAt(...one));
          entries.change(
            new Map(
              [...gone, ...put.map(([number]) => number)].map((number) => [
                idOf(`2301.${String(10_000 + number)}`),
                now.get(number) ?? null,
              ]),
            ),
          );
          expect(entries.entries).toEqual([...now.values()].sort(compare).map(({ entry }) => entry));
          expect(before).toEqual(asItWas);
        }
      },
    ),
  );
});

test('nothing that is known or new leaves the same array', () => {
  const entries = new PlacedEntries([placedAt(1, 1)], comparerFor(null));
  const before = entries.entries;
  entries.change(new Map([[idOf('2301.10002'), null]]));
  entries.replace((entry) => entry);
  expect(entries.entries).toBe(before);
});
