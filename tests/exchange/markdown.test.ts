import { expect, test } from 'vitest';
import { workOf } from '@/lib/core/library-copy';
import { markdownOf } from '@/lib/exchange/markdown';
import { paperOf } from '../library/fresh-library';

const noteOf = (values: { title?: string; abstract?: string }) => {
  const text = markdownOf(workOf(paperOf('2301.00001', values)), [], { withMine: true });
  return text.slice(text.indexOf('---\n\n') + 5).trim();
};
const abstractOf = (abstract: string) => noteOf({ title: 'T', abstract }).replace('# T\n\n> ', '');

test.each([
  ['![](http://evil/x.png)', String.raw`\!\[\](http://evil/x.png)`],
  ['![[note]] and [[note]]', String.raw`\!\[\[note\]\] and \[\[note\]\]`],
  ['<img src=x> &lt; `code` #tag *a* _b_', String.raw`\<img src=x\> \&lt; \`code\` \#tag \*a\* \_b\_`],
  [String.raw`\![](http://evil/x.png)`, String.raw`\\\!\[\](http://evil/x.png)`],
  ['- item', String.raw`\- item`],
  ['1. item', String.raw`1\. item`],
])('what Markdown would read in an abstract is text: %s', (abstract, written) => {
  expect(abstractOf(abstract)).toBe(written);
});

test('TeX between dollars stays TeX, and holds no image for programs that do not know it', () => {
  expect(abstractOf(String.raw`an $\ell_1^*$ norm`)).toBe(String.raw`an $\ell_1^*$ norm`);
  expect(abstractOf('$![](http://evil/x.png)<img src=x>$')).toBe(
    String.raw`$! [] (http://evil/x.png)\lt img src=x>$`,
  );
  expect(abstractOf(String.raw`costs \$5 or $6`)).toBe(String.raw`costs \$5 or \$6`);
});

test('a title is text too', () => {
  expect(noteOf({ title: '![](http://evil/x.png)' })).toBe(String.raw`# \!\[\](http://evil/x.png)`);
});
