import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '@/lib/search/edit-distance';

/** The definition, without any shortcut. */
function slowDistance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    rows.push([]);
    for (let j = 0; j <= b.length; j += 1) {
      const ways = [i === 0 ? j : at(rows, i - 1, j) + 1, j === 0 ? i : at(rows, i, j - 1) + 1];
      if (i > 0 && j > 0) ways.push(at(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        ways.push(at(rows, i - 2, j - 2) + 1);
      rows[i]?.push(Math.min(...ways));
    }
  }
  return at(rows, a.length, b.length);
}

function at(rows: readonly number[][], i: number, j: number): number {
  return rows[i]?.[j] ?? Infinity;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('editDistance', () => {
  it('is the least number of edits, or more than was asked about', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (typed, meant, most) => {
        expect(editDistance(typed, meant, most)).toBe(Math.min(slowDistance(typed, meant), most + 1));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is that to the nearest beginning of a word still being typed', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (typed, meant, most) => {
        const beginnings = Array.from({ length: meant.length + 1 }, (_, length) =>
          slowDistance(typed, meant.slice(0, length)),
        );
        expect(editDistance(typed, meant, most, true)).toBe(Math.min(...beginnings, most + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});
