import { expect, test } from 'vitest';
import { venueName } from '@/components/page/venue-name';
import { english } from '../surface';

test.each([
  ['conference', 'ACL', 'ACL 2025'],
  ['workshop', 'MICCAI', 'workshop at MICCAI 2025'],
  ['findings', 'ACL', 'Findings of ACL 2025'],
  ['findings', 'Findings of EMNLP', 'Findings of EMNLP 2025'],
  ['demo', 'EMNLP', 'EMNLP 2025, demo'],
] as const)('a %s paper at %s is not given another name', (kind, name, shown) => {
  expect(venueName({ name, year: 2025, status: 'accepted', kind }, english)).toBe(shown);
});
