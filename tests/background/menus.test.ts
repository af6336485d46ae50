import { expect, test, vi } from 'vitest';
import { choiceOf, menuItems } from '@/entrypoints/background/menus';
import type { ListId } from '@/lib/core/reading';
import { english } from '../components/surface';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const LISTS = [{ id: 'l-1' as ListId, name: 'R&D', papers: 2 }];

test('a link to a paper offers saving, each list, and copying; on arXiv only', () => {
  const items = menuItems(LISTS, english);
  expect(items.map(({ id, title }) => [id, title])).toEqual([
    ['gloss', 'Gloss for arXiv'],
    ['save', 'Save'],
    ['save-to:l-1', 'Save to “R&&D”'],
    ['bibtex', 'Copy BibTeX'],
    ['markdown', 'Copy as Markdown'],
  ]);
  for (const { documentUrlPatterns } of items)
    expect(documentUrlPatterns).toEqual(['https://arxiv.org/*', 'https://www.arxiv.org/*']);
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
