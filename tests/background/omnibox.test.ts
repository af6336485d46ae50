import { expect, test, vi } from 'vitest';
import { addressFor, escapedFor, suggestionsFor } from '@/entrypoints/background/omnibox';
import { idOf } from '../library/fresh-library';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const hit = (id: string, title: string) => ({
  paper: { id: idOf(id), title, authors: ['A. Zeng'], authorCount: 2, categories: ['cs.CL'], year: 2022 },
  facts: {} as never,
  score: 1,
  why: [],
  matched: [],
});
const corpus = {
  search: (query: string) =>
    Promise.resolve({
      query,
      hits: query.includes('nothing') ? [] : [hit('2210.02414', 'GLM & <b>$\\ell_1$</b>')],
      total: 1,
      facets: null,
    }),
};

test('papers are suggested with title, first author and year, as readable text', async () => {
  expect(await suggestionsFor(corpus, 'glm')).toEqual([
    { content: 'https://arxiv.org/abs/2210.02414', description: 'GLM & <b>ℓ₁</b> · A. Zeng · 2022' },
  ]);
  expect(await suggestionsFor(corpus, '  ')).toEqual([]);
});

test('hostile titles are no markup where the browser reads markup', () => {
  const description = 'a <match>b</match> & "c"\u0007';
  expect(escapedFor(true, { content: 'x', description }).description).toBe(
    'a &lt;match&gt;b&lt;/match&gt; &amp; &quot;c&quot; ',
  );
  expect(escapedFor(false, { content: 'x', description }).description).toBe('a <match>b</match> & "c" ');
});

test.each([
  ['https://arxiv.org/abs/2301.13442', 'https://arxiv.org/abs/2301.13442'],
  ['arXiv:2301.13442v2', 'https://arxiv.org/abs/2301.13442v2'],
  ['glm 130b', 'https://arxiv.org/abs/2210.02414'],
  ['nothing & more', 'https://arxiv.org/search/?query=nothing%20%26%20more&searchtype=all'],
])('%s leads to %s', async (entered, url) => expect(await addressFor(corpus, entered)).toBe(url));
