// @vitest-environment jsdom
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { Highlighted, piecesOf } from '@/components/highlight';
import { draw } from './surface';

const marked = (text: string, matched: string[]) =>
  piecesOf(text, matched)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test.each([
  ['a whole word', 'Scaling laws', ['laws'], ['laws']],
  ['the beginning of a word', 'Reinforcement learning', ['learn'], ['learn']],
  ['the longest beginning that was found', 'Transformers', ['trans', 'transformer'], ['Transformer']],
  ['every place', 'Deep nets, deep learning', ['deep'], ['Deep', 'deep']],
  ['accents either way', 'Schrödinger and Erdös', ['schrodinger', 'erdös'], ['Schrödinger', 'Erdös']],
  ['accents written after their letter', 'Poincare\u0301 maps', ['poincare'], ['Poincare\u0301']],
  ['words joined by a hyphen that were searched as one', 'GLM-130B: An Open', ['glm130b'], ['GLM-130B']],
  ['each word of a phrase', 'Pre-trained models', ['pre-trained'], ['Pre', 'trained']],
])('marks %s', (_, text, matched, expected) => {
  expect(marked(text, matched)).toEqual(expected);
});

test('a single letter marks no longer word', () => {
  expect(marked('A theory of all', ['a'])).toEqual(['A']);
});

test('the middle of a word is not marked', () => {
  expect(marked('unlearning', ['learn'])).toEqual([]);
});

test('the pieces of any text, put together, are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 4 })), (text, matched) => {
      const pieces = piecesOf(text, matched);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});

test('markup in a title stays text, inside and outside of a mark', async () => {
  const title = '<img src=x onerror=alert(1)> learning <script>learn</script>';
  const root = await draw(<Highlighted text={title} matched={['img', 'learn', 'script']} />);
  expect(root.textContent).toBe(title);
  expect(root.querySelectorAll(':not(mark)')).toHaveLength(0);
  expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'img',
    'learn',
    'script',
    'learn',
    'script',
  ]);
});

test('a title of 100,000 letters is marked in time', () => {
  const title = 'a'.repeat(50_000) + ' learning'.repeat(5000);
  const before = performance.now();
  expect(marked(title, ['learn'])).toHaveLength(5000);
  expect(performance.now() - before).toBeLessThan(500);
});
