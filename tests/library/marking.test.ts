import { beforeEach, expect, test } from 'vitest';
import { freshLibrary, idOf, MINUTE, paperOf, type Bench } from './fresh-library';

const X = idOf('2210.02414');
const Y = idOf('hep-th/9711200');
const Z = idOf('2301.00001');

let bench: Bench;
beforeEach(async () => {
  bench = await freshLibrary();
  for (const id of [X, Y, Z]) await bench.library.save(paperOf(id));
});

const tagsOf = async (id: typeof X) => (await bench.library.entry(id))?.tags;

test('tags are flat, counted, in the order of the alphabet, and undone as one', async () => {
  const { library } = bench;
  const token = await library.addTag([X, Y], '  long \n context, ');
  await library.addTag([X], 'agents');
  expect(await library.tags()).toEqual([
    { tag: 'agents', papers: 1 },
    { tag: 'long context', papers: 2 },
  ]);
  expect(await tagsOf(X)).toEqual(['long context', 'agents']);
  await library.undo(token);
  expect(await tagsOf(Y)).toEqual([]);
  expect(await tagsOf(X), 'only what it added goes').toEqual(['agents']);
});

test('undoing a change of tags leaves what was changed since', async () => {
  const { library } = bench;
  await library.setTags([X], ['kept', 'taken out later', 'replaced']);
  const token = await library.setTags([X], ['kept', 'taken out later', 'new']);
  await library.removeTag([X], 'taken out later');
  await library.addTag([X], 'added later');
  await library.undo(token);
  expect(await tagsOf(X)).toEqual(['kept', 'added later', 'replaced']);
});

test('a tag is spelled as it is known, and is given once', async () => {
  const { library } = bench;
  await library.addTag([X], 'LLM');
  await library.setTags([Y], ['llm', 'LLM', 'new']);
  expect(await tagsOf(Y)).toEqual(['LLM', 'new']);
});

test('a tag is renamed wherever it is, and onto another the two become one', async () => {
  const { library } = bench;
  await library.setTags([X, Y], ['a', 'b']);
  await library.setTags([Z], ['a']);
  const token = await library.renameTag('a', 'b');
  expect(await library.tags()).toEqual([{ tag: 'b', papers: 3 }]);
  await library.undo(token);
  expect(await library.tags()).toEqual([
    { tag: 'a', papers: 3 },
    { tag: 'b', papers: 2 },
  ]);
});

test('a tag is renamed to another as that is spelled, and to another case of itself', async () => {
  const { library } = bench;
  await library.setTags([X], ['LLM']);
  await library.setTags([Y], ['models']);
  await library.renameTag('models', 'llm');
  expect(await library.tags()).toEqual([{ tag: 'LLM', papers: 2 }]);
  await library.renameTag('LLM', 'Llm');
  expect(await library.tags()).toEqual([{ tag: 'Llm', papers: 2 }]);
});

test('tags of a removed paper are not counted, and come back with it', async () => {
  const { library } = bench;
  await library.addTag([X], 'a');
  await library.unsave(X);
  expect(await library.tags()).toEqual([]);
  await library.save(paperOf(X));
  expect(await tagsOf(X)).toEqual(['a']);
});

test('a tag of nothing but spaces, and a paper that is not saved, change nothing', async () => {
  const { library } = bench;
  await expect(library.addTag([X], ' , ')).rejects.toMatchObject({ code: 'no-name' });
  await expect(library.addTag([X, idOf('2406.12793')], 'a')).rejects.toMatchObject({ code: 'not-saved' });
  expect(await library.tags()).toEqual([]);
});

test('the status of many is one change', async () => {
  const { library } = bench;
  await library.setStatus(Y, 'reading');
  const token = await library.setStatusOf([X, Y], 'read');
  await library.setStatus(X, 'reading');
  await library.undo(token);
  expect((await library.entry(X))?.status, 'changed since').toBe('reading');
  expect((await library.entry(Y))?.status).toBe('reading');
});

test('the citation key is given at the first save, once, and outlives another title', async () => {
  const { library, clock } = bench;
  const keyOf = async (id: typeof X) => (await library.entry(id))?.key;
  expect([await keyOf(X), await keyOf(Z)]).toEqual(['lovelace2022paper', 'lovelace2023paper']);
  await library.save(paperOf('2301.00002'));
  await library.save(paperOf('2301.00003'));
  expect(await keyOf(idOf('2301.00002'))).toBe('lovelace2023papera');
  expect(await keyOf(idOf('2301.00003'))).toBe('lovelace2023paperb');
  clock.now += MINUTE;
  await library.refresh([paperOf(X, { title: 'Another', authors: ['Bob'] })]);
  expect(await keyOf(X)).toBe('lovelace2022paper');
  expect(await library.earlierValues(X)).toEqual([
    { until: clock.now, values: { title: 'Paper 2210.02414', authors: ['Ada Lovelace'] } },
  ]);
});
