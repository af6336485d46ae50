// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { MemoryReader, paperNamed } from '../memory-reader';
import { click, english, named, one, press, settled, type } from '../surface';
import { LAWS, entriesNamed, libraryOf, openPage, titles, detail } from './opened-library';

test('shows lists with their counts, papers, and the first of them', async () => {
  const root = await openPage();
  const lists = [...root.querySelectorAll('.list-button')].map((list) => list.textContent);
  expect(lists).toEqual(['All saved3', 'Laws3', 'Group0', 'Duplicates', 'Deleted']);
  expect(titles(root)).toEqual(['First', 'Second', 'Third']);
  expect(detail(root)).toBe('First');
  expect(one(root, '.detail').textContent).toContain('About First');
});

test('arrows choose a paper, Enter opens it, Delete removes it with an Undo', async () => {
  const onOpen = vi.fn();
  const root = await openPage({ onOpen });
  one(root, '[role=listbox]').focus();
  await press('ArrowDown');
  expect(detail(root)).toBe('Second');
  expect(one(root, '.entry-active').id).toBe(
    one(root, '[role=listbox]').getAttribute('aria-activedescendant'),
  );
  await press('Enter');
  expect(onOpen).toHaveBeenCalledWith('https://arxiv.org/abs/2301.10001', 'front');
  await press('Delete');
  expect(titles(root)).toEqual(['First', 'Third']);
  expect(detail(root)).toBe('Third');
  await press('z', { ctrlKey: true });
  expect(titles(root)).toEqual(['First', 'Second', 'Third']);
});

test('of 10,000 papers only those in view are in the page, each saying its place', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `Paper ${at}`);
  const root = await openPage({ reader: libraryOf(many) });
  const options = [...root.querySelectorAll('[role=option]')];
  expect(options.length).toBeGreaterThan(10);
  expect(options.length).toBeLessThan(60);
  expect(options[0]?.getAttribute('aria-setsize')).toBe('10000');
});

test('status and lists are changed where the paper is shown', async () => {
  const root = await openPage();
  await click(named(root, 'Reading'));
  await click(one(root, '.detail .check:nth-child(2) input'));
  expect(one(root, '.entry-active .entry-state').textContent).toContain('Reading');
  expect([...root.querySelectorAll('.list-button')].map((list) => list.textContent)).toContain('Group1');
});

test('removing the paper that is shown leaves the focus in the list', async () => {
  const root = await openPage();
  named(root, 'Remove from saved').focus();
  await click(named(root, 'Remove from saved'));
  expect(titles(root)).toEqual(['Second', 'Third']);
  expect(document.activeElement).toBe(one(root, '[role=listbox]'));
});

test('what a paper said before stands under it, newest first', async () => {
  const reader = libraryOf(['Now']);
  const { id } = paperNamed('2301.10000', 'Now');
  reader.earlierValues.set(id, [
    { until: Date.UTC(2026, 0, 1), values: { title: 'At first', version: 1 } },
    { until: Date.UTC(2026, 5, 1), values: { title: 'Then' } },
  ]);
  const root = await openPage({ reader });
  const said = () => [...root.querySelectorAll('.earlier dd bdi')].map((value) => value.textContent);
  await vi.waitFor(() => expect(said()).toEqual(['Then', '1', 'At first']));
});

test('a tag in the list of tags narrows what is shown, and widens it again', async () => {
  const reader = libraryOf(['First', 'Second']);
  const root = await openPage({ reader });
  await type(named(root, english('tags_add')), 'idea,');
  expect(named(root, 'idea1')).toBeDefined();
  await click(named(root, 'idea1'));
  expect(titles(root)).toEqual(['First']);
  await click(named(root, 'idea1'));
  expect(titles(root)).toEqual(['First', 'Second']);
});

test('words and status say what is shown of a list', async () => {
  const root = await openPage();
  await type(named(root, english('library_filter')), 'third');
  expect(titles(root)).toEqual(['Third']);
  // Beside it the paper is changed when no further letter comes.
  await expect.poll(() => detail(root)).toBe('Third');
  await type(named(root, english('library_filter')), 'zzz');
  expect(one(root, '.pane-entries .teach').textContent).toBe(english('library_none_match'));
});

test('of many the first are shown before all are found, and it is not said that none match before all were looked at', async () => {
  const names = Array.from({ length: 300 }, (_, at) => `Paper ${at}`);
  // No time is left after any step.
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 1_000));
  let time = 0;
  const root = await openPage({
    reader: libraryOf(names),
    filterOf: (words) =>
      function* (entries) {
        for (const entry of entries) yield entry.paper.title.includes(words) ? Array(8).fill(entry) : [];
      },
  });
  const size = () => one(root, '[role=option]').getAttribute('aria-setsize');
  await type(named(root, english('library_filter')), 'Paper');
  expect(size()).toBe('100');
  await expect.poll(size).toBe('2400');
  await type(named(root, english('library_filter')), 'zzz');
  expect(size()).toBe('2400');
  expect(root.querySelector('.pane-entries .teach')).toBeNull();
  await expect
    .poll(() => root.querySelector('.pane-entries .teach')?.textContent)
    .toBe(english('library_none_match'));
});

test('two views of one library agree without a reload', async () => {
  const reader = libraryOf(['First']);
  const here = await openPage({ reader });
  const there = await openPage({ reader });
  await type(one(here, '.pane-lists input'), 'Made here');
  await click(one(here, '.pane-lists [type=submit]'));
  await settled();
  expect(one(there, '.pane-lists').textContent).toContain('Made here');
});

test('a library that cannot be opened says why and opens anew', async () => {
  const reader = libraryOf([]);
  reader.trouble = 'blocked';
  const onReload = vi.fn();
  const root = await openPage({ reader, onReload });
  expect(one(root, '.notice').textContent).toContain(english('library_blocked'));
  await click(named(root, 'Try again'));
  expect(onReload).toHaveBeenCalledOnce();
});

test('markup in any field of a paper is text', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const [entry] = entriesNamed([hostile]);
  if (entry === undefined) throw new Error('no entry');
  const paper = {
    ...entry.paper,
    abstract: hostile,
    comments: hostile,
    journalRef: hostile,
    authors: [hostile],
  };
  const root = await openPage({
    reader: new MemoryReader({ lists: [{ id: LAWS, name: hostile }], entries: [{ ...entry, paper }] }),
  });
  expect(one(root, '.detail').textContent.split(hostile).length - 1).toBeGreaterThanOrEqual(5);
  expect(root.querySelector('img')).toBeNull();
});
