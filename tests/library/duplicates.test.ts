import { beforeEach, describe, expect, test } from 'vitest';
import type { PaperId } from '@/lib/core/paper-id';
import { otherId } from '@/lib/core/other-work';
import { backupFile } from '@/lib/exchange/backup';
import { readFile } from '@/lib/exchange/read-file';
import { freshLibrary, idOf, MINUTE, paperOf, type Bench } from './fresh-library';

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

describe('of two that are merged', () => {
  const merged = async (other: PaperId = TWIN) => {
    const token = await bench.library.mergeEntries(X, [other]);
    const [entry, ...more] = await bench.library.entriesOf(null);
    expect(more).toEqual([]);
    return { token, entry };
  };
  const bibtex = (key: string, fields = '') =>
    readFile(new TextEncoder().encode(`@article{${key}, title={T}, doi={10.1/x}, ${fields}}`)).copy;

  test('the key that the reader gave stays, and each other one is an alias', async () => {
    const { library } = bench;
    await library.save(paperOf(X));
    await library.bringIn(bibtex('myKey', 'journal={Nature}'), { choice: 'mine' });
    const before = await library.entriesOf(null);
    const automatic = (await library.entry(X))?.key;
    const { token, entry } = await merged();
    expect(entry).toMatchObject({
      key: 'myKey',
      cited: { type: 'article', fields: { journaltitle: 'Nature', ids: automatic } },
    });
    await library.undo(token);
    expect(await library.entriesOf(null)).toEqual(before);
  });

  test('both keys that the reader gave are kept, also beside those of an earlier merging', async () => {
    const { library } = bench;
    const third = otherId('doi:10.1/y');
    await library.bringIn(readFile(new TextEncoder().encode(`@misc{one, title={T}, eprint={${X}}}`)).copy, {
      choice: 'mine',
    });
    await library.bringIn(bibtex('two'), { choice: 'mine' });
    await library.save({ ...paperOf(X), id: third });
    const automatic = (await library.entry(third))?.key;
    await library.mergeEntries(TWIN, [third]);
    expect((await merged()).entry).toMatchObject({
      key: 'one',
      cited: { fields: { ids: `${automatic}, two` } },
    });
  });

  test('the status is the one that was given last', async () => {
    const { library, clock } = bench;
    await library.save(paperOf(X));
    await library.save({ ...paperOf(X), id: TWIN });
    clock.now += MINUTE;
    await library.setStatus(TWIN, 'read');
    const { token, entry } = await merged();
    expect(entry?.status).toBe('read');
    await library.undo(token);
    expect((await library.entry(X))?.status).toBe('to-read');
    clock.now += MINUTE;
    await library.setStatus(X, 'reading');
    expect((await merged()).entry?.status).toBe('reading');
  });

  test('what only the copy of the other knows is kept, but for the versions of another paper', async () => {
    const { library } = bench;
    const other = idOf('2301.00001');
    await library.save(paperOf(X, { version: null, submitted: null }));
    const known = { doi: '10.1/x', journalRef: 'Nature 1', abstract: 'Words.', submitted: '2023-01-01' };
    await library.save(paperOf(other, { ...known, version: 2, withdrawn: true }));
    const { token, entry } = await merged(other);
    expect(entry?.paper).toMatchObject({
      ...{ id: X, doi: '10.1/x', journalRef: 'Nature 1', abstract: 'Words.' },
      ...{ version: null, submitted: null, withdrawn: false },
    });
    await library.undo(token);
    expect((await library.entry(X))?.paper).toMatchObject({ doi: null, journalRef: null, abstract: null });
  });

  test('the place in a list that only the other is in is kept', async () => {
    const { library } = bench;
    const list = await library.createList('A');
    const ids = ['2301.00001', '2301.00002'].map(idOf);
    await library.save(paperOf(X), await library.createList('B'));
    await library.save(paperOf('2301.00001'), list);
    await library.save({ ...paperOf(X), id: TWIN }, list);
    await library.save(paperOf('2301.00002'), list);
    await library.mergeEntries(X, [TWIN]);
    const order = (await library.entriesOf(list)).map(({ paper }) => paper.id);
    expect(order).toEqual([ids[1], X, ids[0]]);
  });

  test('no tag is left out, however many there are; one more by hand is refused', async () => {
    const { library } = bench;
    await library.save(paperOf(X));
    await library.save({ ...paperOf(X), id: TWIN });
    await library.setTags(
      [X],
      Array.from({ length: 100 }, (_, index) => `a${index}`),
    );
    await library.setTags(
      [TWIN],
      Array.from({ length: 100 }, (_, index) => `b${index}`),
    );
    await expect(library.addTag([X], 'more')).rejects.toMatchObject({ code: 'too-many' });
    expect((await merged()).entry?.tags).toHaveLength(200);
    const backup = backupFile({
      copy: await library.copyOf('all', { history: false }),
      made: 1,
      settings: null,
    });
    const back = readFile(new TextEncoder().encode(backup));
    expect(back.problems).toEqual([]);
    expect(back.copy.works[0]?.tags).toHaveLength(200);
  });
});
