import { expect, test } from 'vitest';
import { countOnPage } from '@/components/page/page-count';
import { english } from '../surface';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [293_500, '293,500'],
  [3_200_000, '3,200,000'],
])('%i is written %s', (count, written) => {
  expect(countOnPage(count, english)).toBe(written);
});
