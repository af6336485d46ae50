import { beforeEach, expect, test } from 'vitest';
import { otherId } from '@/lib/core/other-work';
import { freshLibrary, idOf, paperOf, type Bench } from './fresh-library';

const X = idOf('2210.02414');
const TWIN = otherId('doi:10.1/x');
const TITLE = 'On the $\\ell_1$ norm: a survey';

let bench: Bench;
beforeEach(async () => {
  bench = await freshLibrary();
});

test('works with one DOI, or one title and first author, are found; others are not', async () => {
  const { library } = bench;
  await library.save(paperOf(X, { title: TITLE, doi: '10.1/X' }));
  await library.save({ ...paperOf(X), id: TWIN, title: 'Published', doi: '10.1/x' });
  await library.save(paperOf('2301.00001', { title: 'On the ℓ1 Norm – A Survey' }));
  await library.save(paperOf('2301.00002', { title: TITLE, authors: ['Emmy Noether'] }));
  await library.save(paperOf('2301.00003', { title: 'Erratum' }));
  await library.save(paperOf('2301.00004', { title: 'Erratum' }));
  const groups = await library.duplicates();
  expect(groups.map((group) => new Set(group))).toEqual([new Set([X, TWIN, idOf('2301.00001')])]);
});

test('a work that is like two others makes them one group', async () => {
  const { library } = bench;
  await library.save(paperOf('2301.00001', { title: TITLE }));
  await library.save(paperOf('2301.00002', { title: 'Published elsewhere', doi: '10.1/x' }));
  await library.save(paperOf('2301.00003', { title: TITLE, doi: '10.1/X' }));
  expect((await library.duplicates()).map((group) => group.length)).toEqual([3]);
});

test('merged, one has the lists, tags and notes of both; undone, each has its own', async () => {
  const { library } = bench;
  const a = await library.createList('A');
  const b = await library.createList('B');
  await library.save(paperOf(X), a);
  await library.save({ ...paperOf(X), id: TWIN }, b);
  await library.setTags([X], ['one']);
  await library.setTags([TWIN], ['two']);
  await library.saveNote(X, 'mine', 0);
  await library.saveNote(TWIN, 'its', 0);
  const before = await library.entriesOf(null);
  const token = await library.mergeEntries(X, [TWIN, X]);
  expect(await library.entriesOf(null)).toMatchObject([
    { paper: { id: X }, lists: [a, b], tags: ['one', 'two'], note: 'mine\n\nits' },
  ]);
  await library.undo(token);
  expect(await library.entriesOf(null)).toEqual(before);
});
