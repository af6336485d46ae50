// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryReader } from '../memory-reader';
import { click, english, named, one, press, settled, type } from '../surface';
import { LIST, entryOf, openPopup } from './opened-popup';

describe('lists', () => {
  beforeEach(() => {
    // jsdom has no layout: every box is as high as a popup.
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  });

  const reader = () =>
    new MemoryReader({
      lists: [{ id: LIST, name: 'Laws' }],
      entries: [entryOf('2301.00001', 'One paper'), entryOf('2301.00002', 'Other paper', 'read')],
    });

  test('show their counts, and one opens with the status of its papers', async () => {
    const root = await openPopup({ reader: reader() });
    await click(named(root, 'Lists'));
    await click(named(root, 'Laws2'));
    await settled();
    const items = [...root.querySelectorAll('[role=listitem]')];
    expect(items.map((item) => item.querySelector('.paper-title')?.textContent)).toEqual([
      'One paper',
      'Other paper',
    ]);
    expect(items.map((item) => item.querySelector('select')?.value)).toEqual(['to-read', 'read']);
    expect(items[1]?.getAttribute('aria-setsize')).toBe('2');
  });

  test('a paper is removed from one with an Undo', async () => {
    const root = await openPopup({ reader: reader() });
    await click(named(root, 'Lists'));
    await click(named(root, 'Laws2'));
    await settled();
    await click(named(root, 'Remove One paper'));
    await settled();
    expect(root.querySelectorAll('[role=listitem]')).toHaveLength(1);
    await press('z', { ctrlKey: true });
    await settled();
    expect(root.querySelectorAll('[role=listitem]')).toHaveLength(2);
  });

  test('an Undo that is not to be had any more says so', async () => {
    const late = reader();
    const root = await openPopup({ reader: late });
    await click(named(root, 'Lists'));
    await click(named(root, 'Laws2'));
    await click(named(root, 'Remove One paper'));
    await settled();
    late.canUndo = false;
    await press('z', { ctrlKey: true });
    await settled();
    expect(one(root, '.notice-bar').textContent).toContain(english('library_change_failed'));
  });

  test('the focus goes to the row that takes the place of a removed one', async () => {
    const root = await openPopup({ reader: reader() });
    await click(named(root, 'Lists'));
    await click(named(root, 'Laws2'));
    named(root, 'Remove One paper').focus();
    await click(named(root, 'Remove One paper'));
    expect(document.activeElement).toBe(named(root, 'Remove Other paper'));
  });

  test('the focus comes back to the button when a list was renamed or not', async () => {
    const root = await openPopup({ reader: reader() });
    await click(named(root, 'Lists'));
    await click(named(root, 'Laws2'));
    await click(named(root, 'Rename this list'));
    expect(document.activeElement).toBeInstanceOf(HTMLInputElement);
    await press('Escape');
    expect(document.activeElement).toBe(named(root, 'Rename this list'));
  });

  test('are made, renamed, and deleted with an Undo', async () => {
    const root = await openPopup({ reader: reader() });
    await click(named(root, 'Lists'));
    await type(named(root, 'New list'), '  Group  ');
    await click(named(root, 'Create'));
    await settled();
    await click(named(root, 'Group0'));
    await settled();
    await click(named(root, 'Rename this list'));
    await type(named(root, 'Rename this list'), 'Reading group');
    await click(named(root, 'Rename'));
    await settled();
    expect(one(root, '.view-title').textContent).toBe('Reading group');
    await click(named(root, 'Delete this list'));
    await settled();
    expect(root.textContent).not.toContain('Reading group0');
    await click(named(root, 'Undo'));
    await settled();
    expect(root.textContent).toContain('Reading group0');
  });

  test('a blank name makes none', async () => {
    const root = await openPopup({ reader: reader() });
    await click(named(root, 'Lists'));
    await type(named(root, 'New list'), '   ');
    await click(named(root, 'Create'));
    await settled();
    expect(root.querySelectorAll('.list-name')).toHaveLength(2);
  });
});
