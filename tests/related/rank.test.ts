import { describe, expect, test } from 'vitest';
import { createRanker, type RankedDocument } from '@/lib/related/rank';
import { decodeWordVectors } from '@/lib/related/word-vectors';
import { rankedDocumentOf } from '@/pipeline/commands/rank';
import { csfcubeScores, type Score } from '@/pipeline/eval/related.eval';
import { hasGold } from '@/pipeline/eval/gold';
import { averagePrecision, bootstrap, discountedGain } from '@/pipeline/eval/related-score';
import { topicVectors } from './small-corpus';

const DOCUMENTS: readonly RankedDocument[] = [
  {
    id: 'asked',
    title: 'A study',
    sentences: [
      { text: 'A graph needs reasoning.', role: 'background' },
      { text: 'We use quantization of a transformer.', role: 'method' },
    ],
  },
  {
    id: 'graphs',
    title: 'Knowledge graphs',
    sentences: [{ text: 'Reasoning over entities and links.', role: null }],
  },
  {
    id: 'models',
    title: 'Transformers',
    sentences: [{ text: 'Quantization of tokens in a transformer.', role: null }],
  },
  { id: 'stars', title: 'Dust', sentences: [{ text: 'A survey of galaxies.', role: null }] },
  { id: 'dust', title: 'Dust', sentences: [{ text: 'A survey of galaxies.', role: null }] },
];

describe('ranking documents at hand', () => {
  const ranker = createRanker(DOCUMENTS, decodeWordVectors(topicVectors()));
  const all = ['stars', 'models', 'graphs', 'dust'];

  test('what is alike comes first, equals by id', () => {
    expect(ranker.rank('asked', null, all).slice(2)).toEqual(['dust', 'stars']);
  });

  test('sentences of the facet asked for count more', () => {
    expect(ranker.rank('asked', 'background', all)[0]).toBe('graphs');
    expect(ranker.rank('asked', 'method', all)[0]).toBe('models');
  });

  test('the query itself and ids that are in no document are left out', () => {
    expect(ranker.rank('asked', null, ['nobody', 'asked', 'stars'])).toEqual(['stars']);
    expect(ranker.rank('nobody', null, all)).toEqual([]);
  });
});

test.each([
  [{ id: 'a', title: 'T', abstract: 'One text.' }, [{ text: 'One text.', role: null }]],
  [
    { id: 'a', title: 'T', abstract: ['One.', 'Two.'], labels: ['method', 'odd'] },
    [
      { text: 'One.', role: 'method' },
      { text: 'Two.', role: null },
    ],
  ],
  [
    { id: 'a', title: 'T', abstract: ['One.'], pred_facets: ['background_label'] },
    [{ text: 'One.', role: 'background' }],
  ],
  [{ id: 'a', title: null }, [{ text: '', role: null }]],
])('reads %j', (value, sentences) => {
  expect(rankedDocumentOf(value)?.sentences).toEqual(sentences);
});

test('what has no id is no document', () => {
  expect(rankedDocumentOf({ title: 'T' })).toBeUndefined();
  expect(rankedDocumentOf('T')).toBeUndefined();
});

describe('measures', () => {
  test('average precision of a ranking worked by hand', () => {
    expect(averagePrecision([3, 0, 2, 1], 2, 2)).toBeCloseTo(100 * ((1 + 2 / 3) / 2), 10);
    expect(averagePrecision([0, 0], 2, 0)).toBe(0);
  });

  test('discounted gain of the best order is 100, of a worse one less', () => {
    expect(discountedGain([3, 2, 0], [0, 2, 3], 2)).toBeCloseTo(100, 10);
    expect(discountedGain([2, 3, 0], [0, 2, 3], 2)).toBeCloseTo(
      (100 * (2 + 3 / Math.log2(3))) / (3 + 2 / Math.log2(3)),
      10,
    );
  });

  test('a bootstrap interval holds the mean and is the same every time', () => {
    const values = [10, 20, 30, 40, 80];
    const { mean, low, high } = bootstrap(values);
    expect(mean).toBe(36);
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
    expect(bootstrap(values)).toEqual({ mean, low, high });
  });
});

test.skipIf(!hasGold())(
  'CSFCube, given half: MAP at least 39 and nDCG at least 57 (needs ../shared)',
  async () => {
    const rows = await csfcubeScores();
    const mean = (value: (row: Score) => number): number =>
      rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
    expect(rows).toHaveLength(24);
    expect(mean((row) => row.precision)).toBeGreaterThanOrEqual(39);
    expect(mean((row) => row.gain)).toBeGreaterThanOrEqual(57);
  },
  60_000,
);
