import { beforeEach, describe, expect, test } from 'vitest';
import { type LibraryCopy, workOf } from '@/lib/core/library-copy';
import { otherId } from '@/lib/core/other-work';
import type { PaperId } from '@/lib/core/paper-id';
import type { Bench } from './fresh-library';
import { freshLibrary, idOf, MINUTE, paperOf } from './fresh-library';

const X = idOf('2210.02414');
const Y = idOf('hep-th/9711200');
const BOOK = otherId('isbn:0-00');
const WITH_HISTORY = { history: true };

let bench: Bench;
beforeEach(async () => {
  bench = await freshLibrary();
});

/** Two lists with an order of their own, tags, a note, a status, a visit. */
async function fill({ library, clock }: Bench): Promise<void> {
  const a = await library.createList('A');
  const b = await library.createList('B');
  await library.createList('Empty');
  await library.save(paperOf(X, { title: 'X', version: 1 }), a);
  clock.now += MINUTE;
  await library.save(paperOf(Y, { title: 'Y' }), a);
  await library.save(paperOf(X, { title: 'X, again', version: 2 }), b);
  await library.moveEntries([X], { from: a, to: a, before: Y });
  await library.addTag([X], 'tag');
  await library.setStatus(Y, 'reading');
  await library.saveNote(X, 'Words', 0);
  await library.visit(X, 2);
}

const copyOfAll = () => bench.library.copyOf('all', WITH_HISTORY);
const copyWith = (...works: LibraryCopy['works']): LibraryCopy => ({ works, lists: [], history: null });

describe('a copy of the library', () => {
  test('brought into an empty one gives the same library, and again changes nothing', async () => {
    await fill(bench);
    const copy = await copyOfAll();
    expect(copy.works).toHaveLength(2);
    bench = await freshLibrary();
    const { rows, newLists } = await bench.library.preview(copy);
    expect(rows.map(({ state }) => state)).toEqual(['new', 'new']);
    expect(newLists).toEqual(['A', 'B', 'Empty']);
    await bench.library.bringIn(copy, { choice: 'mine' });
    expect(await copyOfAll()).toEqual(copy);
    expect((await bench.library.preview(copy)).rows.map(({ state }) => state)).toEqual(['same', 'same']);
    await bench.library.bringIn(copy, { choice: 'theirs' });
    expect(await copyOfAll()).toEqual(copy);
  });

  test('is undone as a whole, and what was undone can come back', async () => {
    await fill(bench);
    const copy = await copyOfAll();
    bench = await freshLibrary();
    await bench.library.save(paperOf('2301.00001'));
    const before = await bench.library.copyOf('all', { history: false });
    const token = await bench.library.bringIn(copy, { choice: 'mine' });
    expect(await bench.library.undo(token)).toBe(true);
    expect(await bench.library.copyOf('all', { history: false })).toEqual(before);
    const [gone] = await bench.library.deleted();
    expect(gone).toMatchObject({ kind: 'papers', count: 2 });
    if (gone) await bench.library.undo(gone.token);
    expect(await bench.library.savedCount()).toBe(3);
    expect((await bench.library.lists()).map(({ name }) => name)).toEqual([
      'Reading list',
      'A',
      'B',
      'Empty',
    ]);
  });

  test('of one list or some papers has these only', async () => {
    await fill(bench);
    const [a, b] = await bench.library.lists();
    const ofB = await bench.library.copyOf({ list: b?.id ?? ('' as never) }, { history: false });
    expect(ofB.works.map(({ paper }) => paper.id)).toEqual([X]);
    expect(ofB.lists.map(({ name, entries }) => [name, entries.length])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
    const ofA = await bench.library.copyOf({ list: a?.id ?? ('' as never) }, { history: false });
    expect(ofA.works.map(({ paper }) => paper.id)).toEqual([X, Y]);
    const some = await bench.library.copyOf({ ids: [Y] }, { history: false });
    expect(some.works).toHaveLength(1);
  });
});

describe('a file about papers that are saved', () => {
  const file = () =>
    copyWith({
      ...workOf(paperOf(X, { title: 'Their title', abstract: 'Their abstract', doi: '10.1/x' })),
      ...{ tags: ['theirs'], note: 'Their note', status: 'read', key: 'their-key' },
      cited: { type: 'article', fields: { journaltitle: 'Nature' } },
    });

  beforeEach(async () => {
    await bench.library.save(paperOf(X, { title: 'X' }));
    await bench.library.saveNote(X, 'My note', 0);
  });

  test('fills gaps and adds tags, and leaves the words and the status that are there', async () => {
    const { library } = bench;
    const { rows } = await library.preview(file());
    expect(rows).toEqual([
      {
        ...{ id: X, title: 'X', state: 'changed', changes: ['tags', 'description', 'key'] },
        conflicts: [
          { field: 'note', mine: 'My note', theirs: 'Their note' },
          { field: 'status', mine: 'to-read', theirs: 'read' },
        ],
      },
    ]);
    const token = await library.bringIn(file(), { choice: 'mine' });
    expect(await library.entry(X)).toMatchObject({
      paper: { title: 'X', abstract: 'Their abstract', doi: '10.1/x' },
      ...{ tags: ['theirs'], note: 'My note', status: 'to-read', key: 'their-key' },
      cited: { fields: { journaltitle: 'Nature' } },
    });
    await library.undo(token);
    expect(await library.entry(X)).toMatchObject({ paper: { abstract: null }, tags: [], cited: null });
    expect((await library.entry(X))?.key).toBe('lovelace2022');
  });

  test('replaces them where the reader chose so, and undo brings them back', async () => {
    const { library } = bench;
    const token = await library.bringIn(file(), { choice: 'theirs' });
    expect(await library.entry(X)).toMatchObject({ note: 'Their note', status: 'read', key: 'their-key' });
    expect((await library.note(X)).earlier).toMatchObject([{ text: 'My note' }]);
    await library.undo(token);
    expect(await library.entry(X)).toMatchObject({
      note: 'My note',
      status: 'to-read',
      key: 'lovelace2022',
    });
    await library.bringIn(file(), { choice: 'both' });
    expect(await library.entry(X)).toMatchObject({ note: 'My note\n\nTheir note', status: 'to-read' });
  });

  test('leaves alone what the reader changed after it, when undone', async () => {
    const { library } = bench;
    const token = await library.bringIn(file(), { choice: 'both' });
    const { revision } = await library.note(X);
    await library.saveNote(X, 'Written since', revision);
    await library.undo(token);
    expect((await library.entry(X))?.note).toBe('Written since');
  });
});

test('what was marked by hand and done is in every copy, and a file takes none of it away', async () => {
  const { library, clock } = bench;
  await library.markDone('cs.CL/new', [X]);
  await library.markSeen([Y]);
  await library.visit(BOOK, 1);
  const copy = await library.copyOf('all', { history: false });
  expect(copy.history).toBeNull();
  expect(copy.marks?.seen.map(({ id }) => id).sort()).toEqual([X, Y]);

  bench = await freshLibrary();
  await bench.library.bringIn(copy, { choice: 'mine' });
  expect(await bench.library.copyOf('all', { history: false })).toEqual(copy);
  const later = idOf('2301.00001');
  bench.clock.now = clock.now + MINUTE;
  await bench.library.markDone('cs.CL/new', [later]);
  const opened = { visits: [], seen: [{ id: Y, at: 0, how: 'opened' as const }] };
  await bench.library.bringIn({ ...copy, history: opened }, { choice: 'theirs' });
  expect((await bench.library.doneIn('cs.CL/new')).done?.paper).toBe(later);
  await bench.library.forgetSince(0);
  expect(await bench.library.seenIds()).toEqual(new Set([X, Y, later]));
});

describe('what an import said of papers seen, opened and done', () => {
  const Z = idOf('2301.00001');
  const file = async () => {
    await bench.library.markDone('cs.CL/new', [X]);
    await bench.library.markSeen([Y]);
    await bench.library.visit(Z, 1);
    const copy = await copyOfAll();
    bench = await freshLibrary();
    bench.clock.now -= 60 * MINUTE;
    await bench.library.markDone('cs.CL/new', [Z]);
    bench.clock.now += 120 * MINUTE;
    return copy;
  };

  test('goes when it is undone, and what was there before is back', async () => {
    const copy = await file();
    const before = await copyOfAll();
    const token = await bench.library.bringIn(copy, { choice: 'mine' });
    expect(await bench.library.seenIds()).toEqual(new Set([X, Y, Z]));
    expect((await bench.library.doneIn('cs.CL/new')).done?.paper).toBe(X);
    await bench.library.undo(token);
    expect(await copyOfAll()).toEqual(before);
    expect(await bench.library.doneIn('cs.CL/new')).toMatchObject({ canUndo: true });
  });

  test('stays where the reader opened it or went on since', async () => {
    const token = await bench.library.bringIn(await file(), { choice: 'mine' });
    await bench.library.visit(Y, 2);
    await bench.library.markDone('cs.CL/new', [BOOK]);
    await bench.library.undo(token);
    expect(await bench.library.seenIds()).toEqual(new Set([Y, Z, BOOK]));
    expect((await bench.library.doneIn('cs.CL/new')).done?.paper).toBe(BOOK);
    expect((await bench.library.recentVisits(9)).map(({ id }) => id)).toEqual([Y]);
  });

  test('is forgotten with the history, also for undo', async () => {
    const token = await bench.library.bringIn(await file(), { choice: 'mine' });
    await bench.library.forgetSince(0);
    expect(JSON.stringify(await bench.db.undo.toArray())).not.toContain('"last"');
    await bench.library.undo(token);
    expect((await copyOfAll()).history).toEqual({ visits: [], seen: [] });
  });
});

describe('what stood earlier of a paper that is saved', () => {
  const file = () =>
    copyWith({
      ...workOf(paperOf(X, { abstract: 'Their abstract' })),
      earlier: [{ until: bench.clock.now - MINUTE, values: { title: 'First title' } }],
      note: 'Their note',
      noteEarlier: [{ until: bench.clock.now - MINUTE, text: 'First words' }],
    });
  const stood = async () => ({
    titles: (await bench.library.earlierValues(X)).map(({ values }) => values.title),
    texts: (await bench.library.note(X)).earlier.map(({ text }) => text),
  });

  beforeEach(async () => {
    const { library } = bench;
    await library.save(paperOf(X, { title: 'X', version: 1 }));
    await library.save(paperOf(X, { title: 'X, again', version: 2 }));
    await library.saveNote(X, 'My note', 0);
  });

  test('stays when a file fills a gap, together with what the file knows', async () => {
    await bench.library.bringIn(file(), { choice: 'theirs' });
    expect(await stood()).toEqual({ titles: ['First title', 'X'], texts: ['First words', 'My note'] });
    expect((await bench.library.preview(file())).rows).toMatchObject([{ state: 'same' }]);
  });

  test('is without what the file knew when undone, and keeps what came since', async () => {
    const { library } = bench;
    const token = await library.bringIn(file(), { choice: 'mine' });
    await library.save(paperOf(X, { title: 'X, once more', version: 3 }));
    await library.undo(token);
    expect(await stood()).toEqual({ titles: ['X', 'X, again'], texts: [] });
    expect((await library.note(X)).text).toBe('My note');
  });
});

test('a paper that was removed is asked about like one that is there', async () => {
  const { library } = bench;
  await library.save(paperOf(X));
  await library.saveNote(X, 'My note', 0);
  await library.unsave(X);
  const { rows } = await library.preview(copyWith({ ...workOf(paperOf(X)), note: 'Their note' }));
  expect(rows).toMatchObject([{ state: 'new', conflicts: [{ mine: 'My note', theirs: 'Their note' }] }]);
});

test('what was removed comes back with what the reader had made of it, and goes again when undone', async () => {
  const { library } = bench;
  await library.save(paperOf(X));
  await library.addTag([X], 'mine');
  await library.unsave(X);
  const file = copyWith({ ...workOf(paperOf(X)), tags: ['theirs'] });
  expect((await library.preview(file)).rows).toMatchObject([{ state: 'new' }]);
  const token = await library.bringIn(file, { choice: 'mine' });
  expect(await library.entry(X)).toMatchObject({ tags: ['mine', 'theirs'], lists: [expect.any(String)] });
  await library.undo(token);
  expect(await library.savedCount()).toBe(0);
});

describe('a citation key that a file says', () => {
  const keyed = (id: PaperId, key: string) => ({
    ...workOf({ ...paperOf(X), id, title: `Work ${id}` }),
    key,
  });
  const keyOf = async (id: PaperId) => (await bench.library.entry(id))?.key;

  test('is that of a new work, also of one that is not on arXiv, and an automatic one makes way until undone', async () => {
    const { library } = bench;
    await library.save(paperOf(X));
    const auto = 'lovelace2022paper';
    const file = copyWith(keyed(BOOK, auto));
    expect((await library.preview(file)).keys).toEqual([
      { id: X, title: `Paper ${X}`, from: auto, to: `${auto}a` },
    ]);
    const token = await library.bringIn(file, { choice: 'mine' });
    expect([await keyOf(BOOK), await keyOf(X)]).toEqual([auto, `${auto}a`]);
    expect((await library.preview(file)).rows).toMatchObject([{ state: 'same' }]);
    await library.undo(token);
    expect(await keyOf(X)).toBe(auto);
  });

  test('goes before an automatic one of the same file, whichever comes first', async () => {
    const book = { ...paperOf(X), id: BOOK, submitted: '2022-01-01' };
    await bench.library.bringIn(copyWith(workOf(book), keyed(Y, 'lovelace2022paper')), { choice: 'mine' });
    expect([await keyOf(Y), await keyOf(BOOK)]).toEqual(['lovelace2022paper', 'lovelace2022papera']);
  });

  test('gets a letter where another work was given it by a file, once, and that is said', async () => {
    const { library } = bench;
    await library.bringIn(copyWith(keyed(X, 'mine')), { choice: 'mine' });
    const file = copyWith(keyed(Y, 'mine'));
    expect((await library.preview(file)).keys).toEqual([
      { id: Y, title: `Work ${Y}`, from: 'mine', to: 'minea' },
    ]);
    for (const choice of ['mine', 'theirs'] as const) {
      await library.bringIn(file, { choice });
      expect([await keyOf(X), await keyOf(Y)]).toEqual(['mine', 'minea']);
    }
    expect(await library.preview(file)).toMatchObject({
      rows: [{ state: 'same', changes: [], conflicts: [] }],
      keys: [],
    });
  });

  test('is asked about where the reader has one of a file already', async () => {
    const { library } = bench;
    await library.bringIn(copyWith(keyed(X, 'mine')), { choice: 'mine' });
    const file = copyWith(keyed(X, 'theirs'));
    expect((await library.preview(file)).rows).toMatchObject([
      { conflicts: [{ field: 'key', mine: 'mine', theirs: 'theirs' }] },
    ]);
    await library.bringIn(file, { choice: 'both' });
    expect(await keyOf(X)).toBe('mine');
    await library.bringIn(file, { choice: 'theirs' });
    expect(await keyOf(X)).toBe('theirs');
  });

  test('that was freed and taken meanwhile goes back to the first once the change is undone', async () => {
    const { library } = bench;
    await library.save(paperOf(X));
    const auto = (await keyOf(X)) ?? '';
    const token = await library.bringIn(copyWith(keyed(X, 'file')), { choice: 'mine' });
    const other = { ...paperOf('2210.99999'), title: paperOf(X).title };
    await library.save(other);
    expect(await keyOf(other.id)).toBe(auto);
    await library.undo(token);
    expect([await keyOf(X), await keyOf(other.id)]).toEqual([auto, `${auto}a`]);
  });

  test('stays with the work that got it from a file since, when its earlier change is undone', async () => {
    const { library } = bench;
    await library.bringIn(copyWith(keyed(X, 'mine')), { choice: 'mine' });
    const token = await library.bringIn(copyWith(keyed(X, 'file')), { choice: 'theirs' });
    await library.bringIn(copyWith(keyed(Y, 'mine')), { choice: 'mine' });
    await library.undo(token);
    expect([await keyOf(X), await keyOf(Y)]).toEqual(['minea', 'mine']);
  });

  test('may be that of a work whose own key changes in the same file', async () => {
    await bench.library.bringIn(copyWith(keyed(X, 'one'), keyed(Y, 'two')), { choice: 'mine' });
    await bench.library.bringIn(copyWith(keyed(X, 'two'), keyed(Y, 'one')), { choice: 'theirs' });
    expect([await keyOf(X), await keyOf(Y)]).toEqual(['two', 'one']);
  });
});

test('3,000 works are brought in as one change, with progress', { timeout: 60_000 }, async () => {
  const { library } = bench;
  const works = Array.from({ length: 3_000 }, (_, index) =>
    workOf(paperOf(`2301.${String(10_000 + index)}`, { authors: ['A', 'B'] })),
  );
  const seen: number[] = [];
  const lists = [
    { name: 'All', createdAt: null, entries: works.map(({ paper }) => ({ id: paper.id, addedAt: null })) },
  ];
  const token = await library.bringIn(
    { works, lists, history: null },
    { choice: 'mine', progress: (done) => seen.push(done) },
  );
  expect(seen.at(-1)).toBe(3_000);
  expect(seen.length).toBeGreaterThan(3);
  expect(await library.lists()).toMatchObject([{ name: 'All', papers: 3_000 }]);
  expect(new Set((await library.entriesOf(null)).map(({ key }) => key))).toHaveProperty('size', 3_000);
  await library.undo(token);
  expect(await library.savedCount()).toBe(0);
});

test('one that is stopped on its way leaves everything as it was', async () => {
  const { library } = bench;
  await library.save(paperOf('2301.00001'));
  const before = await library.copyOf('all', { history: true });
  const works = Array.from({ length: 1_200 }, (_, at) => workOf(paperOf(`2302.${String(10_000 + at)}`)));
  const entries = works.map(({ paper }) => ({ id: paper.id, addedAt: null }));
  const stopping = new AbortController();
  const told: number[] = [];
  const work = library.bringIn(
    { works, lists: [{ name: 'Much', createdAt: null, entries }], history: null },
    {
      ...{ choice: 'mine', signal: stopping.signal },
      progress: (done) => {
        told.push(done);
        stopping.abort();
      },
    },
  );
  await expect(work).rejects.toMatchObject({ code: 'stopped' });
  expect(told).toEqual([500]);
  expect(await library.copyOf('all', { history: true })).toEqual(before);
  expect(await library.savedCount()).toBe(1);
});

test('a file of many works brings in what is new and what is known of it, each once', async () => {
  const { library } = bench;
  const works = Array.from({ length: 700 }, (_, at) => workOf(paperOf(`2302.${String(10_000 + at)}`)));
  const [first] = works;
  if (!first) throw new Error('no works');
  await library.save(first.paper);
  const twice = { ...first, paper: paperOf('2302.10001', { title: 'Named twice' }), tags: ['x'] };
  await library.bringIn({ works: [...works, twice], lists: [], history: null }, { choice: 'mine' });
  expect(await library.savedCount()).toBe(700);
  expect(await library.entriesOf(null)).toHaveLength(700);
  const again = await library.preview({ works, lists: [], history: null });
  expect(again.rows.filter(({ state }) => state === 'new')).toEqual([]);
});
