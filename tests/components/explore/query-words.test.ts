import { expect, test } from 'vitest';
import { hasWord, operator, toggled, withYears, yearsOf } from '@/components/explore/query-words';

test('an operator is put in once, and taken out again, with its quotes and whatever its case', () => {
  const venue = operator('venue', 'Phys. Rev. Lett.');
  expect(venue).toBe('venue:"Phys. Rev. Lett."');
  const query = toggled('dark matter', venue);
  expect(query).toBe('dark matter venue:"Phys. Rev. Lett."');
  expect(hasWord(query, venue)).toBe(true);
  expect(hasWord('dark matter CAT:CS.cl', 'cat:cs.CL')).toBe(true);
  expect(hasWord('"has:code"', 'cat:cs.CL')).toBe(false);
  expect(toggled(query, venue)).toBe('dark matter');
  expect(toggled('"dark matter" -cat:cs.CL', 'cat:cs.CL')).toBe('"dark matter" -cat:cs.CL cat:cs.CL');
});

test('years are asked for in place of those before, as one year or as a range', () => {
  expect(withYears('quarks year:2020', { from: 2023, to: 2023 })).toBe('quarks year:2023');
  expect(withYears('year:..2020 quarks', { from: 1995, to: 1999 })).toBe('quarks year:1995..1999');
  expect(withYears('year:2020.. quarks', null)).toBe('quarks');
  expect(yearsOf('quarks')).toBeNull();
  expect(yearsOf('year:1995..1999 quarks')).toEqual({ from: 1995, to: 1999 });
  expect(yearsOf('year:2020..')).toEqual({ from: 2020, to: 9999 });
  expect(yearsOf('year:..2020')).toEqual({ from: 0, to: 2020 });
  expect(yearsOf('year:soon')).toBeNull();
});
