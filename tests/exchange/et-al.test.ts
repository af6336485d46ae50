import { expect, test } from 'vitest';
import { workOf } from '@/lib/core/library-copy';
import { paperOfSummary } from '@/lib/core/paper';
import { readFile } from '@/lib/exchange/read-file';
import { writeFile, type WriteFormat } from '@/lib/exchange/write-file';
import { idOf } from '../library/fresh-library';

const SAVED_FROM_RESULTS = paperOfSummary({
  id: idOf('2210.02414'),
  title: 'GLM-130B',
  authors: ['Aohan Zeng', 'Xiao Liu'],
  authorCount: 19,
  categories: ['cs.CL'],
  year: 2022,
});

const library = { works: [workOf(SAVED_FROM_RESULTS)], lists: [], history: null };
const SAID: readonly (readonly [WriteFormat, RegExp])[] = [
  ['bibtex', /author = \{Zeng, Aohan and Liu, Xiao and others\}/],
  ['biblatex', /author = \{Zeng, Aohan and Liu, Xiao and others\}/],
  ['ris', /AU {2}- Liu, Xiao\r\nAU {2}- et al\.\r\n/],
  ['csl', /"literal": "et al\."/],
  ['csv', /Aohan Zeng; Xiao Liu; et al\./],
  ['markdown', / {2}- "Xiao Liu"\n {2}- "et al\."/],
];

test.each(SAID)('%s says that there are more authors than are known', (format, said) => {
  const { content } = writeFile(library, format, { withMine: false });
  expect(String(content)).toMatch(said);
});

test.each([
  ['BibTeX', '@misc{a, eprint={2210.02414}, author={Zeng, Aohan and others}}'],
  ['RIS', 'TY  - JOUR\nAN  - arXiv:2210.02414\nAU  - Zeng, Aohan\nAU  - et al\nER  - \n'],
  [
    'CSL',
    JSON.stringify([
      {
        URL: 'https://arxiv.org/abs/2210.02414',
        author: [{ family: 'Zeng', given: 'Aohan' }, { literal: 'others' }],
      },
    ]),
  ],
])('a list of authors that is cut in %s is known to be cut', (_format, text) => {
  const { copy } = readFile(new TextEncoder().encode(text));
  expect(copy.works[0]?.paper).toMatchObject({ authors: ['Aohan Zeng'], hasMoreAuthors: true });
});

test('authors that are nobody’s name are not known, and not cut', () => {
  const text = '@misc{a, eprint={2210.02414}, author={others}}';
  const { paper } = readFile(new TextEncoder().encode(text)).copy.works[0] ?? {};
  expect(paper?.authors).toEqual([]);
  expect(paper?.hasMoreAuthors).toBeUndefined();
});
