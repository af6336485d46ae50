import { describe, expect, it } from 'vitest';
import { isPaperId, monthOfId, parsePaperId, parseVersionedId } from '@/lib/core/paper-id';

describe('parseVersionedId', () => {
  it.each([
    ['2210.02414', '2210.02414', null],
    ['2210.02414v1', '2210.02414', 1],
    ['arXiv:2210.02414v12', '2210.02414', 12],
    ['ARXIV: 0704.0001', '0704.0001', null],
    [' hep-th/9711200v3 ', 'hep-th/9711200', 3],
    ['math.AG/0301001', 'math/0301001', null],
    ['HEP-TH/9711200', 'hep-th/9711200', null],
    ['cs.SE/0010035', 'cs/0010035', null],
  ])('reads %s', (text, id, version) => {
    expect(parseVersionedId(text)).toEqual({ id, version });
  });

  it.each([
    '',
    '2210',
    '2213.02414',
    '2210.024',
    '2210.024145',
    'hep-th/97112',
    '10.1145/3534678',
    '2210.02414x',
    'https://arxiv.org/abs/2210.02414',
  ])('does not read %s as an id', (text) => {
    expect(parsePaperId(text)).toBeUndefined();
  });

  it('tells a canonical spelling from another', () => {
    expect(isPaperId('hep-th/9711200')).toBe(true);
    expect(isPaperId('HEP-TH/9711200')).toBe(false);
    expect(isPaperId('2210.02414v1')).toBe(false);
  });

  it('knows the month of either form', () => {
    const months = ['2210.02414', 'hep-th/9711200', 'math/0301001'].map((text) => {
      const id = parsePaperId(text);
      return id && monthOfId(id);
    });
    expect(months).toEqual([
      { year: 2022, month: 10 },
      { year: 1997, month: 11 },
      { year: 2003, month: 1 },
    ]);
  });
});
