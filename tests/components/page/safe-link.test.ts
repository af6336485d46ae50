import { expect, test } from 'vitest';
import { hostOfLink, safeLink } from '@/components/page/safe-link';

test.each([
  ['https://github.com/THUDM/GLM-130B', 'https://github.com/THUDM/GLM-130B'],
  ['http://example.org/a?b=c#d', 'http://example.org/a?b=c#d'],
  ['github.com/a/b', 'https://github.com/a/b'],
])('%s is a link', (stated, link) => expect(safeLink(stated)).toBe(link));

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'chrome-extension://abc/library.html',
  'https://user:password@example.org/',
  'https://github.com@evil.example/',
  'https://localhost/x',
  'https://',
  '',
  `https://example.org/${'a'.repeat(3_000)}`,
])('%s is none', (stated) => expect(safeLink(stated)).toBeNull());

test('a link is named by where it leads', () => {
  expect(hostOfLink('https://www.example.org/a')).toBe('example.org');
});
