import { describe, expect, it } from 'vitest';
import { detectPage } from '@/lib/page/detect';

const at = (address: string) => detectPage(new URL(address, 'https://arxiv.org'));

describe('detectPage', () => {
  it.each([
    ['/abs/2210.02414', 'abs', '2210.02414', null],
    ['/abs/2210.02414v2', 'abs', '2210.02414', 2],
    ['/abs/2210.02414?context=cs.AI', 'abs', '2210.02414', null],
    ['/abs/2210.02414/', 'abs', '2210.02414', null],
    ['/abs/hep-th/9711200v3#x', 'abs', 'hep-th/9711200', 3],
    ['/abs/math.AG/0301001', 'abs', 'math/0301001', null],
    ['/abs/HEP-TH/9711200', 'abs', 'hep-th/9711200', null],
    ['/abs/arXiv:2210.02414', 'abs', '2210.02414', null],
    ['/abs/hep-th%2F9711200', 'abs', 'hep-th/9711200', null],
    ['https://www.arxiv.org/abs/2210.02414', 'abs', '2210.02414', null],
    ['/pdf/2210.02414v1', 'pdf', '2210.02414', 1],
    ['/pdf/2210.02414v1.pdf', 'pdf', '2210.02414', 1],
    ['/pdf/hep-th/9711200.pdf', 'pdf', 'hep-th/9711200', null],
    ['/html/2210.02414v1', 'html', '2210.02414', 1],
  ])('knows the paper of %s', (address, kind, id, version) => {
    expect(at(address)).toEqual({ kind, id, version });
  });

  it.each([
    ['/list/cs.CL/new', 'cs.CL', 'new'],
    ['/list/cs.LG/recent?skip=0&show=2000', 'cs.LG', 'recent'],
    ['/list/cond-mat.stat-mech/pastweek', 'cond-mat.stat-mech', 'pastweek'],
    ['/list/eess/current', 'eess', 'month'],
    ['/list/cond-mat/2007-04', 'cond-mat', 'month'],
    ['/list/hep-lat/0704', 'hep-lat', 'month'],
    ['/list/hep-lat/2007', 'hep-lat', 'year'],
    ['/catchup/math.AG/2026-11-18?abs=True', 'math.AG', 'catchup'],
  ])('knows the listing of %s', (address, archive, view) => {
    expect(at(address)).toEqual({ kind: 'list', archive, view });
  });

  it('knows author and search pages', () => {
    expect(at('/a/tang_j_1')).toEqual({ kind: 'author', author: 'tang_j_1' });
    expect(at('/search/?query=x')).toEqual({ kind: 'search' });
    expect(at('/search/cs?query=x')).toEqual({ kind: 'search' });
    expect(at('/search')).toEqual({ kind: 'search' });
    expect(at('/search/advanced?terms-0-term=x')).toEqual({ kind: 'search' });
  });

  it.each([
    '/',
    '/abs/',
    '/abs/nonsense',
    '/abs/%E0%A4%A',
    '/list/astro-ph/9913',
    '/list/astro-ph/abcd',
    '/list/cs',
    '/catchup',
    '/tb/1102.0398',
    '/format/2210.02414',
    '/html/cs/9904010/report.htm',
    'https://example.org/abs/2210.02414',
    'https://notarxiv.org/abs/2210.02414',
    'about:blank',
  ])('has nothing to do with %s', (address) => {
    expect(at(address)).toEqual({ kind: 'other' });
  });
});
