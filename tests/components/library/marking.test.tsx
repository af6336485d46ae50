// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { click, english, named, one, press, settled, type } from '../surface';
import { choose, GROUP, libraryOf, NOTHING_KEPT, openPage, titles } from './opened-library';

const list = (root: HTMLElement) => one(root, '[role=listbox]');
const marks = (root: HTMLElement) => root.querySelectorAll('[role=option][aria-selected=true]').length;

test('papers are marked by keyboard, and what is done to all of them is undone as one', async () => {
  const root = await openPage();
  list(root).focus();
  await press(' ');
  await press('ArrowDown', { shiftKey: true });
  expect(marks(root)).toBe(2);
  await choose(named(root, english('marked_status')), 'read');
  const states = () =>
    [...root.querySelectorAll('.entry-state')].map((state) => state.firstChild?.textContent);
  expect(states()).toEqual(['Read', 'Read', 'To read']);
  await press('z', { ctrlKey: true });
  expect(states()).toEqual(['To read', 'To read', 'To read']);

  await choose(named(root, english('marked_add_to')), GROUP);
  expect(named(root, 'Group2')).toBeDefined();
  await type(named(root, english('tags_add')), 'to cite');
  one<HTMLFormElement>(root, '.marked-tag').requestSubmit();
  await settled();
  expect(root.querySelectorAll('.entry-tag')).toHaveLength(2);

  list(root).focus();
  await press('a', { ctrlKey: true });
  await press('Delete');
  expect(titles(root)).toEqual([]);
  await press('z', { ctrlKey: true });
  expect(titles(root)).toHaveLength(3);
  await press('Escape');
});

test('the marked papers are saved as a file of another program', async () => {
  const write = vi.fn(async () => undefined);
  const root = await openPage({ exchange: { ...NOTHING_KEPT, write } });
  await click(one(root, '.entry-mark'));
  await choose(named(root, english('marked_export')), '2');
  expect(write).toHaveBeenLastCalledWith({ ids: ['2301.10000'] }, 'ris', true);
  const without = [...named(root, english('marked_export')).querySelectorAll('option')].find(
    ({ textContent }) => textContent === english('marked_export_without', { name: 'RIS' }),
  );
  await choose(named(root, english('marked_export')), without?.value ?? '');
  expect(write).toHaveBeenLastCalledWith({ ids: ['2301.10000'] }, 'ris', false);
});

test('what is filtered away is not marked any more', async () => {
  const root = await openPage();
  list(root).focus();
  await press('a', { ctrlKey: true });
  await click(named(root, english('marked_clear')));
  expect(marks(root)).toBe(0);
  await click(one(root, '.entry-mark'));
  await type(named(root, english('tags_add')), 'x');
  expect(one(root, '.marked-count').textContent).toBe('1 marked');
});

test('while papers are still being read, all cannot be marked nor put in order', async () => {
  const reader = libraryOf(['First', 'Second', 'Third']);
  const readSoFar = reader.entries;
  reader.entries = (list) => (next, failed) =>
    readSoFar(list)((entries) => next(entries.slice(0, 2)), failed);
  const root = await openPage({ reader });
  list(root).focus();
  await press('a', { ctrlKey: true });
  expect(marks(root)).toBe(0);
  await click(named(root, 'Laws3'));
  list(root).focus();
  await press('ArrowDown', { altKey: true });
  expect(titles(root)).toEqual(['First', 'Second']);
});
