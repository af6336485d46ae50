import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kMeans, nearestCentre } from '@/lib/related/k-means';
import {
  codedProduct,
  decodeResidual,
  encodeResidual,
  learnCode,
  productTables,
} from '@/lib/related/vector-code';
import { clusterAt, decodeCluster, decodeVectorHead } from '@/lib/related/vector-blocks';
import { vectorIndexOf } from '@/lib/related/vector-index';
import { cosine, decodeWordVectors, encodeWordVectors, paperVector, UNIT } from '@/lib/related/word-vectors';
import { vectorWords } from '@/lib/related/words';
import { relatedBlocks } from '@/lib/related';
import { PackError } from '@/lib/search';
import { cosinesOf, drawnPapers, lots, segmentOf, topicVectors } from './small-corpus';

describe('words', () => {
  test.each([
    ['Pre-trained Models', ['pre', 'trained', 'model']],
    ['Schr\\"odinger\'s equations', ['schrodinger', 'equation']],
    ['analysis of classes and biases', ['analysis', 'of', 'classe', 'and', 'biase']],
    ['GPT-3 has 175 billion words', ['gpt', 'has', 'billion', 'word']],
  ])('%s', (text, words) => {
    expect(vectorWords(text)).toEqual(words);
  });

  test('a hostile text costs no more than a long one', () => {
    expect(vectorWords('ab '.repeat(500_000)).length).toBeLessThanOrEqual(4_000);
  });
});

describe('word vectors', () => {
  test('come back as they were written', () => {
    const rows = Int8Array.from([1, -2, 3, 4, 127, -127]);
    const read = decodeWordVectors(encodeWordVectors(3, ['één', 'two'], rows));
    expect([...read.numbers]).toEqual([
      ['één', 0],
      ['two', 1],
    ]);
    expect([...read.rows]).toEqual([...rows]);
  });

  test('are refused when cut short or something else', () => {
    const bytes = topicVectors();
    expect(() => decodeWordVectors(bytes.subarray(0, 300))).toThrow(PackError);
    expect(() => decodeWordVectors(new Uint8Array(40))).toThrow(PackError);
    expect(() => decodeWordVectors(new Uint8Array(0))).toThrow(PackError);
  });

  test('a paper without a known word has no vector, others one of the unit length', () => {
    const vectors = decodeWordVectors(topicVectors());
    expect(paperVector(vectors, 'Unheard of', null)).toBeUndefined();
    const vector = paperVector(vectors, 'A graph', 'Of galaxies and proofs') ?? new Int16Array();
    expect(Math.sqrt(cosine(vector, vector)) * UNIT).toBeCloseTo(UNIT, -1);
  });
});

test('k-means puts no more than every point in a cluster of its own, and finds two apart', () => {
  const values = Int16Array.from([0, 0, 1, 1, 900, 900, 901, 899]);
  expect([...kMeans({ dims: 2, values }, 9, 5)]).toEqual([...values]);
  const centres = kMeans({ dims: 2, values }, 2, 5);
  const nearest = [0, 1, 2, 3].map((p) => nearestCentre({ dims: 2, values }, p, centres));
  expect(nearest).toEqual([0, 0, 1, 1]);
});

test('a code keeps the product with a query to within a few hundredths', () => {
  const random = lots(3);
  const dims = 24;
  const values = Int16Array.from({ length: 2_000 * dims }, () => Math.round((random() - 0.5) * 1_600));
  const code = learnCode({ dims, values }, 12);
  expect(code.runs.reduce((sum, run) => sum + run, 0)).toBe(dims);
  const query = Int16Array.from({ length: dims }, () => Math.round((random() - 0.5) * 1_600));
  const tables = productTables(code, query);
  const codes = new Uint8Array(12);
  let worst = 0;
  for (let p = 0; p < 200; p += 1) {
    encodeResidual(code, { dims, values }, p, codes, 0);
    const decoded = decodeResidual(code, codes, 0);
    const exact = query.reduce((sum, value, d) => sum + value * (values[p * dims + d] ?? 0), 0);
    const coded = codedProduct(tables, codes, 0, 12);
    expect(coded).toBe(query.reduce((sum, value, d) => sum + value * (decoded[d] ?? 0), 0));
    worst = Math.max(worst, Math.abs(coded - exact) / (UNIT * UNIT));
  }
  expect(worst).toBeLessThan(0.03);
});

describe('vectors of a segment', () => {
  test('all clusters together are an exhaustive search; few papers are coded without loss', async () => {
    const papers = drawnPapers(200, 5);
    const vectors = await vectorIndexOf(await segmentOf(papers, topicVectors()));
    const words = decodeWordVectors(topicVectors());
    const query = paperVector(words, 'graph reasoning', 'theorem') ?? new Int16Array();
    const found = cosinesOf(await vectors?.nearest(query, 10_000));
    expect(found.size).toBe(papers.length);
    papers.forEach((paper, number) => {
      const exact = paperVector(words, paper.title, paper.abstract) ?? new Int16Array();
      expect(found.get(number)).toBeCloseTo(cosine(query, exact), 10);
    });
  });

  test('cosines of papers by number are those of the search, and their vectors come back', async () => {
    const papers = drawnPapers(1_500, 6);
    const vectors = await vectorIndexOf(await segmentOf(papers, topicVectors()));
    const words = decodeWordVectors(topicVectors());
    const query = paperVector(words, 'halo survey', 'redshift') ?? new Int16Array();
    const all = cosinesOf(await vectors?.nearest(query, 10_000));
    const some = await vectors?.cosines(query, [0, 700, 1_499]);
    expect([...(some ?? [])].map(([number]) => number)).toEqual([0, 700, 1_499]);
    for (const [number, value] of some ?? []) expect(value).toBe(all.get(number));
    const kept = (await vectors?.vectorOf(700)) ?? new Int16Array();
    const made =
      paperVector(words, papers[700]?.title ?? '', papers[700]?.abstract ?? '') ?? new Int16Array();
    expect(cosine(kept, made)).toBeGreaterThan(0.97);
  });

  test('are null for a segment that was written without', async () => {
    expect(await vectorIndexOf(await segmentOf(drawnPapers(5, 1), null))).toBeNull();
  });
});

describe('bytes that are not what they should be', () => {
  const whole = relatedBlocks(drawnPapers(300, 9), topicVectors());
  const readers: readonly [string, (bytes: Uint8Array) => unknown][] = [
    ['vector-words', decodeWordVectors],
    ['vector-head', decodeVectorHead],
    ['vector-cluster', (bytes) => decodeCluster(bytes, 24)],
    ['vector-place', (bytes) => clusterAt(bytes, 299)],
  ];

  test.each(readers)('%s: anything is read or refused, and refused when cut short', (kind, read) => {
    const bytes = whole.find((block) => block.kind === kind)?.bytes ?? new Uint8Array();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.nat(255), (noise, at, flip) => {
        const flipped = bytes.slice();
        flipped[at % bytes.length] = flip;
        for (const given of [noise, flipped]) {
          try {
            read(given);
          } catch (error) {
            expect(error).toBeInstanceOf(PackError);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(() => read(bytes.subarray(0, Math.floor(bytes.length / 3)))).toThrow(PackError);
  });
});
