import { describe, expect, test } from 'vitest';
import { related } from '@/lib/related';
import { vectorIndexOf } from '@/lib/related/vector-index';
import { decodeWordVectors, paperVector } from '@/lib/related/word-vectors';
import { NO_FACTS, PackError } from '@/lib/search';
import { ask, idsOf } from './questions';
import { cosinesOf, drawnPapers, idOf, paper, segmentOf, topicVectors } from './small-corpus';

const MODELS = [
  paper(
    '2210.00001',
    'An open bilingual language model',
    'We pretrain a bilingual language model and release weights in INT4 quantization.',
    { authors: ['Ada Lovelace', 'Alan Turing'] },
  ),
  paper(
    '2210.00002',
    'Quantization of language models to four bits',
    'Post-training quantization of transformer language models to INT4.',
    { authors: ['Grace Hopper'] },
  ),
  paper(
    '2210.00003',
    'Bilingual pretraining of decoders',
    'Bilingual corpora help the pretraining of a decoder.',
    { authors: ['Ada  Lovelace'] },
  ),
  paper('2210.00004', 'Halos of galaxies at high redshift', 'A survey of dust in halos of galaxies.', {
    authors: ['Vera Rubin'],
    categories: ['astro-ph.GA'],
  }),
  paper('2210.00005', 'Convex bounds on curvature', 'We prove a conjecture on manifolds.', {
    authors: ['Emmy Noether'],
    categories: ['math.DG'],
  }),
];

describe('a hand-made corpus', () => {
  test('papers of the same matter come first, those of another last or not at all', async () => {
    const segment = await segmentOf(MODELS, topicVectors());
    const query = ask(
      'GLM: a bilingual language model with INT4 quantization',
      'Pretraining of a bilingual transformer language model on a large corpus. INT4 quantization makes it small.',
    );
    const ids = await idsOf([segment], query);
    expect(ids.slice(0, 3).sort()).toEqual(['2210.00001', '2210.00002', '2210.00003']);
  });

  test('a paper of the corpus is never related to itself, found by its id alone or not', async () => {
    const segment = await segmentOf(MODELS, topicVectors());
    const whole = await idsOf([segment], {
      ...ask(MODELS[0]?.title ?? '', MODELS[0]?.abstract ?? ''),
      id: idOf('2210.00001'),
    });
    expect(whole).not.toContain('2210.00001');
    const bare = await idsOf([segment], { ...ask('', null), id: idOf('2210.00001') });
    expect(bare).not.toContain('2210.00001');
    expect(bare.slice(0, 2).sort()).toEqual(['2210.00002', '2210.00003']);
  });

  test('a paper found by what an older segment says of it is shown as the first tells of it', async () => {
    const renamed = paper('2210.00002', 'Four-bit arithmetic', 'Nothing of the kind.', {
      authors: ['Grace Hopper'],
    });
    const segments = [await segmentOf([renamed], null), await segmentOf(MODELS, topicVectors())];
    const query = ask(
      'Quantization of language models',
      'Post-training quantization of language models to INT4.',
    );
    const rows = await related(segments, query, { limit: 5 });
    const shown = rows.find(({ paper: { id } }) => id === '2210.00002');
    expect(shown?.paper.title).toBe('Four-bit arithmetic');
    expect(shown?.reasons).not.toEqual([]);
  });

  test('nor to another record with its title', async () => {
    const double = paper('2210.00009', 'GLM: A Bilingual   Language Models', 'The same paper, posted twice.');
    const segment = await segmentOf([...MODELS, double], topicVectors());
    expect(
      await idsOf([segment], ask('GLM: a bilingual language model', 'Bilingual pretraining.')),
    ).not.toContain('2210.00009');
  });

  test('reasons are what both papers say, spelled as in the one asked about', async () => {
    const segment = await segmentOf(MODELS, topicVectors());
    const query = ask('Quantization', 'We study INT4 quantization of Language Models.', {
      authors: ['A. Turing', 'Grace Höpper'],
    });
    const [first] = await related([segment], query, { limit: 8 });
    expect(first?.paper.id).toBe('2210.00002');
    const texts = first?.reasons.map(({ kind, text }) => `${kind}: ${text}`) ?? [];
    expect(texts.length).toBeLessThanOrEqual(3);
    expect(texts).toContain('author: Grace Höpper');
    expect(texts.filter((text) => text.startsWith('term: '))).toEqual(
      expect.arrayContaining(['term: Language Models']),
    );
  });

  test('of two papers alike, the one with a shared author comes first and says so', async () => {
    const twins = [
      paper('2211.00001', 'Graph embedding for links', 'Edges of a graph.', { authors: ['No One'] }),
      paper('2211.00002', 'Graph embedding of links', 'Edges of a graph.', { authors: ['Ada Lovelace'] }),
    ];
    const segment = await segmentOf(twins, topicVectors());
    const [first, second] = await related(
      [segment],
      ask('Embedding a graph', 'Links and edges of a graph', { authors: ['Ada Lovelace'] }),
      { limit: 2 },
    );
    expect(first?.paper.id).toBe('2211.00002');
    expect(first?.reasons).toContainEqual({ kind: 'author', text: 'Ada Lovelace' });
    expect(second?.reasons.some(({ kind }) => kind === 'author')).toBe(false);
    expect(first?.score).toBeGreaterThan(second?.score ?? Infinity);
  });

  test('a shared dataset is a reason only if the paper asked about names it', async () => {
    const facts = { ...NO_FACTS, datasets: ['ImageNet', 'GLUE'] };
    const segment = await segmentOf(
      [paper('2212.00001', 'Transformer tokens', 'On tokens.', { facts })],
      topicVectors(),
    );
    const [hit] = await related([segment], ask('Tokens', 'A transformer measured on GLUE.'), { limit: 3 });
    expect(hit?.reasons.filter(({ kind }) => kind === 'fact')).toEqual([{ kind: 'fact', text: 'GLUE' }]);
  });

  test('one group does not fill the rows when there are others, and does when there are none', async () => {
    const group = Array.from({ length: 10 }, (_, at) =>
      paper(
        `2213.${String(at + 1).padStart(5, '0')}`.replace('2213', '2212'),
        `Graph reasoning part ${'abcdefghij'[at] ?? ''}x`,
        'Knowledge graph reasoning over entities.',
        { authors: ['The Leader', `Student ${at}`] },
      ),
    );
    const others = drawnPapers(40, 2).map((other) => ({ ...other, title: `graph ${other.title}` }));
    const query = ask('Knowledge graph reasoning', 'Reasoning over entities of a knowledge graph.');
    const mixed = await related([await segmentOf([...group, ...others], topicVectors())], query, {
      limit: 8,
    });
    expect(mixed).toHaveLength(8);
    expect(mixed.filter(({ paper }) => paper.authors.includes('The Leader'))).toHaveLength(3);
    const alone = await related([await segmentOf(group, topicVectors())], query, { limit: 8 });
    expect(alone).toHaveLength(8);
  });

  test('works without vectors, without an abstract, and on nothing', async () => {
    const segment = await segmentOf(MODELS, null);
    expect((await idsOf([segment], ask('Bilingual language model', null)))[0]).toBe('2210.00001');
    expect(await idsOf([segment], ask('', null))).toEqual([]);
    expect(await idsOf([], ask('Bilingual language model', null))).toEqual([]);
    expect(await idsOf([await segmentOf([], topicVectors())], ask('Language', null))).toEqual([]);
  });

  test('a paper about something else altogether has no related papers', async () => {
    const segment = await segmentOf([...drawnPapers(200, 4), ...MODELS], topicVectors());
    const query = ask(
      'Braiding of sweet dough',
      'Yeast, butter and raisins make the crust rise in the oven.',
    );
    expect(await idsOf([segment], query)).toEqual([]);
  });

  test('hostile text is looked at only so far', async () => {
    const segment = await segmentOf(MODELS, topicVectors());
    const title = '<script>alert(1)</script> language '.repeat(3_000);
    const papers = await related([segment], ask(title, `\u202e${'{'.repeat(50_000)} model `.repeat(20)), {
      limit: 3,
    });
    expect(papers.length).toBeLessThanOrEqual(3);
  });

  test('stops when it is told to', async () => {
    const segment = await segmentOf(MODELS, topicVectors());
    const signal = AbortSignal.abort();
    await expect(related([segment], ask('Language', null), { limit: 3, signal })).rejects.toThrow();
  });
});

test('reading a few clusters finds what reading all would: at least 95 of 100', async () => {
  const papers = drawnPapers(3_000, 21);
  const segment = await segmentOf(papers, topicVectors());
  const vectors = await vectorIndexOf(segment);
  const words = decodeWordVectors(topicVectors());
  const top = (found: ReadonlyMap<number, number>): number[] =>
    [...found]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, 10)
      .map(([number]) => number);
  let same = 0;
  const queries = drawnPapers(40, 22);
  for (const { title, abstract } of queries) {
    const query = paperVector(words, title, abstract) ?? new Int16Array();
    const all = new Set(top(cosinesOf(await vectors?.nearest(query, 10_000))));
    same += top(cosinesOf(await vectors?.nearest(query, 16))).filter((number) => all.has(number)).length;
  }
  expect(same / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
});

test('a damaged table of words fails the question once, and leaves nothing unheard', async () => {
  const segment = await segmentOf(MODELS, topicVectors());
  const index = await vectorIndexOf(segment);
  if (!index) throw new Error('no vectors');
  index.words.numbers.get = () => {
    throw new PackError('corrupt', 'table of words');
  };
  // Vitest fails a test that leaves a rejection unheard.
  await expect(related([segment], ask('A language model', 'Of words.'), { limit: 3 })).rejects.toThrow(
    'corrupt',
  );
  await new Promise((resolve) => setTimeout(resolve));
});
