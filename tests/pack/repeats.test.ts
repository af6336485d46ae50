import { expect, it } from 'vitest';
import { countRepeats } from '@/lib/pack/repeats';
import { buildSegment, memorySource } from '@/lib/search';
import { paperOf } from '../search/papers';

it('counts a paper without categories for the archive its old id names, as coverage does', async () => {
  const papers = [
    paperOf('hep-th/9309085', { title: 'Predictivity' }),
    paperOf('2301.00001', { title: 'Graphs' }),
    paperOf('2301.00002', { title: 'Trees', categories: ['cs.DS'] }),
  ];
  const source = () => memorySource(buildSegment(papers));
  const [newer, older] = await countRepeats([source(), source()]);
  expect(newer?.papers).toBe(0);
  expect(older?.archives).toEqual({ 'hep-th': 1, unknown: 1, cs: 1 });
});
