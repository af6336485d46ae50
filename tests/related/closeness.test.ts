import { expect, test } from 'vitest';
import { comparerWith } from '@/lib/related';
import { idOf, paper, segmentOf, topicVectors } from './small-corpus';

const SEGMENT = await segmentOf(
  [paper('2210.00001', 'Halos of galaxies at high redshift', 'A survey of dust in halos of galaxies.')],
  topicVectors(),
);
const SAVED = [
  { id: idOf('2210.00002'), title: 'Quantization of language models', abstract: 'Quantization to INT4.' },
  { id: idOf('2210.00003'), title: 'Dust in galaxies', abstract: 'Halos and dust in galaxies.' },
];
const like = (title: string, abstract: string | null = null, id = '2401.00001') => ({
  id: idOf(id),
  title,
  abstract,
});

test('a paper is close to the saved one it is most like, and says which', async () => {
  const compare = await comparerWith([SEGMENT], SAVED);
  const near = compare(like('Language model quantization'));
  const far = compare(like('Galaxies with halos'));
  expect(near?.nearest).toBe(SAVED[0]?.id);
  expect(far?.nearest).toBe(SAVED[1]?.id);
});

test('one of the saved papers is compared with the others', async () => {
  const compare = await comparerWith([SEGMENT], SAVED);
  expect(compare(like('Dust in galaxies', null, '2210.00003'))?.nearest).toBe(SAVED[0]?.id);
});

test('nothing is close to nothing', async () => {
  expect((await comparerWith([SEGMENT], []))(like('Galaxies'))).toBeNull();
  expect((await comparerWith([], SAVED))(like('Galaxies'))).toBeNull();
  expect((await comparerWith([SEGMENT], SAVED))(like('zzz qqq'))).toBeNull();
});
