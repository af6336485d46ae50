import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeFile } from '@/lib/exchange/write-file';
import type { Paper } from '@/lib/core/paper';
import { splitName } from '@/lib/core/person-name';
import { copy } from './arbitrary-copy';

const SLOW = 120_000;
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Where there are others, that is said in place of one more name. */
const shownAuthors = ({ authors, hasMoreAuthors }: Paper) => authors.length + (hasMoreAuthors ? 1 : 0);

/** The parser of Better BibTeX for Zotero, which shares nothing with ours. */
test.each(['bibtex', 'biblatex'] as const)(
  'another parser reads our %s as the same works',
  { timeout: SLOW },
  (format) => {
    fc.assert(
      fc.property(copy, (library) => {
        const { content } = writeFile(library, format, { withMine: true });
        const read = parse(String(content), { english: false, caseProtection: 'off' as never });
        expect(read.errors).toEqual([]);
        expect(read.entries.map(({ key }) => key)).toEqual(library.works.map(({ key }) => key));
        for (const [index, { paper }] of library.works.entries()) {
          const { eprint, title, author, doi } = read.entries[index]?.fields ?? {};
          expect(eprint).toBe(paper.id);
          expect(typeof title).toBe('string');
          expect(doi ?? null).toBe(paper.doi);
          const families = (author ?? []).map(({ lastName, name }) => fold(lastName ?? name ?? ''));
          expect(families).toHaveLength(shownAuthors(paper));
          expect(families.slice(paper.authors.length).join()).toBe(paper.hasMoreAuthors ? 'others' : '');
          for (const [at, family] of families.slice(0, paper.authors.length).entries()) {
            // Particles may be kept apart from the family name.
            expect(fold(splitName(paper.authors[at] ?? '').family)).toContain(family);
          }
        }
      }),
      { numRuns: 60 },
    );
  },
);

test('another parser reads our RIS as the same works', { timeout: SLOW }, () => {
  fc.assert(
    fc.property(copy, (library) => {
      fc.pre(library.works.length > 0);
      const { content } = writeFile(library, 'ris', { withMine: false });
      const read = new Cite(String(content)).data as { title: string; DOI?: string; author: unknown[] }[];
      expect(read.map(({ title }) => title)).toEqual(library.works.map(({ paper }) => paper.title));
      expect(read.map(({ author }) => author.length)).toEqual(
        library.works.map(({ paper }) => shownAuthors(paper)),
      );
      expect(read.map(({ DOI }) => DOI ?? null)).toEqual(library.works.map(({ paper }) => paper.doi));
    }),
    { numRuns: 100 },
  );
});
