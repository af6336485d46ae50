import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentPaper } from '@/lib/pack';
import type { PaperId } from '@/lib/core/paper-id';
import { buildSegment, memorySource, openSegment, search } from '@/lib/search';
import { withoutTwins } from '@/lib/search/repeats';
import { idOf, paperOf } from '../library/fresh-library';

const IDS = [
  ...Array.from({ length: 12 }, (_, at) => `2301.${String(at + 1).padStart(5, '0')}`),
  ...['hep-th/9711200', 'math/0101001', 'cs/0201001'],
].map(idOf);

test('whatever papers several segments share, each that is found counts once', async () => {
  const some = fc.subarray(IDS, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 4 }), async (shares) => {
      const segments = await Promise.all(
        shares.map((ids, at) => {
          // Every other paper has the word in every other segment: it is found in some of those it is in.
          const titleOf = (index: number) => ((index + at) % 2 === 0 ? 'Walks on graphs' : 'Trees');
          const papers = ids.map((id, index) => segmentPaper(paperOf(id, { title: titleOf(index) }), 100));
          return openSegment(memorySource(buildSegment(papers)));
        }),
      );
      const having = shares.flatMap((ids, at) => ids.filter((_, index) => (index + at) % 2 === 0));
      const found = await search(segments, 'walks', { limit: 50, distinct: true });
      expect(found.total).toBe(new Set(having).size);
      const counted = found.facets?.year.reduce((sum, [, count]) => sum + count, 0) ?? 0;
      expect(counted).toBe(new Set(having).size);
      const filtered = await search(segments, 'year:2023', { limit: 50, distinct: true });
      expect(filtered.total).toBe(new Set(shares.flat().filter((id) => id.startsWith('2301'))).size);
    }),
    { numRuns: 40 },
  );
});

test('what several segments share is found out alike by looking few papers up and by reading all ids', async () => {
  const some = fc.subarray(IDS, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(some, { minLength: 2, maxLength: 4 }), async (shares) => {
      const segments = await Promise.all(shares.map(segmentOfIds));
      const found = segments.map(({ papers }, segment) =>
        Uint32Array.from({ length: papers }, (_, at) => at).filter((at) => (at + segment) % 3 > 0),
      );
      expect(await withoutTwins(segments, found, Infinity)).toEqual(await withoutTwins(segments, found, 0));
    }),
    { numRuns: 40 },
  );
});

function segmentOfIds(ids: readonly PaperId[]) {
  const papers = ids.map((id) => segmentPaper(paperOf(id, { title: 'Walks' }), 100));
  return openSegment(memorySource(buildSegment(papers)));
}
