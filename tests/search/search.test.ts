import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSegment, memorySource, openSegment, search, type SearchResult } from '@/lib/search';
import { corpus, words } from './arbitrary';
import { hasWord } from './oracle';
import { inOrder, paperOf, segmentOf } from './papers';

const ALL = { limit: 100 };
const idsOf = (result: SearchResult): string[] => result.hits.map(({ paper }) => paper.id);

describe('search', () => {
  it('counts and finds exactly the papers that have every word, as a look at each paper does', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, words, async (papers, query) => {
        const expected = papers
          .filter((paper) => query.every((word) => hasWord(paper, word)))
          .map(({ id }) => id);
        fc.pre(expected.length > 0);
        const result = await search([await segmentOf(papers)], `${query.join(' ')} `, ALL);
        expect(result.total).toBe(expected.length);
        expect(idsOf(result)).toEqual(expect.arrayContaining(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('answers from many segments as from one', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, words, fc.integer({ min: 2, max: 4 }), async (papers, query, parts) => {
        const split = Array.from({ length: parts }, (_, part) =>
          papers.filter((_, at) => at % parts === part),
        );
        const many = await Promise.all(split.map(segmentOf));
        const text = `${query.join(' ')} `;
        expect(await search(many, text, ALL)).toEqual(await search([await segmentOf(papers)], text, ALL));
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same every time', async () => {
    const papers = ['2301.00001', '2301.00002', '2301.00003'].map((id) =>
      paperOf(id, { title: 'graph learning' }),
    );
    const segment = await segmentOf(papers);
    expect(idsOf(await search([segment], 'graph', ALL))).toEqual(['2301.00001', '2301.00002', '2301.00003']);
  });

  it('puts a paper that names what is asked for before newer ones that only speak of it', async () => {
    const segment = await segmentOf([
      paperOf('1810.04805', { title: 'BERT: Pre-training of Deep Bidirectional Transformers', rank: 100 }),
      paperOf('2601.00001', { title: 'Probing BERT', rank: 130 }),
      paperOf('2601.00002', { title: 'Large BERT: A Survey of Compression', rank: 130 }),
    ]);
    for (const typed of ['bert', 'bert ', 'ber'])
      expect(idsOf(await search([segment], typed, ALL))[0], typed).toBe('1810.04805');
  });

  it('lets the first segment speak for a paper that several have', async () => {
    const captured = await segmentOf([paperOf('2301.00001', { title: 'Graphs, second version' })]);
    const pack = await segmentOf([
      paperOf('2301.00001', { title: 'Graphs' }),
      paperOf('2301.00002', { title: 'Graphs too' }),
    ]);
    const { hits } = await search([captured, pack], 'graph', ALL);
    expect(hits.filter(({ paper }) => paper.id === '2301.00001').map(({ paper }) => paper.title)).toEqual([
      'Graphs, second version',
    ]);
  });

  it('stops when it is told to', async () => {
    const segment = await segmentOf([paperOf('2301.00001', { title: 'Graphs' })]);
    await expect(search([segment], 'graph', { ...ALL, signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

/** What people type beside what stands in the title, the abstract or among the authors. */
const MEETINGS: readonly [
  query: string,
  title: string,
  more?: { authors?: string[]; keyTerms?: string[] },
][] = [
  ['GLM-130B', 'GLM-130B: An Open Bilingual Pre-trained Model'],
  ['glm 130b', 'GLM-130B: An Open Bilingual Pre-trained Model'],
  ['glm130b', 'GLM-130B: An Open Bilingual Pre-trained Model'],
  ['gpt4', 'GPT-4 Technical Report'],
  ['gpt 4', 'GPT4 as a judge'],
  ['llama 3', 'The Llama3 herd'],
  ['kg transformer', 'kgTransformer for queries'],
  ['kgtransformer', 'kgTransformer for queries'],
  ['cotraining', 'Reciprocal Co-Training of models'],
  ['co training', 'Reciprocal cotraining of models'],
  ['fine-tuning', 'Finetuning of models'],
  ['superresolution', 'Image super resolution'],
  ['super resolution', 'Image superresolution'],
  ['L_p norms', String.raw`On $L_p$ norms`],
  ['lp norm', String.raw`On $\ell_p$ norms`],
  ['poincare', String.raw`The Poincar\'e conjecture`],
  ['Poincaré', 'The Poincare conjecture'],
  ['schrodinger', 'Schrödinger bridges'],
  ['beta decay', String.raw`$\beta$-decay of nuclei`],
  ['networks', 'A network'],
  ['theory', 'Theories of everything'],
  ['navier stokes', 'Navier–Stokes equations'],
  ['attenuarion', 'Attenuation correction'],
  ['trasnformer', 'A transformer'],
  ['quantisation', 'Quantization of models'],
  ['reinforcment lerning', 'Deep reinforcement learning'],
  ['agen', 'Diagnostic agents evolving'],
  ['tang jie', 'A title', { authors: ['Jie Tang'] }],
  ['j tang', 'A title', { authors: ['Jie Tang'] }],
  ['erdos', 'A title', { authors: ['Paul Erdős'] }],
  ['o’brien', 'A title', { authors: ["Conan O'Brien"] }],
  ['jean-pierre serre', 'A title', { authors: ['Jean Pierre Serre'] }],
  ['serre jp', 'A title', { authors: ['Jean-Pierre Serre'] }],
  ['minecraft', 'Video pretraining', { keyTerms: ['minecraft'] }],
];

describe('what is typed meets what is written', () => {
  it.each(MEETINGS)('%s finds %s', async (query, title, more = {}) => {
    const other = paperOf('2301.00002', { title: 'Something else altogether' });
    const segment = await segmentOf([paperOf('2301.00001', { title, ...more }), other]);
    expect(idsOf(await search([segment], query, ALL))[0]).toBe('2301.00001');
  });
});

describe('operators', () => {
  const papers = [
    paperOf('2301.00001', {
      title: 'Graph attention',
      authors: ['Jie Tang'],
      categories: ['cs.LG', 'cs.CL'],
    }),
    paperOf('2101.00002', { title: 'Attention on a graph', authors: ['Ana Graph'], categories: ['stat.ML'] }),
    paperOf('hep-th/9711200', {
      title: 'The large N limit',
      authors: ['J. Maldacena'],
      categories: ['hep-th'],
      doi: '10.1023/A:1026654312961',
    }),
  ];
  const venue = {
    ...paperOf('2201.00004').facts,
    venue: { name: 'KDD', year: 2022 },
    code: 'https://github.com/a/b',
  };
  papers.push(paperOf('2201.00004', { title: 'Graph mining', facts: venue, authors: ['Edward Witten'] }));
  const options = {
    limit: 10,
    saved: new Set([papers[0]?.id ?? paperOf('2301.00001').id]),
    lists: new Map([['My list', new Set([paperOf('2101.00002').id])]]),
  };

  it.each<[string, string[]]>([
    ['author:tang', ['2301.00001']],
    ['author:"jie tang" graph', ['2301.00001']],
    ['au:Graph', ['2101.00002']],
    ['author:edward author:witten', ['2201.00004']],
    ['title:graph author:graph', ['2101.00002']],
    ['graph cat:cs.CL', ['2301.00001']],
    ['graph cat:cs', ['2301.00001']],
    ['cat:stat.ML', ['2101.00002']],
    ['graph year:2021..2022', ['2201.00004', '2101.00002']],
    ['year:1997', ['hep-th/9711200']],
    ['year:..2000', ['hep-th/9711200']],
    ['has:code', ['2201.00004']],
    ['graph venue:KDD', ['2201.00004']],
    ['"graph attention"', ['2301.00001']],
    ['graph -attention', ['2201.00004']],
    ['graph -cat:cs -has:code', ['2101.00002']],
    ['is:saved', ['2301.00001']],
    ['is:Saved', ['2301.00001']],
    ['10.1016/j.graph.2020.101', []],
    ['graph -is:saved year:2021', ['2101.00002']],
    ['list:"my list"', ['2101.00002']],
    ['is:seen', []],
    ['10.1023/A:1026654312961', ['hep-th/9711200']],
    ['https://doi.org/10.48550/arXiv.2301.00001', ['2301.00001']],
    ['hep-th/9711200v3', ['hep-th/9711200']],
    ['https://arxiv.org/pdf/2101.00002v1.pdf', ['2101.00002']],
    ['9999.99999', []],
  ])('%s', async (query, expected) => {
    expect(idsOf(await search([await segmentOf(papers)], query, options)).sort()).toEqual(
      [...expected].sort(),
    );
  });

  const titles = (...own: string[]) =>
    segmentOf(own.map((title, at) => paperOf(`2301.0001${at}`, { title })));
  const authors = (...own: string[][]) =>
    segmentOf(own.map((names, at) => paperOf(`2301.0001${at}`, { title: 'Nets', authors: names })));

  it.each<[string, string[]]>([
    ['author:hinton', ['2301.00010', '2301.00011', '2301.00012']],
    ['author:"Geoffrey Hinton"', ['2301.00010', '2301.00011']],
    ['author:"Hinton, Geoffrey"', ['2301.00010', '2301.00011']],
    ['author:"G. Hinton"', ['2301.00011']],
    ['nets -author:"Geoffrey Hinton"', ['2301.00012', '2301.00013']],
  ])('%s means one person, and counts so', async (query, expected) => {
    const segment = await authors(
      ['Geoffrey Hinton'],
      ['A. Other', 'G. Hinton'],
      ['Geoffrey Other', 'Mary Hinton'],
      ['H. Somebody'],
    );
    const { hits, total, facets } = await search([segment], query, ALL);
    expect(hits.map(({ paper }) => paper.id).sort()).toEqual(expected);
    expect(total).toBe(expected.length);
    expect(facets?.year).toEqual([[2023, expected.length]]);
  });

  it.each<[string, string[]]>([
    ['"attention is alll"', []],
    ['"attention is all"', ['2301.00010']],
    ['"is attention"', []],
    ['"need you"', []],
  ])('%s finds and counts these words in this order alone', async (query, expected) => {
    const segment = await titles('Attention Is All You Need', 'All attention', 'You need data');
    const { hits, total } = await search([segment], query, ALL);
    expect(hits.map(({ paper }) => paper.id)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it.each<[string, string[]]>([
    ['graph -"graph neural network"', ['2301.00011', '2301.00013']],
    ['graph -semi-supervised', ['2301.00010', '2301.00013']],
    ['graph -GLM-130B', ['2301.00010', '2301.00011']],
  ])('%s excludes what the same words find, and nothing else', async (query, expected) => {
    const segment = await titles(
      'Graph neural networks',
      'Semi-supervised graph learning',
      'Neural',
      'GLM-130B on a supervised graph',
    );
    const { hits } = await search([segment], query, ALL);
    expect(hits.map(({ paper }) => paper.id).sort()).toEqual(expected);
  });

  it('takes an unknown operator for a word', async () => {
    const segment = await segmentOf([paperOf('2301.00001', { title: 'Foo: bar' })]);
    expect(idsOf(await search([segment], 'foo:bar', ALL))).toEqual(['2301.00001']);
  });

  it('counts facets over all papers found, not over those shown', async () => {
    const { facets, total } = await search([await segmentOf(papers)], 'graph', { limit: 1 });
    expect(total).toBe(3);
    expect(facets?.year).toEqual([
      [2023, 1],
      [2022, 1],
      [2021, 1],
    ]);
    expect(facets?.venue).toEqual([['KDD', 1]]);
    expect(facets?.code).toBe(1);
  });

  it('says what matched that a row does not show', async () => {
    const segment = await segmentOf([
      paperOf('2301.00001', { title: 'Video pretraining', keyTerms: ['minecraft'] }),
    ]);
    const { hits } = await search([segment], 'minecraft pretraining', ALL);
    expect(hits[0]?.why).toEqual(['abstract: minecraft']);
    expect(hits[0]?.matched).toEqual(['pretraining']);
  });

  it('says of a word whether it stands there as typed, or one like it does', async () => {
    const segment = await segmentOf([
      paperOf('2301.00001', { title: 'Video', keyTerms: ['pretraining'] }),
      paperOf('2301.00002', { title: 'Video', keyTerms: ['pretrainin'] }),
    ]);
    // No paper has the last word: the others are guessed at too.
    const { hits } = await search([segment], 'video pretraining zebra', ALL);
    expect(hits.map(({ paper, why }) => [paper.id, ...why])).toEqual([
      ['2301.00001', 'abstract: pretraining'],
      ['2301.00002', 'abstract, about: pretraining'],
    ]);
  });

  it('says that a further author has a word, not the abstract', async () => {
    const authors = [...Array.from({ length: 9 }, (_, at) => `Ann Other${at}`), 'Geoffrey Hinton'];
    const segment = await segmentOf([paperOf('2301.00001', { title: 'Distilling networks', authors })]);
    for (const query of ['hinton networks', 'author:hinton', 'author:"Geoffrey Hinton" networks'])
      for (const why of (await search([segment], query, ALL)).hits.flatMap((hit) => hit.why))
        expect(why).toMatch(/^author: /);
    expect((await search([segment], 'hinton networks', ALL)).hits[0]?.why).toEqual(['author: hinton']);
  });

  it('says nothing of words that a hit does not have', async () => {
    const segment = await segmentOf([
      paperOf('2301.00001', { title: 'Video pretraining from demonstrations' }),
    ]);
    const { hits } = await search([segment], 'pretraining demonstrations zebra', ALL);
    expect(hits.map(({ why }) => why)).toEqual([[]]);
  });

  it('takes a year among words for the year of a paper', async () => {
    const segment = await segmentOf(papers);
    const { hits } = await search([segment], 'graph 2022', ALL);
    expect(hits[0]?.paper.id).toBe('2201.00004');
    expect(hits[0]?.why).toEqual(['year: 2022']);
  });
});

describe('more papers than a segment keeps blocks of', () => {
  const papers = Array.from({ length: 32 * 300 }, (_, at) =>
    paperOf(`2401.${String(at + 1).padStart(5, '0')}`, {
      title: `Dark matter ${at % 24 === 0 ? 'halo' : `m${at}`}`,
    }),
  );

  it('are all told of at once, each block read once', async () => {
    const source = memorySource(buildSegment(inOrder(papers)));
    const read: string[] = [];
    const segment = await openSegment({
      read: (kind, index) => {
        read.push(`${kind} ${index}`);
        return source.read(kind, index);
      },
      readMany: (kind, indexes) => {
        read.push(...indexes.map((index) => `${kind} ${index}`));
        return source.readMany(kind, indexes);
      },
    });
    const asked = papers.map((_, at) => (at * 4_801) % papers.length);
    const records = await segment.records(asked);
    expect(records.map(({ id }) => id)).toEqual(asked.map((at) => papers[at]?.id));
    expect(read.filter((block) => block.startsWith('papers'))).toHaveLength(300);
    expect(new Set(read).size).toBe(read.length);
  });

  it('may all have the words of a phrase', async () => {
    const { hits, total } = await search([await segmentOf(papers)], '"dark matter" halo', { limit: 20 });
    expect(hits.map(({ paper }) => paper.title)).toEqual(
      Array.from({ length: 20 }, () => 'Dark matter halo'),
    );
    expect(total).toBe(400);
  });
});
