import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOrder } from '@/components/library/entry-order';
import { EVERYTHING, ORDERS, selectEntries, type Selection } from '@/components/library/entry-selection';
import { entryFilter } from '@/lib/library';
import type { SavedPaper } from '@/components/shown';
import { NOTHING_MADE, paperNamed } from './memory-reader';

const ENTRIES: readonly SavedPaper[] = [
  entryOf('2301.00010', 'On $\\alpha$-stable laws', ['Alfréd Rényi'], 'to-read'),
  entryOf('hep-th/9711200', 'The large N limit', ['Juan Maldacena'], 'read'),
  entryOf('2412.00001', 'Attention 10', ['A. Author'], 'to-read'),
  entryOf('2412.00002', 'Attention 9', ['B. Author'], 'reading'),
];

function entryOf(id: string, title: string, authors: string[], status: SavedPaper['status']): SavedPaper {
  return { paper: paperNamed(id, title, authors), status, savedAt: 0, lists: [], ...NOTHING_MADE };
}

function ids(selection: Partial<Selection>): string[] {
  const whole = { ...EVERYTHING, ...selection };
  const filter = entryFilter(whole.words, { listNames: new Map() });
  const steps = selectEntries(ENTRIES, whole, filter, openOrder());
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value.map(({ paper }) => paper.id);
}

test.each([
  [
    'nothing typed keeps all, as they were kept',
    {},
    ['2301.00010', 'hep-th/9711200', '2412.00001', '2412.00002'],
  ],
  ['words of the readable title', { words: 'α-stable LAWS' }, ['2301.00010']],
  ['an author without accents', { words: 'renyi' }, ['2301.00010']],
  ['part of an id', { words: '9711200' }, ['hep-th/9711200']],
  ['a category', { words: 'cat:cs.lg attention' }, ['2412.00001', '2412.00002']],
  ['every word, in any order', { words: 'limit maldacena' }, ['hep-th/9711200']],
  ['a status', { status: 'to-read' as const }, ['2301.00010', '2412.00001']],
  ['words and a status', { words: 'attention', status: 'reading' as const }, ['2412.00002']],
  ['nothing that matches', { words: 'zzz' }, []],
])('%s', (_, selection, expected) => {
  expect(ids(selection)).toEqual(expected);
});

test('by title counts numbers as numbers', () => {
  expect(ids({ order: 'title', words: 'attention' })).toEqual(['2412.00002', '2412.00001']);
});

test('by author goes by the family name of the first', () => {
  expect(ids({ order: 'author', words: 'a' }).slice(-2)).toEqual(['hep-th/9711200', '2301.00010']);
});

test('newest papers first goes by the month of submission, also of old ids, and by the number within one', () => {
  expect(ids({ order: 'newest-paper' })).toEqual([
    '2412.00002',
    '2412.00001',
    '2301.00010',
    'hep-th/9711200',
  ]);
});

test('leaves the entries it was given as they were', () => {
  const before = [...ENTRIES];
  ids({ order: 'newest-paper' });
  expect(ENTRIES).toEqual(before);
});

test('an order that remembers puts what changed where sorting all anew does', () => {
  const title = fc.constantFrom('', 'a', 'A', 'Á', 'b 9', 'b 10', '$\\alpha$');
  const entry = fc
    .tuple(fc.nat(30), title, fc.constantFrom('Juan Maldacena', 'Alfréd Rényi', 'X'))
    .map(([at, title, author]) =>
      entryOf(`2${at % 3}0${1 + (at % 4)}.${String(10_000 + at)}`, title, [author], 'read'),
    );
  const entries = fc.uniqueArray(entry, { selector: ({ paper }) => paper.id, maxLength: 12 });
  const order = fc.constantFrom(...ORDERS.filter((one) => one !== 'as-kept'));
  fc.assert(
    // Some stay the same objects from one to the next, and some are moved.
    fc.property(
      entries,
      fc.array(fc.tuple(entries, order, fc.boolean()), { maxLength: 5 }),
      (first, changes) => {
        const remembering = openOrder();
        let now: readonly SavedPaper[] = first;
        for (const [others, order, isTurned] of changes) {
          const ids = new Set(others.map(({ paper }) => paper.id));
          const stay = now.filter(({ paper }) => !ids.has(paper.id));
          now = isTurned ? [...others, ...stay.toReversed()] : [...stay, ...others];
          expect(remembering(now, order)).toEqual(openOrder()(now, order));
        }
      },
    ),
  );
});
