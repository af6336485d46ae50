import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '@/lib/search/query';

describe('parseQuery', () => {
  it.each([
    ['2210.02414', '2210.02414'],
    ['arXiv:2210.02414v2 [cs.CL]', '2210.02414'],
    ['https://arxiv.org/pdf/2210.02414v1.pdf', '2210.02414'],
    ['https://www.arxiv.org/abs/hep-th/9711200?context=hep', 'hep-th/9711200'],
    ['10.48550/arXiv.2210.02414', '2210.02414'],
    ['math.AG/0301001', 'math/0301001'],
  ])('reads %s as an id', (text, id) => {
    expect(parseQuery(text).id).toBe(id);
  });

  it('knows whether the last word may go on', () => {
    expect(parseQuery('graph neu').open).toBe(true);
    expect(parseQuery('graph neural ').open).toBe(false);
    expect(parseQuery('graph cat:cs.LG').open).toBe(false);
    expect(parseQuery('"graph neural"').open).toBe(false);
    expect(parseQuery('"graph neu').open).toBe(true);
  });

  it('never fails, and reads no more than so much', () => {
    const piece = fc.constantFrom(
      '-',
      '"',
      ':',
      'author:',
      'year:',
      'cat:',
      ' ',
      '2020..',
      'x',
      '10.1/',
      '–',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 2_000 }), (text) => {
        expect(parseQuery(text).words.length).toBeLessThan(600);
      }),
    );
  });
});
