import { describe, expect, test } from 'vitest';
import { mergePaper, withGapsFilled } from '@/lib/core/merge-paper';
import type { Paper } from '@/lib/core/paper';
import { paperOf } from '../library/fresh-library';

type Authors = { authors: readonly string[]; more?: true };

const ALL: Authors = { authors: ['A. Zeng', 'X. Liu', 'Z. Du'] };
const CUT: Authors = { authors: ['Aohan Zeng'], more: true };
const CUT_LATER: Authors = { authors: ['Aohan Zeng', 'Xiao Liu'], more: true };
const UNKNOWN: Authors = { authors: [] };

const paper = ({ authors, more }: Authors, version: number | null = null): Paper =>
  paperOf('2210.02414', { authors, version, ...(more ? { hasMoreAuthors: more } : {}) });

const authorsOf = ({ authors, hasMoreAuthors }: Paper): Authors =>
  hasMoreAuthors ? { authors, more: true } : { authors };

test.each([
  ['a page names all of them', CUT, ALL, ALL],
  ['a row of results names only the first', ALL, CUT, ALL],
  ['both name only the first', CUT, CUT_LATER, CUT_LATER],
  ['the shorter of two rows comes later', CUT_LATER, CUT, CUT_LATER],
  ['nobody was known', UNKNOWN, CUT, CUT],
  ['nobody is named', CUT, UNKNOWN, CUT],
] as const)('who wrote a paper when %s', (_when, known, met, both) => {
  expect(authorsOf(mergePaper(paper(known), paper(met)))).toEqual(both);
  expect(authorsOf(withGapsFilled(paper(met), paper(known)))).toEqual(both);
});

test('a newer version that names only the first does not hide who else wrote it', () => {
  expect(authorsOf(mergePaper(paper(ALL, 1), paper(CUT, 2)))).toEqual(ALL);
});

test('what is known stays, also in its order, where the other says nothing new', () => {
  const known = paper(CUT);
  expect(JSON.stringify(withGapsFilled(known, paper(UNKNOWN)))).toBe(JSON.stringify(known));
});

describe('the paper’s own text, as its HTML page has it, beside arXiv’s record', () => {
  const record = paperOf('2301.13442', {
    authors: ['Jacob Hilton', 'Jie Tang'],
    abstract: 'An *abstract*.',
    version: 1,
    versions: [{ version: 1, date: '2023-01-31T10:00:00Z', withdrawn: false }],
  });
  const text: Paper = {
    ...record,
    fromText: true,
    authors: ['Jacob Hilton', 'OpenAI', 'San Francisco', 'Jie Tang'],
    abstract: 'An abstract.',
    versions: [{ version: 1, date: '2023-01-31', withdrawn: false }],
  };

  test('changes nothing that the record says, whichever was met first', () => {
    expect(mergePaper(record, text)).toEqual(record);
    expect(mergePaper(text, record)).toEqual(record);
    expect(mergePaper(record, { ...text, version: 2 })).toEqual(record);
  });

  test('fills what the record leaves out', () => {
    const row = { ...record, abstract: null, authors: ['Jacob Hilton'], hasMoreAuthors: true as const };
    expect(mergePaper(row, text)).toMatchObject({ abstract: 'An abstract.', authors: text.authors });
    const other = { ...row, authors: ['J. Hilton'] };
    expect(mergePaper(other, text)).toMatchObject({ authors: ['J. Hilton'], hasMoreAuthors: true });
    expect(mergePaper({ ...record, authors: [] }, text).authors).toEqual(text.authors);
  });

  test('is known to be that until the record is met', () => {
    expect(mergePaper(text, { ...text, version: 2 }).fromText).toBe(true);
    expect(mergePaper(text, record).fromText).toBeUndefined();
  });
});
