import { expect, test } from 'vitest';
import { paperOfTab } from '@/entrypoints/own-pages/tab-paper';
import type { Paper, PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { Entry } from '@/lib/library';
import { idOf, paperOf } from '../library/fresh-library';

const X = idOf('2210.02414');
const HERE: PaperSummary = {
  id: X,
  title: 'GLM-130B',
  authors: ['A. Zeng'],
  authorCount: 19,
  categories: ['cs.CL'],
  year: 2022,
};

function known({ saved, met, here }: { saved?: Entry; met?: Paper; here?: PaperSummary } = {}) {
  return {
    library: { entry: async (id: PaperId) => (saved?.paper.id === id ? saved : undefined) },
    corpus: {
      met: async (id: PaperId) => (met?.id === id ? met : undefined),
      summaries: async (ids: readonly PaperId[]) => ids.map((id) => (here?.id === id ? here : undefined)),
    },
  };
}

test.each([
  ['its abstract page', 'https://arxiv.org/abs/2210.02414v2'],
  ['its PDF', 'https://arxiv.org/pdf/2210.02414'],
  ['its PDF by the old address', 'https://arxiv.org/pdf/2210.02414v1.pdf'],
  ['its HTML', 'https://www.arxiv.org/html/2210.02414v2#S1'],
])('a tab with %s shows the paper', async (_, url) => {
  expect(await paperOfTab({ url }, known({ here: HERE }))).toMatchObject({ id: X, title: 'GLM-130B' });
});

test.each([
  ['a listing', 'https://arxiv.org/list/cs.CL/new'],
  ['another site', 'https://example.org/abs/2210.02414'],
  ['no address', 'about:blank'],
  ['an address we may not see', undefined],
])('a tab with %s shows none', async (_, url) => {
  expect(await paperOfTab({ url }, known({ here: HERE }))).toBeNull();
});

/** A saved paper of which nothing was made yet. */
function savedEntry(paper: Paper): Entry {
  const made = { tags: [], note: '', key: 'zeng2022glm', cited: null };
  return { paper, status: 'read', savedAt: 0, lists: [], ...made };
}

test('the saved copy tells more than the dataset', async () => {
  const paper = paperOf(X, { title: 'As saved', abstract: 'We introduce' });
  const saved = savedEntry(paper);
  const url = 'https://arxiv.org/abs/2210.02414';
  expect(await paperOfTab({ url }, known({ saved, here: HERE }))).toEqual(paper);
});

test('what its page showed fills in what the saved copy does not know', async () => {
  const saved = savedEntry(paperOf(X, { title: 'As saved' }));
  const met = paperOf(X, { title: 'As met', abstract: 'We introduce' });
  const url = 'https://arxiv.org/pdf/2210.02414';
  expect(await paperOfTab({ url }, known({ saved, met }))).toMatchObject({
    title: 'As saved',
    abstract: 'We introduce',
  });
  expect(await paperOfTab({ url }, known({ met, here: HERE }))).toEqual(met);
});

test.each([
  ['[2210.02414] GLM-130B: An Open Model', 'GLM-130B: An Open Model'],
  ['[hep-th/9711200] The large N limit', 'The large N limit'],
  ['2210.02414v1.pdf', 'arXiv:2210.02414'],
  ['arxiv.org/pdf/2210.02414', 'arXiv:2210.02414'],
  ['paper.pdf', 'arXiv:2210.02414'],
  ['', 'arXiv:2210.02414'],
])('a paper that is not here is called by its tab: %j is %j', async (title, expected) => {
  const tab = { url: 'https://arxiv.org/pdf/2210.02414', title };
  expect((await paperOfTab(tab, known()))?.title).toBe(expected);
});

test('databases that cannot be read leave the title', async () => {
  const refused = () => Promise.reject(new Error('refused'));
  const tab = { url: 'https://arxiv.org/abs/2210.02414', title: '[2210.02414] GLM-130B' };
  const paper = await paperOfTab(tab, {
    library: { entry: refused },
    corpus: { met: refused, summaries: refused },
  });
  expect(paper?.title).toBe('GLM-130B');
});
