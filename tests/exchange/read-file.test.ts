import { describe, expect, test } from 'vitest';
import { backupFile } from '@/lib/exchange/backup';
import { workOf } from '@/lib/core/library-copy';
import { readFile } from '@/lib/exchange/read-file';
import { idOf, paperOf } from '../library/fresh-library';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFile(bytes(text));
const idsIn = (text: string) => read(text).copy.works.map(({ paper }) => paper.id);

describe('BibTeX of others', () => {
  test.each([
    ['@article{a, title={T}, eprint={2210.02414}}', '2210.02414'],
    ['@article{a, title={T}, eprint={hep-th/9711200}, archiveprefix={arXiv}}', 'hep-th/9711200'],
    ['@article{a, title={T}, journal={arXiv preprint arXiv:2210.02414v3}}', '2210.02414'],
    ['@article{a, title={T}, journal={CoRR}, volume={abs/2210.02414}}', '2210.02414'],
    ['@misc{a, title={T}, doi={10.48550/arXiv.2210.02414}}', '2210.02414'],
    ['@misc{a, title={T}, url={https://arxiv.org/pdf/math.AG/0211159v2.pdf}}', 'math/0211159'],
    ['@misc(a, title="T", note = "arXiv:" # "2210.02414")', '2210.02414'],
    ['@article{a, title={T}, eprint={123}, eprinttype={jstor}, doi={10.1000/182}}', 'other:doi:10.1000/182'],
    ['@misc{a, title={T}, note={arXiv preprint arXiv:2210.02414 [cs.CL]}}', '2210.02414'],
    ['@article{a, title={T}, note={Compare with arXiv:2210.02414}}', 'other:title:t:'],
    ['@article{a, title={T}, doi={10.1000/182}, note={arXiv:2210.02414}}', 'other:doi:10.1000/182'],
    ['@article{a, title={T}, doi={10.1000/182}, url={https://arxiv.org/abs/2210.02414}}', '2210.02414'],
    ['@book{a, title={The {B}ook: $x$}, author={Lovelace, Ada}}', 'other:title:thebookx:lovelace'],
  ])('%s is %s', (entry, id) => {
    expect(idsIn(entry)).toEqual([id]);
  });

  test('keeps what it says: key, names, fields, tags, macros', () => {
    const { copy } = read(`@string{nat = "Nature"}
@comment{jabref-meta: databaseType:bibtex;}
@Article{Zeng:22,
  author    = "Zeng, Aohan and {GLM Team} and von der Burg, Jr., J{\\"o}rg and others",
  title     = {{GLM}-130{B} and \\'etude {$\\ell_1$}},
  journal   = nat,
  month     = oct, year = 2023, pages = {1--9},
  eprint    = {2210.02414}, keywords = {a, b; c},
  annote    = {Mine},
}`);
    expect(copy.works[0]).toMatchObject({
      paper: {
        title: 'GLM-130B and étude $\\ell_1$',
        authors: ['Aohan Zeng', 'GLM Team', 'Jörg von der Burg Jr.'],
      },
      ...{ key: 'Zeng:22', tags: ['a', 'b', 'c'], note: 'Mine' },
      cited: { type: 'article', fields: { journaltitle: 'Nature', month: '10', year: '2023', pages: '1–9' } },
    });
  });

  test('a broken entry costs itself, and is named by its line', () => {
    const { copy, problems } = read(`@misc{a, title={A}, eprint={2301.00001}}

@misc{b, title={never closed, eprint={2301.00002}

@misc{c, title={C} eprint={2301.00003}}
@misc{d,}
@misc{e, title={E}, eprint={2301.00005}}
@misc{f, title={A again}, eprint={2301.00001}}
`);
    expect(copy.works.map(({ key }) => key)).toEqual(['a', 'e']);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'syntax'],
      [5, 'syntax'],
      [6, 'no-name'],
      [8, 'twice'],
    ]);
  });
});

test('RIS of others, with a reference that is not ended', () => {
  const { copy, problems } = read(
    'TY  - JOUR\r\nAU  - Lovelace, Ada\r\nTI  - Notes\r\nJF  - Memoirs\r\nSP  - 1\r\nEP  - 9\r\nPY  - 1843\r\n' +
      'N1  - line\r\nline two\r\nDO  - https://doi.org/10.1000/182\r\nER  -\r\n\r\nTY  - JOUR\r\nTI  - Lost\r\n',
  );
  expect(copy.works).toMatchObject([
    {
      paper: { id: 'other:doi:10.1000/182', title: 'Notes', authors: ['Ada Lovelace'] },
      note: 'line\nline two',
      cited: { type: 'article', fields: { journaltitle: 'Memoirs', pages: '1-9', year: '1843' } },
    },
  ]);
  expect(problems).toEqual([{ line: 13, code: 'syntax', detail: 'no ER at its end' }]);
});

test('the reader’s own words in a file of RIS or CSL make a work no other one', () => {
  expect(idsIn('TY  - JOUR\nTI  - T\nDO  - 10.1000/182\nN1  - as in arXiv:2210.02414\nER  - \n')).toEqual([
    'other:doi:10.1000/182',
  ]);
  expect(idsIn('TY  - JOUR\nTI  - T\nN1  - arXiv:2210.02414\nER  - \n')).toEqual(['other:title:t:']);
  expect(idsIn('TY  - JOUR\nTI  - T\nDO  - 10.1000/182\nAN  - arXiv:2210.02414\nER  - \n')).toEqual([
    '2210.02414',
  ]);
  const csl = { type: 'article-journal', title: 'T', note: 'after arXiv:2210.02414' };
  expect(idsIn(JSON.stringify([csl]))).toEqual(['other:title:t:']);
});

test('of two works with one key in a file the second gets a letter that no other has, and its line is named', () => {
  const entry = (id: string, key: string) => `@misc{${key},\n  title = {T},\n  eprint = {${id}},\n}\n`;
  const { copy, problems } = read(
    entry('2301.00001', 'k') + entry('2301.00002', 'k') + entry('2301.00003', 'ka'),
  );
  expect(copy.works.map(({ key }) => key)).toEqual(['k', 'kb', 'ka']);
  expect(problems).toEqual([{ line: 5, code: 'key-twice', detail: 'k → kb' }]);
});

test('of a work that stands twice, the second fills what the first leaves out', () => {
  const { copy, problems } = read(`@misc{, title={}, eprint={2210.02414}, keywords={a}}
@article{zeng, title={GLM}, author={Zeng, A.}, eprint={2210.02414}, abstract={Words}, journal={Nature},
  readstatus={read}, creationdate={2024-01-02T03:04:05Z}, doi={10.1000/182}}`);
  expect(copy.works).toMatchObject([
    {
      paper: { title: 'GLM', authors: ['A. Zeng'], abstract: 'Words', doi: '10.1000/182' },
      ...{ key: 'zeng', status: 'read', tags: ['a'], savedAt: Date.UTC(2024, 0, 2, 3, 4, 5) },
      cited: { fields: { journaltitle: 'Nature' } },
    },
  ]);
  expect(problems).toMatchObject([{ code: 'twice' }]);
});

test.each([-1, 1.5, 9e15, 1e300])('a time of %s is none', (savedAt) => {
  const item = { type: 'article', title: 'T', number: 'arXiv:2210.02414', custom: { gloss: { savedAt } } };
  expect(read(JSON.stringify([item])).copy.works[0]?.savedAt).toBeNull();
  const work = { ...workOf(paperOf('2301.00001')), savedAt };
  const file = backupFile({ copy: { works: [work], lists: [], history: null }, made: 1, settings: null });
  expect(read(file).problems).toMatchObject([{ code: 'bad-value' }]);
});

test('a key or a type of a backup cannot end the entry it is written into', () => {
  const work = {
    ...workOf(paperOf('2301.00001')),
    ...{ key: 'a,}\n@misc{b', cited: { type: 'misc{x,', fields: {} } },
  };
  const file = backupFile({ copy: { works: [work], lists: [], history: null }, made: 1, settings: null });
  expect(read(file).copy.works).toMatchObject([{ key: 'a@miscb', cited: { type: 'misc' } }]);
});

test('names of lists that are empty, or that others put where we put lists, make no list', () => {
  const ris = (more: string) => `TY  - JOUR\nTI  - T\n${more}\nER  - \n`;
  expect(read(ris('U2  - 42')).copy.lists).toEqual([]);
  expect(read(ris('U1  - toread\nU2  -  \nU2  -  A ')).copy.lists.map(({ name }) => name)).toEqual(['A']);
});

test('PaperMemory: papers, stars, notes, and what is not from arXiv', () => {
  const paper = {
    author: 'Jun-Yan Zhu and Taesung Park',
    bibtex: '@misc{zhu2017, title={}}',
    note: '',
    tags: ['gan'],
  };
  const file = {
    'Arxiv-1703.10593': {
      ...{ ...paper, id: 'Arxiv-1703.10593', title: 'CycleGAN', note: 'Mine', favorite: true, year: '2017' },
      ...{
        pdfLink: 'https://arxiv.org/pdf/1703.10593v6.pdf',
        addDate: '2021-06-01T10:00:00.000Z',
        venue: 'ICCV 2017',
      },
    },
    'NeurIPS-2020_abc': {
      ...paper,
      id: 'NeurIPS-2020_abc',
      title: 'Elsewhere',
      bibtex: '@misc{zhu2020, title={}}',
      pdfLink: 'https://papers.nips.cc/a.pdf',
    },
    broken: { title: 3 },
    __dataVersion: 509,
  };
  const { format, copy, problems } = read(JSON.stringify(file, null, 1));
  expect(format).toBe('paper-memory');
  expect(copy.works).toMatchObject([
    {
      paper: { id: '1703.10593', version: 6, title: 'CycleGAN', authors: ['Jun-Yan Zhu', 'Taesung Park'] },
      ...{ tags: ['gan'], note: 'Mine', key: 'zhu2017', savedAt: Date.UTC(2021, 5, 1, 10) },
      cited: { fields: { howpublished: 'ICCV 2017' } },
    },
    {
      paper: { id: 'other:title:elsewhere:zhu' },
      cited: { fields: { url: 'https://papers.nips.cc/a.pdf' } },
    },
  ]);
  expect(copy.lists).toMatchObject([{ name: 'Favorites', entries: [{ id: '1703.10593' }] }]);
  expect(problems).toMatchObject([{ code: 'bad-value', detail: 'broken' }]);
  expect(problems[0]?.line).toBe(28);
});

test('lists of ids and addresses, with lines that are neither', () => {
  const { format, copy, problems } = read(
    '# to read\n2210.02414v2\n- https://arxiv.org/abs/hep-th/9711200\n\nsee arXiv:2301.00001, please\nnothing\nhttps://doi.org/10.1000/182\n',
  );
  expect(format).toBe('ids');
  expect(copy.works.map(({ paper }) => paper.id)).toEqual([
    ...['2210.02414', 'hep-th/9711200', '2301.00001'],
    'other:doi:10.1000/182',
  ]);
  expect(problems).toEqual([{ line: 6, code: 'no-name', detail: 'nothing' }]);
});

test('10,000 entries are read', { timeout: 60_000 }, () => {
  const entry = (index: number) =>
    `@misc{k${index}, title={Title {${index}} of \\"o and $x_${index}$}, author={A, B and C, D}, eprint={2301.${10_000 + index}}}\n`;
  const { copy, problems } = read(Array.from({ length: 10_000 }, (_, index) => entry(index)).join(''));
  expect([copy.works.length, problems.length]).toEqual([10_000, 0]);
});

test('of a backup with a broken work the others are read, and its entries are left out', () => {
  const file = backupFile({
    copy: {
      works: [workOf(paperOf('2301.00001')), { ...workOf(paperOf('2301.00002')), note: 3 as never }],
      lists: [
        {
          name: 'A',
          createdAt: 1,
          entries: ['2301.00001', '2301.00002'].map((id) => ({ id: idOf(id), addedAt: 1 })),
        },
      ],
      history: null,
    },
    ...{ made: 0, settings: null },
  });
  const { copy, problems } = read(file);
  expect(copy.works).toHaveLength(1);
  expect(copy.lists[0]?.entries).toHaveLength(1);
  expect(problems).toMatchObject([{ code: 'bad-value', detail: 'works[1] note' }]);
  expect(file.split('\n')[(problems[0]?.line ?? 0) - 1]).toContain('2301.00002');
});
