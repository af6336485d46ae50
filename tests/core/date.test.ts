import { describe, expect, it } from 'vitest';
import { dayOf, parseArxivDate } from '@/lib/core/date';

describe('parseArxivDate', () => {
  it.each([
    ['15 Oct 2022', '2022-10-15'],
    ['[Submitted on 2 Apr 2007 (v1), last revised 3 May 2008]', '2007-04-02'],
    ['Fri, 20 Nov 2026', '2026-11-20'],
    ['2 February, 2011', '2011-02-02'],
    ['Sat, 15 Oct 2022 14:06:01 UTC', '2022-10-15T14:06:01Z'],
    ['Thu, 18 Jun 2009 12:03:57 GMT', '2009-06-18T12:03:57Z'],
    ['Mon, 2 Apr 2007\n  19:18:42 UTC (67 KB)', '2007-04-02T19:18:42Z'],
    ['2023-01-15', '2023-01-15'],
    ['2023-01-15 22:41:10', '2023-01-15T22:41:10Z'],
    ['29 Feb 2024', '2024-02-29'],
  ])('reads %s as %s', (text, date) => {
    expect(parseArxivDate(text)).toBe(date);
  });

  it.each([
    '',
    'October 2022',
    '31 Feb 2022',
    '15 Foo 2022',
    '29 Feb 2023',
    '2022-13-01',
    '1.15 Oct 2022',
    '15 Oct 20221',
  ])('finds no day in "%s"', (text) => {
    expect(parseArxivDate(text)).toBeNull();
  });

  it('gives the day of a second', () => {
    expect(dayOf('2022-10-15T14:06:01Z')).toBe('2022-10-15');
  });
});
