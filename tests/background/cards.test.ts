import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { cardsOf } from '@/entrypoints/background/cards';
import { cardFacts } from '@/entrypoints/background/card-facts';
import { openCorpus } from '@/lib/corpus';
import { CorpusDb } from '@/lib/db/corpus';
import { NO_FACTS, type BriefFacts, type PaperRecord } from '@/lib/search';
import { english } from '../components/surface';
import { freshLibrary, idOf, paperOf } from '../library/fresh-library';

const LONG = paperOf('2301.13442', {
  title: 'Scaling laws for single-agent reinforcement learning',
  authors: ['Jacob Hilton', 'Jie Tang', 'John Schulman'],
  abstract: 'Our code is available at https://github.com/a/b .',
  comments: 'Accepted at ICML 2025',
  doi: '10.1000/xyz.1',
});
const SHORT = paperOf('2301.00002', { title: 'On graphs', authors: ['A. Author'] });

const { library } = await freshLibrary();
const db = new CorpusDb();
await db.delete();
const corpus = openCorpus(db);
await corpus.capture([LONG, SHORT], 1);
await library.save(LONG);
const needs = { library, corpus, text: english };
const idsOf = async (text: string, links: string[] = [], byTitle = true) =>
  (await cardsOf(needs, [{ text, links }], byTitle))[0]?.id ?? null;

test.each([
  ['a link', 'Someone.', ['https://arxiv.org/abs/2301.13442v2']],
  ['an id in its words', 'J. Hilton. arXiv preprint arXiv:2301.13442, 2023.', []],
  ['arXiv’s own DOI', 'J. Hilton. doi:10.48550/arXiv.2301.13442.', []],
  ['the publisher’s DOI', 'J. Hilton. Journal of X. 10.1000/xyz.1.', []],
  [
    'its exact title',
    'J. Hilton, J. Tang, J. Schulman: “Scaling Laws for Single-Agent Reinforcement Learning”, 2023',
    [],
  ],
  [
    'its title behind its authors',
    'J. Hilton, J. Tang, and J. Schulman, Scaling laws for single-agent reinforcement learning, in ICML, 2023',
    [],
  ],
  [
    'its title and year',
    'Hilton et al. (2023) Jacob Hilton, Jie Tang. 2023. Scaling laws for single-agent reinforcement learning 2023',
    [],
  ],
])('a reference is known by %s', async (_name, text, links) =>
  expect(await idsOf(text, links)).toBe('2301.13442'),
);

test.each([
  ['a title that is like it', 'J. Hilton. Scaling laws for multi-agent reinforcement learning.'],
  ['the title by others', 'B. Nobody. Scaling laws for single-agent reinforcement learning.'],
  ['a title of two words, in the words of another', 'A. Author. Notes on graphs and other things.'],
  [
    'a longer title that ends in it',
    'J. Hilton. Neural scaling laws for single-agent reinforcement learning.',
  ],
  [
    'a longer title that begins with it',
    'J. Hilton. Scaling laws for single-agent reinforcement learning of games. 2024.',
  ],
  [
    'a title that goes on behind a colon',
    'J. Hilton. Scaling laws for single-agent reinforcement learning: a survey. 2024.',
  ],
  ['a title behind a name', 'J. Hilton. LAWS: Scaling laws for single-agent reinforcement learning. 2024.'],
  ['a family name within another', 'B. Hiltonsen. Scaling laws for single-agent reinforcement learning.'],
  ['a paper nobody here knows', 'C. Someone. arXiv:2301.99999'],
])('%s is not taken for it', async (_name, text) => expect(await idsOf(text)).toBeNull());

test('titles are looked up only when asked for', async () => {
  const text = 'J. Hilton: Scaling laws for single-agent reinforcement learning';
  expect(await idsOf(text, [], false)).toBeNull();
});

test('a card tells what the paper states and whether it is saved', async () => {
  const [card] = await cardsOf(needs, [{ text: '', links: ['https://arxiv.org/abs/2301.13442'] }], false);
  expect(card).toMatchObject({ title: LONG.title, facts: ['code', 'ICML 2025'], saved: true });
  expect(card?.code).toBe('https://github.com/a/b');
  expect(card?.byline).toContain('J. Hilton, J. Tang');
});

const RECORD: PaperRecord = {
  id: idOf('2404.00001'),
  title: 'On graphs and matchings',
  authors: ['A. Author'],
  authorCount: 1,
  categories: ['cs.CL'],
  abstract: null,
  facts: { ...NO_FACTS, code: 'https://github.com/c/d', codeState: 'released' },
};
const known = (facts: Partial<BriefFacts>) => ({ ...RECORD, facts: { ...RECORD.facts, ...facts } });

test('of a paper that only the dataset has, a card tells what the dataset has', async () => {
  const records = async () =>
    new Map([[RECORD.id, known({ venue: { name: 'ICML', year: 2024 }, first: true })]]);
  const links = [`https://arxiv.org/abs/${RECORD.id}`];
  const [card] = await cardsOf(
    { library, text: english, corpus: { ...corpus, records } },
    [{ text: '', links }],
    false,
  );
  expect(card).toEqual({
    id: RECORD.id,
    title: RECORD.title,
    byline: 'A. Author · 2024',
    facts: ['code', 'names ICML 2024', 'claims first'],
    code: 'https://github.com/c/d',
    saved: false,
  });
});

test.each([
  ['promised code is told as such, without its address', { codeState: 'promised' }, ['code promised'], null],
  ['an address that is none is not given', { code: 'javascript:alert(1)' }, ['code'], null],
  ['nothing is told of nothing', NO_FACTS, [], null],
] as const)('%s', (_name, facts, told, code) =>
  expect(cardFacts(undefined, known(facts), english)).toEqual({ facts: told, code }),
);

test('what a page showed counts for more than the dataset', () => {
  const listed = paperOf(RECORD.id, { comments: 'Accepted at ACL 2024', abstract: null });
  const inDataset = known({ venue: { name: 'arXiv', year: null } });
  expect(cardFacts(listed, inDataset, english).facts).toEqual(['code', 'ACL 2024']);
});
