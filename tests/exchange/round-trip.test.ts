import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LibraryCopy, workOf } from '@/lib/core/library-copy';
import type { CitedAs } from '@/lib/core/cited-as';
import type { PaperId } from '@/lib/core/paper-id';
import { otherId } from '@/lib/core/other-work';
import { texToText } from '@/lib/core/tex';
import { backupFile } from '@/lib/exchange/backup';
import { toBibtex } from '@/lib/exchange/bibtex';
import { readFile } from '@/lib/exchange/read-file';
import { readTexLines, writeTexLines } from '@/lib/exchange/tex-field';
import { writeFile, type WriteFormat } from '@/lib/exchange/write-file';
import { paperOf } from '../library/fresh-library';
import { copy, line } from './arbitrary-copy';

const SLOW = 120_000;
const utf8 = (text: string) => new TextEncoder().encode(text);

function throughFile(library: LibraryCopy, format: WriteFormat) {
  const { content } = writeFile(library, format, { withMine: true });
  return readFile(typeof content === 'string' ? utf8(content) : content);
}

const textOf = (text: string | null) => (text === null ? null : texToText(text));

const citedOf = (cited: CitedAs | null) =>
  cited && { type: cited.type, fields: Object.fromEntries(Object.entries(cited.fields).sort()) };

/** What a reader would miss, if it were not the same. */
function seenOf({ works, lists }: LibraryCopy) {
  const ids = new Set(works.map(({ paper }) => paper.id));
  const works_ = works.map(({ paper, key, tags, note, status, savedAt, cited }) => ({
    ...{ id: paper.id, title: texToText(paper.title), authors: paper.authors.map(texToText), doi: paper.doi },
    hasMoreAuthors: paper.hasMoreAuthors,
    ...{ abstract: textOf(paper.abstract) },
    ...{ journalRef: textOf(paper.journalRef), comments: textOf(paper.comments), reportNo: paper.reportNo },
    ...{ categories: paper.categories, submitted: paper.submitted },
    ...{ key, tags: [...tags].sort(), note, status, savedAt, cited: citedOf(cited) },
  }));
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const lists_ = lists
    .map(({ name, entries }) => ({
      name,
      ids: entries.map(({ id }) => id).filter((id) => ids.has(id)),
    }))
    .filter(({ ids }) => ids.length > 0);
  return { works: works_, lists: lists_.sort(byName) };
}

describe.each(['bibtex', 'biblatex', 'ris', 'csl'] as const)('a library written as %s', (format) => {
  test('and read again is the same library', { timeout: SLOW }, () => {
    fc.assert(
      fc.property(copy, (library) => {
        fc.pre(library.works.length > 0);
        const back = throughFile(library, format);
        expect(back.problems).toEqual([]);
        expect(seenOf(back.copy)).toEqual(seenOf(library));
      }),
      { numRuns: 300 },
    );
  });

  test('keeps 3,000 authors', () => {
    const authors = Array.from({ length: 3_000 }, (_, index) => `Given${index} von Family${index}`);
    const library = { works: [workOf(paperOf('2301.00001', { authors }))], lists: [], history: null };
    expect(throughFile(library, format).copy.works[0]?.paper.authors).toEqual(authors);
  });

  test('keeps a work that is not on arXiv, with how it is cited', () => {
    const book = {
      ...workOf(paperOf('2301.00001', { title: 'The Book', authors: ['Ada Lovelace'], doi: '10.1000/182' })),
      cited: {
        type: 'article',
        fields: { journaltitle: 'Nature & Co', volume: '12', pages: '1-9', year: '1999' },
      },
      key: 'book',
    };
    const work = { ...book, paper: { ...book.paper, id: otherId('doi:10.1000/182'), categories: [] } };
    const [back] = throughFile({ works: [work], lists: [], history: null }, format).copy.works;
    expect(back).toMatchObject({
      paper: { id: work.paper.id, title: 'The Book', doi: '10.1000/182' },
      key: 'book',
    });
    expect(back?.cited).toMatchObject(work.cited);
  });
});

test('CSL keeps what a chapter or a talk is in, and the number of an issue or a report', () => {
  const cited = [
    { type: 'inproceedings', fields: { booktitle: 'Proceedings', number: '3' } },
    { type: 'article', fields: { journaltitle: 'Nature', number: '7' } },
    { type: 'techreport', fields: { number: 'TR-9' } },
  ];
  const works = cited.map((cited, index) => {
    const paper = { ...paperOf('2301.00001', { title: `Work ${index}` }), id: otherId(`title:${index}`) };
    return { ...workOf(paper), cited };
  });
  const back = throughFile({ works, lists: [], history: null }, 'csl');
  expect(back.copy.works.map(({ cited }) => ({ type: cited?.type, fields: cited?.fields }))).toEqual(cited);
});

describe('the journal reference in the note of an entry', () => {
  const journalRef = 'Phys. Rev. D 60 (1999) 103004';
  const paper = paperOf('hep-th/9711200', { journalRef });
  const readBack = (entry: string) => readFile(utf8(entry)).copy.works[0];

  test.each(['bibtex', 'biblatex'] as const)('is that again where Gloss copied it as %s', (dialect) => {
    expect(readBack(toBibtex(paper, null, dialect))).toMatchObject({ paper: { journalRef }, cited: null });
  });

  test('is that also once another program has sorted the fields of a file', () => {
    const { content } = writeFile({ works: [workOf(paper)], lists: [], history: null }, 'bibtex', {
      withMine: true,
    });
    const lines = String(content).trim().split('\n');
    const sorted = [lines[0], ...lines.slice(1, -1).sort(), '}'].join('\n');
    expect(readBack(sorted)).toMatchObject({ paper: { journalRef }, cited: null });
  });

  test('stays a note where somebody else wrote it', () => {
    const own = `@misc{maldacena, title={T}, author={J. Maldacena}, year={1997}, eprint={hep-th/9711200},
      archivePrefix={arXiv}, url={https://arxiv.org/abs/hep-th/9711200}, note={Read this twice}}`;
    expect(readBack(own)).toMatchObject({
      paper: { journalRef: null },
      cited: { fields: { note: 'Read this twice' } },
    });
  });

  test('is kept beside a note that the paper was imported with', () => {
    const cited = { type: 'misc', fields: { note: 'Best paper' } };
    const library = { works: [{ ...workOf(paper), cited }], lists: [], history: null };
    expect(throughFile(library, 'bibtex').copy.works[0]).toMatchObject({ paper: { journalRef }, cited });
  });
});

test('no end of a line in a note of RIS ends the entry', () => {
  const note = 'One\rER  - \rTY  - JOUR\rTI  - Two';
  const back = throughFile(
    { works: [{ ...workOf(paperOf('2301.00001')), note }], lists: [], history: null },
    'ris',
  );
  expect(back.copy.works).toHaveLength(1);
});

test('a backup is the library, whatever it holds', { timeout: SLOW }, () => {
  fc.assert(
    fc.property(copy, (library) => {
      const file = backupFile({ copy: library, made: 1_000, settings: { history: false } });
      const back = readFile(utf8(file));
      expect(back.problems).toEqual([]);
      const there = new Set(library.works.map(({ paper }) => paper.id));
      expect(there.size).toBe(library.works.length);
      expect(back).toMatchObject({ format: 'backup', copy: library, settings: { history: false } });
    }),
    { numRuns: 300 },
  );
});

test('a backup has what was marked by hand, also without the history', () => {
  const [x, y] = ['2301.00001', 'hep-th/9711200'].map((id) => paperOf(id).id) as [PaperId, PaperId];
  const marks = {
    seen: [{ id: x, at: 5, how: 'marked' as const }],
    done: [{ listing: 'cs.CL/new', paper: x, at: 6 }],
  };
  const opened = [{ id: y, at: 7, how: 'opened' as const }];
  const visits = [{ paper: y, at: 7, last: 8, version: null }];
  for (const history of [null, { visits, seen: opened }]) {
    const library = { works: [], lists: [], history, marks };
    expect(readFile(utf8(backupFile({ copy: library, made: 1, settings: null }))).copy).toEqual(library);
  }
});

test('words of the reader are the same after TeX, line by line', { timeout: SLOW }, () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const text = lines.join('\n');
      expect(readTexLines(writeTexLines(text))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['bibtex', 'ris', 'csl'] as const)('no key stands twice in a file of %s', (format) => {
  const works = ['2301.00001', '2301.00002', '2301.00003'].map((id, at) => ({
    ...workOf(paperOf(id, { title: 'Same' })),
    key: at === 0 ? null : 'lovelace2023same',
  }));
  const back = throughFile({ works, lists: [], history: null }, format);
  const keys = ['lovelace2023sameb', 'lovelace2023same', 'lovelace2023samea'];
  expect(back.copy.works.map(({ key }) => key)).toEqual(keys);
  expect(back.problems).toEqual([]);
});

test('a list of ids is read as it was written', () => {
  const works = ['2301.00001', 'hep-th/9711200'].map((id) => workOf(paperOf(id)));
  const back = throughFile({ works, lists: [], history: null }, 'ids');
  expect(back.copy.works.map(({ paper }) => paper.id)).toEqual(['2301.00001', 'hep-th/9711200']);
});
