import { beforeEach, expect, test } from 'vitest';
import { workOf } from '@/lib/core/library-copy';
import { freshLibrary, idOf, MINUTE, paperOf, usedFor, type Bench } from './fresh-library';

const X = idOf('2210.02414');

let bench: Bench;
beforeEach(async () => {
  bench = await freshLibrary();
  await bench.library.save(paperOf(X));
});

test('of two windows that write, the second is told what the first wrote', async () => {
  const { library } = bench;
  expect(await library.note(X)).toMatchObject({ text: '', revision: 0 });
  expect(await library.saveNote(X, 'first', 0)).toEqual({ saved: true, revision: 1 });
  const outcome = await library.saveNote(X, 'second', 0);
  expect(outcome).toMatchObject({ saved: false, theirs: { text: 'first', revision: 1 } });
  expect((await library.entry(X))?.note).toBe('first');
  expect(await library.saveNote(X, 'first and second', 1)).toEqual({ saved: true, revision: 2 });
});

test('the same text twice is no conflict', async () => {
  const { library } = bench;
  await library.saveNote(X, 'same', 0);
  expect(await library.saveNote(X, 'same', 0)).toEqual({ saved: true, revision: 1 });
});

test('what stood a while and what was cut is kept for 30 days, what autosave replaced is not', async () => {
  const { library, clock } = bench;
  await library.saveNote(X, 'A', 0);
  await library.saveNote(X, 'A sentence', 1);
  clock.now += 11 * MINUTE;
  await library.saveNote(X, 'A sentence, and more', 2);
  await library.saveNote(X, '', 3);
  const earlierOf = async () => (await library.note(X)).earlier.map(({ text }) => text);
  expect(await earlierOf()).toEqual(['A sentence', 'A sentence, and more']);
  clock.now += 31 * 24 * 60 * MINUTE;
  await library.saveNote(X, 'New', 4);
  await library.saveNote(X, '', 5);
  expect(await earlierOf()).toEqual(['New']);
});

test('what stood in a note is gone for good after 30 days of use, also in a note that is never written again', async () => {
  const { library, db, clock } = bench;
  await library.saveNote(X, 'A name that nobody is to read', 0);
  await library.saveNote(X, '', 1);
  const stood = async () => (await db.notes.get(X))?.earlier.length;
  // A clock that is put right is no month of use.
  clock.now += 400 * 24 * 60 * MINUTE;
  await library.purge();
  expect(await stood()).toBe(1);
  await usedFor(bench, 31);
  expect(await stood()).toBe(0);
  expect(await db.undo.count()).toBe(0);
});

test('what a file said that stood in a note goes as well', async () => {
  const { library, db, clock } = bench;
  const work = {
    ...workOf(paperOf(X)),
    note: 'Now',
    noteEarlier: [{ until: clock.now - MINUTE, text: 'Then' }],
  };
  await library.bringIn({ works: [work], lists: [], history: null }, { choice: 'theirs' });
  await usedFor(bench, 31);
  expect((await db.notes.get(X))?.earlier).toEqual([]);
});

test('a text pasted over another is no edit of it, however long and soon', async () => {
  const { library } = bench;
  await library.saveNote(X, 'The proof uses a lemma.', 0);
  await library.saveNote(X, 'The proof uses one lemma.', 1);
  await library.saveNote(X, 'Something else, as long as the other was.', 2);
  expect((await library.note(X)).earlier.map(({ text }) => text)).toEqual(['The proof uses one lemma.']);
});

test('a note goes and comes back with its paper', async () => {
  const { library, db } = bench;
  await library.saveNote(X, 'words', 0);
  const token = await library.unsave(X);
  await expect(library.saveNote(X, 'more', 1)).rejects.toMatchObject({ code: 'not-saved' });
  await library.undo(token);
  expect((await library.entry(X))?.note).toBe('words');
  await library.unsave(X);
  await usedFor(bench, 31);
  expect(await db.notes.count()).toBe(0);
});

test('a note longer than any reader writes is refused', async () => {
  await expect(bench.library.saveNote(X, 'x'.repeat(200_001), 0)).rejects.toMatchObject({ code: 'too-long' });
});

test('a note that was put together from two long ones can be changed, if not made longer', async () => {
  const { library } = bench;
  await library.saveNote(X, 'x'.repeat(200_000), 0);
  const work = { ...workOf(paperOf(X)), note: 'Their note' };
  await library.bringIn({ works: [work], lists: [], history: null }, { choice: 'both' });
  const { text, revision } = await library.note(X);
  expect(text.endsWith('x\n\nTheir note')).toBe(true);
  await expect(library.saveNote(X, `${text}!`, revision)).rejects.toMatchObject({ code: 'too-long' });
  expect(await library.saveNote(X, text.slice(1), revision)).toMatchObject({ saved: true });
});

test('a text that is put back leaves what it replaced among the earlier ones, however young that is', async () => {
  const { library, clock } = bench;
  await library.saveNote(X, 'First of all', 0);
  clock.now += 60 * MINUTE;
  await library.saveNote(X, 'Second text', 1);
  clock.now += MINUTE;
  await library.saveNote(X, 'First of all', 2);
  expect((await library.note(X)).earlier.map(({ text }) => text)).toEqual(['First of all', 'Second text']);
});
