import { expect, test } from 'vitest';
import { dayText } from '@/components/format';

test.each([
  ['2026-08', '2026', 'Aug'],
  ['2026-08-20', '20', 'Aug'],
])('%s is said as it is known', (day, ...parts) => {
  for (const part of parts) expect(dayText(day)).toContain(part);
});

test('a month is not said to be its first day', () => {
  expect(dayText('2026-08')).not.toMatch(/\b0?1\b/);
});

test('what is no date is shown as it came', () => {
  expect(dayText('soon')).toBe('soon');
});
