import { expect, test } from 'vitest';
import { dayOnPage, momentOnPage } from '@/components/page/page-day';
import { english } from '../surface';

test.each([
  ['2026-09-01', '1 Sep 2026'],
  ['2026-12', 'Dec 2026'],
  ['soon', 'soon'],
  ['2026-13-01', '2026-13-01'],
])('%s is said as %s', (date, said) => {
  expect(dayOnPage(date, english)).toBe(said);
});

test('a moment is of the day it is where the reader is', () => {
  expect(momentOnPage(new Date(2026, 2, 3, 23, 59).getTime(), english)).toBe('3 Mar 2026');
});
