import { expect, test } from 'vitest';
import { isFiltering, NO_FILTER, standingOf, type RowKnown } from '@/lib/features/row-filter';

const row = (known: Partial<RowKnown> = {}): RowKnown => ({
  mark: { saved: false, seen: false, status: null },
  note: { watch: null, venue: null, code: false, near: null },
  categories: () => ['cs.CL', 'cs.AI'],
  text: () => 'scaling laws for language models',
  isReplaced: () => false,
  ...known,
});
const code = (value: boolean | null) => row({ note: { watch: null, venue: null, code: value, near: null } });

test('what is unknown is neither shown as stated nor hidden as not stated', () => {
  const filter = { ...NO_FILTER, code: true };
  expect([true, false, null].map((value) => standingOf(filter, code(value)))).toEqual([
    'shown',
    'hidden',
    'unknown',
  ]);
  expect(standingOf(filter, row({ note: null }))).toBe('unknown');
  expect(standingOf({ ...filter, words: 'absent' }, code(null))).toBe('hidden');
});

test('all that was asked for must hold', () => {
  const filter = { ...NO_FILTER, words: 'Laws scaling', category: 'cs.AI', unseen: true };
  expect(standingOf(filter, row())).toBe('shown');
  expect(standingOf({ ...filter, words: 'laws vision' }, row())).toBe('hidden');
  expect(standingOf({ ...filter, category: 'cs.LG' }, row())).toBe('hidden');
  expect(standingOf(filter, row({ mark: { saved: false, seen: true, status: null } }))).toBe('hidden');
});

test('only saved, watched or replaced rows pass where that was asked for', () => {
  expect(standingOf({ ...NO_FILTER, saved: true }, row())).toBe('hidden');
  expect(standingOf({ ...NO_FILTER, saved: true }, row({ mark: null }))).toBe('hidden');
  expect(standingOf({ ...NO_FILTER, watched: true }, row())).toBe('hidden');
  expect(
    standingOf(
      { ...NO_FILTER, watched: true },
      row({ note: { watch: 'x', venue: null, code: null, near: null } }),
    ),
  ).toBe('shown');
  expect(standingOf({ ...NO_FILTER, replaced: true }, row())).toBe('hidden');
});

test('showing the unknown is no filter of its own', () => {
  expect(isFiltering(NO_FILTER)).toBe(false);
  expect(isFiltering({ ...NO_FILTER, unknown: true })).toBe(false);
  expect(isFiltering({ ...NO_FILTER, words: 'x' })).toBe(true);
});

test('a row that a watch may match is unknown, and not left out', () => {
  const note = { watch: null, venue: null, code: null, near: null };
  const filter = { ...NO_FILTER, watched: true };
  expect(standingOf(filter, row({ note: { ...note, mayMatch: true } }))).toBe('unknown');
  expect(standingOf(filter, row({ note: null }))).toBe('unknown');
  expect(standingOf({ ...filter, saved: true }, row({ note: { ...note, mayMatch: true } }))).toBe('hidden');
  const both = { ...filter, code: true };
  expect(standingOf(both, row({ note: { ...note, watch: 'x' } }))).toBe('unknown');
  expect(standingOf(both, row({ note }))).toBe('hidden');
});
