import { beforeEach, expect, test } from 'vitest';
import type { ListId } from '@/lib/core/reading';
import { freshLibrary, idOf, paperOf, type Bench } from './fresh-library';

const A = idOf('2301.00001');
const B = idOf('2301.00002');
const C = idOf('2301.00003');
const D = idOf('2301.00004');

let bench: Bench;
let list: ListId;
let other: ListId;
beforeEach(async () => {
  bench = await freshLibrary();
  list = await bench.library.createList('A');
  other = await bench.library.createList('B');
  for (const id of [D, C, B, A]) await bench.library.save(paperOf(id), list);
});

const orderIn = async (id: ListId) => (await bench.library.entriesOf(id)).map(({ paper }) => paper.id);
const within = (before: typeof A | null) => ({ from: list, to: list, before });

test('within a list: before another, to the end, and back', async () => {
  const { library } = bench;
  const token = await library.moveEntries([C], within(A));
  expect(await orderIn(list)).toEqual([C, A, B, D]);
  await library.moveEntries([C, A], within(null));
  expect(await orderIn(list)).toEqual([B, D, C, A]);
  await library.undo(token);
  expect(await orderIn(list), 'moved again since').toEqual([B, D, C, A]);
  const last = await library.moveEntries([D, B], within(A));
  expect(await orderIn(list)).toEqual([C, D, B, A]);
  await library.undo(last);
  expect(await orderIn(list)).toEqual([B, D, C, A]);
});

test('to another list and back as one', async () => {
  const { library } = bench;
  await library.addTo(other, [D]);
  const token = await library.moveEntries([B, C], { from: list, to: other, before: D });
  expect([await orderIn(list), await orderIn(other)]).toEqual([
    [A, D],
    [B, C, D],
  ]);
  await library.undo(token);
  expect([await orderIn(list), await orderIn(other)]).toEqual([[A, B, C, D], [D]]);
});

test('two hundred moves into one gap keep the order', async () => {
  const { library } = bench;
  for (let turn = 0; turn < 100; turn++) {
    await library.moveEntries([turn % 2 === 0 ? C : B], within(D));
    expect((await orderIn(list)).slice(2)).toEqual([turn % 2 === 0 ? C : B, D]);
    await library.moveEntries([turn % 2 === 0 ? C : B], within(turn % 2 === 0 ? B : C));
  }
});

test('many into a list, and out again, each as one', async () => {
  const { library } = bench;
  await library.addTo(other, [B]);
  const added = await library.addTo(other, [A, B, C]);
  expect(await orderIn(other)).toEqual([C, A, B]);
  await library.undo(added);
  expect(await orderIn(other), 'what was there before stays').toEqual([B]);
  const removed = await library.removeFrom(list, [A, C]);
  expect(await orderIn(list)).toEqual([B, D]);
  await library.undo(removed);
  expect(await orderIn(list)).toEqual([A, B, C, D]);
});

test('lists are put in the order the reader wants', async () => {
  const { library } = bench;
  const third = await library.createList('C');
  await library.moveList(third, list);
  expect((await library.lists()).map(({ id }) => id)).toEqual([third, list, other]);
  await library.moveList(third, null);
  expect((await library.lists()).map(({ id }) => id)).toEqual([list, other, third]);
});

test('undone also where there was no number left between two, and the whole list was numbered anew', async () => {
  const { library, db } = bench;
  const orderOfTop = async () => (await db.entries.get([list, A]))?.order;
  const asIs = await orderOfTop();
  let before = await orderIn(list);
  let token = await library.moveEntries([C], within(B));
  for (let turn = 0; turn < 60 && (await orderOfTop()) === asIs; turn += 1) {
    before = await orderIn(list);
    const [, second = B, third = C] = before;
    token = await library.moveEntries([third], within(second));
  }
  expect(await orderOfTop()).not.toBe(asIs);
  await library.undo(token);
  expect(await orderIn(list)).toEqual(before);
});
