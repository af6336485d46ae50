import { expect, test, vi } from 'vitest';
import { choiceOf, menuItems } from '@/entrypoints/background/menus';
import type { ListId } from '@/lib/core/reading';
import { english } from '../components/surface';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const LISTS = [{ id: 'l-1' as ListId, name: 'R&D', papers: 2 }];

test('a link to a paper offers saving and each list on every page, and copying where that can be done', () => {
  const items = menuItems(LISTS, english, false);
  const onArxiv = ['https://arxiv.org/*', 'https://www.arxiv.org/*'];
  expect(items.map(({ id, title, documentUrlPatterns }) => [id, title, documentUrlPatterns])).toEqual([
    ['gloss', 'Gloss for arXiv', undefined],
    ['save', 'Save', undefined],
    ['save-to:l-1', 'Save to “R&&D”', undefined],
    ['bibtex', 'Copy BibTeX', onArxiv],
    ['markdown', 'Copy as Markdown', onArxiv],
  ]);
  for (const { contexts, targetUrlPatterns } of items) {
    expect(contexts).toEqual(['link']);
    expect(targetUrlPatterns).toContain('https://arxiv.org/abs/*');
    expect(
      targetUrlPatterns?.every((pattern) => /^https:\/\/(www\.)?arxiv\.org\/(abs|pdf|html)\//.test(pattern)),
    ).toBe(true);
  }
  const anywhere = menuItems(LISTS, english, true);
  expect(anywhere.filter(({ documentUrlPatterns }) => documentUrlPatterns)).toEqual([]);
});

test.each([
  ['save', 'https://arxiv.org/abs/2210.02414v2', { id: '2210.02414', list: undefined }],
  ['save-to:l-1', 'https://arxiv.org/pdf/2210.02414.pdf', { id: '2210.02414', list: 'l-1' }],
  ['bibtex', 'https://arxiv.org/html/2210.02414v1#S1', { id: '2210.02414', copy: 'bibtex' }],
  ['save', 'https://arxiv.org/list/cs.CL/new', undefined],
  ['save', 'https://evil.example/abs/2210.02414', undefined],
  ['save', undefined, undefined],
  ['wipe', 'https://arxiv.org/abs/2210.02414', undefined],
])('%s on %s', (item, link, choice) => expect(choiceOf(item, link)).toEqual(choice));
