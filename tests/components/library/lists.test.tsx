// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { MemoryReader } from '../memory-reader';
import { click, english, named, one, settled, type } from '../surface';
import { entriesNamed, LISTS, libraryOf, openPage, titles } from './opened-library';

test('what was deleted is listed until when, and brought back', async () => {
  const reader = libraryOf(['First', 'Second']);
  const restore = vi.fn(async () => true);
  const day = 24 * 60 * 60 * 1000;
  const at = Date.UTC(2026, 10, 1);
  reader.deletedRows = [
    {
      token: 't',
      at,
      until: at + 30 * day,
      kind: 'papers',
      names: ['<b>Gone</b>'],
      count: 1,
      list: null,
      restore,
    },
  ];
  const root = await openPage({ reader });
  await click(named(root, english('library_deleted')));
  expect(one(root, '.deleted-row').textContent).toContain('<b>Gone</b>');
  expect(one(root, '.deleted-until').textContent).toMatch(/1, 2026|2026/);
  await click(named(root, english('deleted_restore')));
  expect(restore).toHaveBeenCalledOnce();
});

test('papers that look alike are merged into the one the reader keeps', async () => {
  const entries = entriesNamed(['Twice', 'Twice', 'Once']);
  const reader = new MemoryReader({ lists: LISTS, entries });
  const merge = vi.spyOn(reader, 'merge');
  const [first, second] = entries.map(({ paper }) => paper.id);
  if (first === undefined || second === undefined) throw new Error('no entries');
  reader.duplicateGroups = [[first, second]];
  const root = await openPage({ reader });
  await click(named(root, english('library_duplicates')));
  await click(one(root, '.alike-row:nth-of-type(2) input'));
  await click(named(root, english('duplicates_merge')));
  expect(merge).toHaveBeenCalledWith(second, [first]);
});

test('a list is made, renamed, and deleted with an Undo; its papers stay saved', async () => {
  const root = await openPage();
  await click(named(root, 'Laws3'));
  await click(named(root, 'Rename this list'));
  await type(named(root, 'Rename this list'), 'Scaling laws');
  await click(named(root, 'Rename'));
  expect(one(root, '.list-title').textContent).toBe('Scaling laws');
  await click(named(root, 'Delete this list'));
  expect(one(root, '.list-title').textContent).toBe('All saved');
  expect(titles(root)).toHaveLength(3);
  await click(named(root, 'Undo'));
  expect([...root.querySelectorAll('.list-button')].map((list) => list.textContent)).toContain(
    'Scaling laws3',
  );
});

test('a tag is renamed in its place, and back', async () => {
  const reader = libraryOf(['First', 'Second']);
  const [first] = entriesNamed(['First']);
  if (first) await reader.addTag([first.paper.id], 'llm');
  const root = await openPage({ reader });
  await click(named(root, english('tags_rename', { tag: 'llm' })));
  const field = one<HTMLInputElement>(root, '.pane-lists li .name-field .field');
  expect(document.activeElement).toBe(field);
  await type(field, 'Models');
  one<HTMLFormElement>(root, '.pane-lists li .name-field').requestSubmit();
  await settled();
  expect(named(root, english('tags_rename', { tag: 'Models' }))).toBeTruthy();
  await click(named(root, english('library_undo')));
  expect(named(root, english('tags_rename', { tag: 'llm' }))).toBeTruthy();
});
