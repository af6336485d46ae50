import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListId } from '@/lib/core/reading';
import { entryFilter, entryMatcher } from '@/lib/library';
import { idOf, paperOf } from './fresh-library';

const LAWS = 'laws' as ListId;
const TOOLS = { listNames: new Map([[LAWS, 'Scaling laws']]), seen: new Set([idOf('2210.00001')]) };

const STABLE = {
  paper: paperOf('2210.00001', {
    title: 'On $\\alpha$-stable laws',
    authors: ['Alfréd Rényi'],
    categories: ['math.PR', 'cs.LG'],
    comments: 'Accepted at NeurIPS 2022',
  }),
  lists: [LAWS],
  tags: ['To cite'],
  note: 'See the **heavy tails**',
};
const LIMIT = {
  paper: paperOf('hep-th/9711200', {
    title: 'The large N limit',
    authors: ['Juan Maldacena'],
    categories: ['hep-th'],
    abstract: 'Code at https://github.com/x/y.',
    doi: '10.1023/A:1026654312961',
  }),
  lists: [],
  tags: [],
  note: '',
};

test.each([
  ['words of the readable title, in any order', 'LAWS α-stable', [STABLE]],
  ['an author without accents', 'renyi', [STABLE]],
  ['part of an id', '97112', [LIMIT]],
  ['a whole id, also in an address', 'https://arxiv.org/abs/hep-th/9711200v2', [LIMIT]],
  ['a DOI', 'doi:10.1023/a:1026654312961', [LIMIT]],
  ['an author by the operator', 'author:maldacena', [LIMIT]],
  ['a title by the operator', 'ti:maldacena', []],
  ['a phrase', '"large n"', [LIMIT]],
  ['words of the note', 'heavy tails', [STABLE]],
  ['a tag', 'tag:"to cite"', [STABLE]],
  ['not a tag', '-tag:"to cite"', [LIMIT]],
  ['a list by name', 'list:"scaling LAWS"', [STABLE]],
  ['a category', 'cat:cs.LG', [STABLE]],
  ['an archive', 'cat:math', [STABLE]],
  ['years', 'year:2020..', [STABLE]],
  ['years of old ids', 'year:1997', [LIMIT]],
  ['a venue', 'venue:neurips', [STABLE]],
  ['a venue by another of its names', 'venue:NIPS', [STABLE]],
  ['code', 'has:code', [LIMIT]],
  ['seen', 'is:seen', [STABLE]],
  ['not seen', '-is:seen', [LIMIT]],
  ['saved', 'is:saved', [STABLE, LIMIT]],
  ['words and operators', 'limit cat:hep-th -author:renyi', [LIMIT]],
  ['a word left out', '-limit', [STABLE]],
  ['nothing', '', [STABLE, LIMIT]],
])('%s', (_, query, expected) => {
  expect([STABLE, LIMIT].filter(entryMatcher(query, TOOLS))).toEqual(expected);
});

const word = fc.constantFrom('laws', 'LIMIT', 'α', 'renyi', 'thesis', 'heavy', '1', 'x');
const operator = fc.constantFrom(
  'tag:Thesis',
  'list:"scaling laws"',
  'cat:cs',
  'year:2020..2022',
  'ti:limit',
  'au:rényi',
);
const part = fc.tuple(fc.constantFrom('', '', '-'), fc.oneof(word, operator)).map((both) => both.join(''));
const query = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(' '));
const kept = fc.record({
  paper: fc
    .tuple(
      fc.nat(99),
      fc.array(fc.oneof(word, fc.constant('$\\alpha$')), { maxLength: 4 }),
      fc.subarray(['Alfréd Rényi', 'X. Liu']),
    )
    .map(([at, title, authors]) =>
      paperOf(`2${at % 9 === 0 ? 2 : 0}01.${String(10_000 + at)}`, { title: title.join(' '), authors }),
    ),
  lists: fc.subarray([LAWS]),
  tags: fc.subarray(['thesis', 'Heavy']),
  note: fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
});

test('a filter leaves of many what each by itself is asked for, also after one was changed', () => {
  fc.assert(
    fc.property(
      fc.array(kept, { maxLength: 12 }),
      fc.array(query, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      kept,
      (before, queries, at, changed) => {
        const after = before.toSpliced(at % (before.length + 1), 1, changed);
        for (const entries of [before, after, before])
          for (const words of queries) {
            const found = [...entryFilter(words, TOOLS)(entries)].flat();
            expect(found).toEqual(entries.filter(entryMatcher(words, TOOLS)));
          }
      },
    ),
  );
});

test('of hundreds too, whatever was taken out, put in or changed meanwhile', () => {
  const many = fc.array(kept, { minLength: 150, maxLength: 300 });
  const change = fc.record({ at: fc.nat(), out: fc.nat(3), put: fc.array(kept, { maxLength: 3 }) });
  fc.assert(
    fc.property(many, fc.array(change, { maxLength: 12 }), query, (first, changes, words) => {
      const matches = entryMatcher(words, TOOLS);
      let entries = first;
      for (const { at, out, put } of [{ at: 0, out: 0, put: [] }, ...changes]) {
        entries = entries.toSpliced(at % entries.length, out, ...put);
        expect([...entryFilter(words, TOOLS)(entries)].flat()).toEqual(entries.filter(matches));
      }
    }),
    { numRuns: 30 },
  );
});
