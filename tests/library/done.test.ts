import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { freshLibrary, idOf } from './fresh-library';

const [A, B, C, D] = ['2601.00001', '2601.00002', '2601.00003', '2601.00004'].map(idOf) as [
  ReturnType<typeof idOf>,
  ReturnType<typeof idOf>,
  ReturnType<typeof idOf>,
  ReturnType<typeof idOf>,
];

test('all above the mark are seen, in that listing and everywhere', async () => {
  const { library } = await freshLibrary();
  expect(await library.doneIn('cs.CL/new')).toEqual({ done: null, canUndo: false });
  await library.markDone('cs.CL/new', [A, B, B, C]);
  expect((await library.doneIn('cs.CL/new')).done?.paper).toBe(C);
  expect((await library.doneIn('cs.LG/new')).done).toBeNull();
  expect(await library.seen([A, B, C, D])).toEqual(new Set([A, B, C]));
});

test('undoing brings back the mark before it, and forgets only what this one marked', async () => {
  const { library } = await freshLibrary();
  await library.visit(B, null);
  await library.markDone('cs.CL/new', [A]);
  await library.markDone('cs.CL/new', [A, B, C]);
  expect(await library.undoDone('cs.CL/new')).toMatchObject({ done: { paper: A }, canUndo: false });
  expect(await library.seen([A, B, C])).toEqual(new Set([A, B]));
});

test('what was opened since the mark stays seen when it is taken back, until visits are forgotten', async () => {
  const { library, clock } = await freshLibrary();
  await library.markDone('cs.CL/new', [A, B]);
  clock.now += 1_000;
  await library.visit(B, null);
  await library.undoDone('cs.CL/new');
  expect(await library.seen([A, B])).toEqual(new Set([B]));
  await library.forgetSince(0);
  expect(await library.seen([A, B])).toEqual(new Set());
});

test('undoing the only mark leaves none, and undoing twice does no more', async () => {
  const { library } = await freshLibrary();
  await library.markDone('cs.CL/new', [A, B]);
  await library.undoDone('cs.CL/new');
  expect(await library.undoDone('cs.CL/new')).toEqual({ done: null, canUndo: false });
  expect(await library.seen([A, B])).toEqual(new Set());
});

test('marking the same place twice keeps what the first can take back', async () => {
  const { library } = await freshLibrary();
  await library.markDone('cs.CL/new', [A, B]);
  await library.markDone('cs.CL/new', [A, B]);
  await library.undoDone('cs.CL/new');
  expect(await library.seen([A, B])).toEqual(new Set());
});
