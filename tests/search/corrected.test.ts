import { expect, test } from 'vitest';
import { search, type SegmentPaper } from '@/lib/search';
import { inOrder, paperOf, segmentOf } from './papers';

const many = (title: string): SegmentPaper[] =>
  Array.from({ length: 60 }, (_, at) => paperOf(`2302.${String(at).padStart(5, '0')}`, { title }));

async function ask(query: string, papers: readonly SegmentPaper[]) {
  const segment = await segmentOf(inOrder([...papers]));
  const { hits, total, facets, corrected } = await search([segment], query, { limit: 10 });
  const years = facets?.year.reduce((sum, [, count]) => sum + count, 0);
  return {
    ids: hits.map(({ paper }) => paper.id),
    total,
    years,
    corrected,
    scores: hits.map((hit) => hit.score),
  };
}

test('one paper with the same slip does not hide the many without it, and comes first', async () => {
  const slip = paperOf('2301.00001', { title: 'Attention everywhere', keyTerms: ['transfomer'] });
  const found = await ask('transfomer attention', [slip, ...many('Transformer attention')]);
  expect(found.ids[0]).toBe('2301.00001');
  expect(found.ids).toHaveLength(10);
  expect(found).toMatchObject({ total: 61, years: 61, corrected: 'transformer attention' });
  expect(found.scores).toEqual(found.scores.toSorted((a, b) => b - a));
});

test('three letters, two of them in each other’s place, are corrected too', async () => {
  const name = paperOf('2301.00001', { title: 'Attention', authors: ['Yee Whye Teh'] });
  const found = await ask('teh attention ', [name, ...many('The attention of all')]);
  expect(found.ids[0]).toBe('2301.00001');
  expect(found).toMatchObject({ total: 61, corrected: 'the attention ' });
});

test('a rare word is left as it is where what is like it is not far more common', async () => {
  const rare = paperOf('2301.00001', { title: 'Galactica attention' });
  const found = await ask('galactica attention', [rare, ...many('Galactic attention').slice(0, 40)]);
  expect(found).toMatchObject({ ids: ['2301.00001'], total: 1 });
  expect(found.corrected).toBeUndefined();
});

test('a short name is not taken for a longer word with a letter more', async () => {
  const rare = paperOf('2301.00001', { title: 'ADDP attention' });
  const found = await ask('addp attention', [rare, ...many('Add attention')]);
  expect(found).toMatchObject({ ids: ['2301.00001'], total: 1 });
});

test('a phrase is taken as it is', async () => {
  const slip = paperOf('2301.00001', { title: 'Transfomer attention' });
  const found = await ask('"transfomer attention"', [slip, ...many('Transformer attention')]);
  expect(found).toMatchObject({ ids: ['2301.00001'], total: 1 });
});
