import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { clearLeftovers } from '@/entrypoints/arxiv.content/leftovers';

test('what a dead instance left goes, and every word and row of arXiv’s stays', () => {
  const { window } = new JSDOM(`<body>
    <blockquote>We study <abbr class="gloss-short" data-gloss="short-form" title="black hole">BH</abbr> growth.</blockquote>
    <gloss-panel data-gloss="stated-facts"></gloss-panel>
    <dl><dt class="gloss-hidden">[1]</dt><dd class="gloss-hidden">A title</dd></dl></body>`);
  const { document } = window;
  clearLeftovers(document);
  expect(document.querySelector('blockquote')?.textContent).toBe('We study BH growth.');
  expect(document.querySelector('blockquote')?.childNodes).toHaveLength(1);
  expect(document.querySelectorAll('[data-gloss], .gloss-hidden, .gloss-short')).toHaveLength(0);
  expect(document.querySelector('dd')?.textContent).toBe('A title');
});
