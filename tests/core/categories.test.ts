import { describe, expect, it } from 'vitest';
import { archiveOf, CATEGORY_NAMES, categoryName } from '@/lib/core/categories';

describe('categories', () => {
  it.each([
    ['cs.CL', 'cs'],
    ['cond-mat.stat-mech', 'cond-mat'],
    ['hep-th', 'hep-th'],
  ])('finds the archive of %s', (category, archive) => {
    expect(archiveOf(category)).toBe(archive);
  });

  it('names categories, archives and retired archives', () => {
    expect(categoryName('cs.CL')).toBe('Computation and Language');
    expect(categoryName('cond-mat.stat-mech')).toBe('Statistical Mechanics');
    expect(categoryName('hep-th')).toBe('High Energy Physics - Theory');
    expect(categoryName('alg-geom')).toBe('Algebraic Geometry');
  });

  it('gives the code of a category it does not know', () => {
    expect(categoryName('cs.ZZ')).toBe('cs.ZZ');
  });

  it('has every code once, each under an archive it knows', () => {
    const codes = CATEGORY_NAMES.map(([code]) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !codes.includes(archiveOf(code)))).toEqual([]);
  });
});
