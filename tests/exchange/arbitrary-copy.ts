import fc from 'fast-check';
import type { CitedAs } from '@/lib/core/cited-as';
import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { workOf } from '@/lib/core/library-copy';
import { STATUSES } from '@/lib/core/reading';
import { idOf, paperOf } from '../library/fresh-library';

const SIGNS = [
  '{',
  '}',
  '\\',
  '$',
  '%',
  '"',
  '@',
  ',',
  ';',
  '#',
  '&',
  '_',
  '^',
  '~',
  '<',
  '`',
  "'",
  '-',
  '|',
  '=',
];
const LETTERS = ['a', 'B', 'é', 'Ł', 'ß', 'α', '中', '😀', 'ñ', 'ő', 'ı', '“', '”', '’', '–', '—', '…', 'x'];

/** One line of words, signs of TeX and letters of many scripts. */
export const line = fc
  .array(
    fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom(...LETTERS), fc.constantFrom(' and ', ' ', 'Words')),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim().normalize('NFC'))
  .filter((text) => text !== '');

/** Words without what TeX would read as its own, as titles and names have. */
const plain = fc
  .array(fc.constantFrom(...LETTERS, ' ', 'Words', 'DNA', 'β', '%', '&', '#', '_'), {
    minLength: 1,
    maxLength: 20,
  })
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim().normalize('NFC'))
  .filter((text) => /\p{L}/u.test(text));

const title = fc.oneof(
  plain,
  fc.constantFrom('An $\\ell_1$ norm', 'Costs $5', '$x<y$ and {B}races', 'A: b, c; d'),
);
const name = fc.oneof(
  plain.map((text) => text.replace(/[,%&#_]/g, '')).filter((text) => /^\p{L}/u.test(text)),
  fc.constantFrom('Ada Lovelace', 'Mark van der Wilk', 'ATLAS Collaboration', 'J. D. Smith III', 'Erdős Pál'),
);
const tag = line
  .map((text) => text.replace(/[,\\]/g, ' ').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const note = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n\n'));
const ids = ['2210.02414', 'hep-th/9711200', '2301.00001', 'math/0211159', '1501.00001'].map(idOf);

/** Text as arXiv has it in its fields: words, numbers and math, of one line. */
const stated = fc.oneof(
  plain,
  fc.constantFrom(
    'Phys. Rev. D 60 (1999) 103004',
    'Comments: 12 pages; 5 figures, $\\ell_1$',
    'IFT/97_3 & more',
  ),
);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

/** Types that every format has, with fields that one or another has no place for. */
const cited: fc.Arbitrary<CitedAs> = fc.record({
  type: fc.constantFrom('inproceedings', 'book', 'incollection', 'phdthesis', 'techreport'),
  fields: fc
    .record(
      {
        ...{ journaltitle: plain, booktitle: plain, volume: plain, series: plain, publisher: plain },
        ...{ edition: plain, pages: fc.constant('1-9'), year: fc.constantFrom('1996', '2031') },
        ...{ issue: plain, note: fc.oneof(plain, fc.constant('Best paper')), chapter: plain, number: plain },
      },
      { requiredKeys: [] },
    )
    // One place is read for what a work is in, and for its number: what stands in both is one.
    .filter(({ journaltitle, booktitle, issue, number }) => {
      const isOnce = (one?: string, other?: string) => one === undefined || one !== other;
      return isOnce(journaltitle, booktitle) && isOnce(issue, number);
    }),
});

const time = fc.integer({ min: 1, max: 4_000_000_000_000 });
const earlier = fc.array(
  fc.record({ until: time, values: fc.record({ title, journalRef: orNull(stated) }) }),
  { maxLength: 3 },
);

const work = fc.record({
  id: fc.constantFrom(...ids),
  title,
  authors: fc.array(name, { minLength: 1, maxLength: 5 }),
  isCut: fc.boolean(),
  abstract: fc.option(plain, { nil: null }),
  doi: fc.constantFrom(null, '10.1000/182', '10.1023/A:1026654312961', '10.1000/a_b(c)<d>'),
  submitted: fc.constantFrom('2020-12-31', '1997-11-27', null),
  journalRef: orNull(stated),
  comments: orNull(stated),
  reportNo: fc.constantFrom(null, 'CERN-TH-97-123', 'IFT_UAM/97-3'),
  categories: fc.constantFrom(
    ['cs.CL'],
    ['cs.LG', 'stat.ML', 'cs.CL'],
    ['hep-th', 'math-ph'],
    ['cond-mat.mes-hall'],
    [],
  ),
  cited: orNull(cited),
  earlier,
  noteEarlier: fc.array(fc.record({ until: time, text: line }), { maxLength: 2 }),
  statusAt: time,
  key: fc.constantFrom('zeng2022glm', 'a:b', 'Müller_2020', 'x+y', 'key/1'),
  tags: fc.uniqueArray(tag, { maxLength: 4 }),
  note,
  status: fc.constantFrom(...STATUSES),
  savedAt: time,
});

export const copy: fc.Arbitrary<LibraryCopy> = fc
  .record({
    works: fc.uniqueArray(work, { comparator: (a, b) => a.id === b.id || a.key === b.key, maxLength: 5 }),
    names: fc.uniqueArray(tag, { maxLength: 3 }),
    places: fc.array(fc.array(fc.nat(4), { maxLength: 5 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ works, names, places }) => ({
    works: works.map((values): Work => {
      const { id, title, authors, isCut, abstract, doi, submitted, journalRef, ...others } = values;
      const { comments, reportNo, categories, ...mine } = others;
      const more = isCut ? { hasMoreAuthors: true as const } : {};
      const stated = { abstract, doi, submitted, journalRef, comments, reportNo, categories };
      return { ...workOf(paperOf(id, { title, authors, ...more, ...stated })), ...mine };
    }),
    lists: names.map((listName, index) => {
      const there = [...new Set(places[index])].flatMap((place) => works[place]?.id ?? []);
      return { name: listName, createdAt: null, entries: there.map((id) => ({ id, addedAt: null })) };
    }),
    history: null,
  }));
