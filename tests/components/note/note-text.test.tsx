// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { NoteText } from '@/components/note/note-text';
import { draw, one } from '../surface';

const drawn = async (markdown: string) => one(await draw(<NoteText markdown={markdown} />), '.note-text');

test('Markdown is drawn as what it means', async () => {
  const note = await drawn(
    '# Idea\n\n**Bold** and *soft*, `code`:\n\n1. one\n2. two\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] read',
  );
  const tags = [...note.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase());
  expect(tags).toEqual(
    expect.arrayContaining(['h4', 'strong', 'em', 'code', 'ol', 'li', 'blockquote', 'table', 'th', 'ul']),
  );
  expect(note.textContent).toContain('☑ read');
});

test('TeX is shown readable, and its underscores and stars are not Markdown', async () => {
  const note = await drawn('loss $\\alpha_1 * x^2 * y_i$ over $$\\sum_i x_i$$, for 5$ or 10$ a month');
  expect(note.querySelector('em')).toBeNull();
  expect([...note.querySelectorAll('.note-tex')].map((tex) => tex.textContent)).toEqual([
    'α₁ * x² * yᵢ',
    '∑ᵢ xᵢ',
  ]);
  expect(note.textContent).toContain('5$ or 10$ a month');
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['an event', 'see <img src=x onerror=alert(1)> there'],
  ['a script in a link', '[x](javascript:alert(1))'],
  ['a hidden one', '[x](  java\tscript:alert(1))'],
  ['data in a link', '[x](data:text/html,<script>alert(1)</script>)'],
  ['a picture from elsewhere', '![x](https://example.org/pixel.png)'],
])('%s is text', async (_, markdown) => {
  const note = await drawn(markdown);
  expect(note.querySelector('script, img, [onerror], a:not([href^="https:"])')).toBeNull();
  expect(note.textContent.trim()).not.toBe('');
});

test.each([
  ['quotes', '>'.repeat(5_000)],
  ['lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
  ['brackets', '['.repeat(20_000)],
  ['stars', '*'.repeat(20_000)],
  ['dollars', '$'.repeat(20_000)],
])('a note of nothing but %s is drawn', async (_, markdown) => {
  expect((await draw(<NoteText markdown={markdown} />)).querySelector('.note-text')).not.toBeNull();
});
