import { expect, test } from 'vitest';
import { search } from '@/lib/search';
import { inOrder, paperOf, segmentOf } from './papers';

const at = (id: string, name: string) =>
  paperOf(id, { title: 'Graphs', facts: { ...paperOf(id).facts, venue: { name, year: 2020 } } });
const PAPERS = [
  at('2001.00001', 'NIPS'),
  at('2001.00002', 'NeurIPS'),
  at('2001.00003', 'Phys. Rev. Lett'),
  at('2001.00004', 'Physical Review Letters'),
  at('2001.00005', 'Physical Review E'),
];

test.each([
  ['NIPS', ['2001.00001', '2001.00002']],
  ['neurips', ['2001.00001', '2001.00002']],
  ['PRL', ['2001.00003', '2001.00004']],
  ['"phys.rev.lett."', ['2001.00003', '2001.00004']],
  ['PRE', ['2001.00005']],
])('venue:%s finds the venue by whichever of its names a paper states', async (name, ids) => {
  const { hits } = await search([await segmentOf(inOrder(PAPERS))], `venue:${name}`, { limit: 10 });
  expect(hits.map(({ paper }) => paper.id)).toEqual(ids);
});

test('the facet counts a venue once, under the name that it is found by', async () => {
  const { facets } = await search([await segmentOf(inOrder(PAPERS))], 'graphs', { limit: 10 });
  expect(facets?.venue).toEqual([
    ['NeurIPS', 2],
    ['PRL', 2],
    ['PRE', 1],
  ]);
});
