import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitAuthors } from '@/lib/core/author-names';
import { parseSnapshotRecord } from '@/lib/core/snapshot';

const full = {
  id: '0704.0007',
  authors: 'Alejandro Corichi, Tatjana Vukasinac and Jose A. Zapata',
  title: 'Polymer Quantum Mechanics\n  and its Continuum Limit',
  comments: '16 pages, no figures',
  'journal-ref': 'Phys.Rev.D76:044016,2007',
  doi: '10.1103/PhysRevD.76.044016',
  'report-no': 'IGPG-07/03-2',
  categories: 'gr-qc hep-th',
  abstract: '  A rather\n non-standard ',
  versions: [
    { version: 'v1', created: 'Sat, 31 Mar 2007 23:37:33 GMT' },
    { version: 'v2', created: 'Fri, 27 Jul 2007 00:00:00 GMT' },
  ],
};

describe('a snapshot record', () => {
  it('is read whole, its text untouched', () => {
    expect(parseSnapshotRecord(full)).toEqual({
      id: '0704.0007',
      version: 2,
      title: full.title,
      authors: ['Alejandro Corichi', 'Tatjana Vukasinac', 'Jose A. Zapata'],
      abstract: full.abstract,
      comments: full.comments,
      journalRef: full['journal-ref'],
      reportNo: 'IGPG-07/03-2',
      doi: full.doi,
      categories: ['gr-qc', 'hep-th'],
      mscClass: null,
      acmClass: null,
      submitted: '2007-03-31',
      versions: [
        { version: 1, date: '2007-03-31T23:37:33Z', withdrawn: false },
        { version: 2, date: '2007-07-27', withdrawn: false },
      ],
      withdrawn: false,
    });
  });

  it('may lack everything but its id', () => {
    expect(parseSnapshotRecord({ id: 'math/0211159', abstract: null, versions: 'x' })).toMatchObject({
      id: 'math/0211159',
      version: null,
      title: '',
      authors: [],
      abstract: null,
      categories: [],
      submitted: null,
      versions: [],
    });
  });

  it.each([
    'This paper has been withdrawn by the author due to an error',
    'Withdrawn: see v2',
    'The article is withdrawn',
  ])('is withdrawn when its comments say so: %s', (comments) => {
    expect(parseSnapshotRecord({ id: '0704.0007', comments })).toHaveProperty('withdrawn', true);
  });

  it.each([null, 3, [], 'x', {}, { id: 'nonsense' }, { id: 7 }])('is refused when it is %j', (value) => {
    expect(parseSnapshotRecord(value)).toHaveProperty('error');
  });

  it('is read for each of the ten seeds', () => {
    const lines = readFileSync('tests/seeds/seeds.jsonl', 'utf8').trim().split('\n');
    const papers = lines.map((line) => parseSnapshotRecord(JSON.parse(line)));
    expect(papers.filter((paper) => 'authors' in paper && paper.authors.length > 1)).toHaveLength(10);
  });
});

describe('the list of authors', () => {
  it.each([
    [
      'Roberto de A. Capistrano Filho (DMat/UFPE), Ademir Pampu (DMat/UFPE)',
      ['Roberto de A. Capistrano Filho', 'Ademir Pampu'],
    ],
    ['A. Foo (1), B. Bar (1 and 2) ((1) Univ. of X, Y, (2) Z)', ['A. Foo', 'B. Bar']],
    ['Mohsen Ebadi|Shojaeddin Chenouri', ['Mohsen Ebadi', 'Shojaeddin Chenouri']],
    ['Thuyen Dang, Yuliya Gorb,, and X. Y', ['Thuyen Dang', 'Yuliya Gorb', 'X. Y']],
    ['ATLAS Collaboration: G. Aad, B. Abbott', ['ATLAS Collaboration', 'G. Aad', 'B. Abbott']],
    ['J. Smith, for the CMS Collaboration', ['J. Smith', 'CMS Collaboration']],
    ['Martin Luther King, Jr., Ann Other', ['Martin Luther King Jr.', 'Ann Other']],
    ['L. Anderson and the Sandoval Group', ['L. Anderson', 'Sandoval Group']],
    ['', []],
  ])('%s', (authors, names) => {
    expect(splitAuthors(authors)).toEqual(names);
  });
});
