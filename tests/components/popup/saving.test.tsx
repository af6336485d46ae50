// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MemoryReader, paperNamed } from '../memory-reader';
import { click, english, named, one, press, settled, type } from '../surface';
import { openPopup, box, rows } from './opened-popup';

describe('saving', () => {
  test('Ctrl and S saves the chosen paper, and again removes it with an Undo', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling');
    await settled();
    await press('ArrowDown');
    expect((await press('s', { ctrlKey: true })).defaultPrevented).toBe(true);
    await settled();
    expect(rows(root)[1]?.textContent).toContain('Saved');
    await press('S', { metaKey: true });
    await settled();
    expect(rows(root)[1]?.textContent).not.toContain('Saved');
    await click(named(root, 'Undo'));
    await settled();
    expect(rows(root)[1]?.textContent).toContain('Saved');
  });

  test('Ctrl and Z takes the removal back, unless something was written after it', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling');
    await press('s', { ctrlKey: true });
    await press('s', { ctrlKey: true });
    expect((await press('z', { ctrlKey: true })).defaultPrevented).toBe(true);
    expect(rows(root)[0]?.textContent).toContain('Saved');
    await press('s', { ctrlKey: true });
    await type(box(root), 'Scaling l');
    expect((await press('z', { ctrlKey: true })).defaultPrevented).toBe(false);
  });

  test('with nothing chosen it saves the paper of the tab', async () => {
    const root = await openPopup({ tabPaper: paperNamed('2301.13442', 'In the tab') });
    await press('s', { ctrlKey: true });
    await settled();
    expect(one(root, '.tab-paper .button-saved').getAttribute('aria-pressed')).toBe('true');
    expect(one(root, '.tab-paper').textContent).toContain('Lists: 1');
  });

  test('a change that is refused is not silent', async () => {
    const reader = new MemoryReader();
    const root = await openPopup({ reader, tabPaper: paperNamed('2301.13442', 'In the tab') });
    reader.trouble = 'quota';
    await click(named(root, 'Save'));
    await settled();
    expect(one(root, '.notice-bar').textContent).toContain(english('library_change_failed'));
  });

  test('a note is written in its place: its letters are no query, and it saves the paper', async () => {
    const reader = new MemoryReader();
    const tabPaper = paperNamed('2301.13442', 'Scaling laws');
    const root = await openPopup({ reader, tabPaper });
    await click(named(root, english('note_write')));
    await settled();
    const field = one<HTMLTextAreaElement>(root, 'textarea');
    expect(document.activeElement).toBe(field);
    await press('?');
    await press('/');
    await press('a');
    expect(document.activeElement).toBe(field);
    field.value = 'an idea';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await press('s', { ctrlKey: true });
    await settled();
    expect(named(root, english('library_saved'))).toBeDefined();
    await press('s', { ctrlKey: true });
    await settled();
    expect(named(root, english('library_saved')), 'the note is meant, not the paper').toBeDefined();
    await press('Escape');
    await settled();
    await click(named(root, english('note_write')));
    expect(one<HTMLTextAreaElement>(root, 'textarea').value).toBe('an idea');
  });

  test('lists are chosen by checkbox, and one can be made on the spot', async () => {
    const root = await openPopup({ tabPaper: paperNamed('2301.13442', 'In the tab') });
    await click(named(root, 'Add to lists'));
    await click(named(root, 'Laws'));
    await type(named(root, 'New list'), 'Group');
    await click(named(root, 'Create'));
    await settled();
    expect(one(root, '.tab-paper').textContent).toContain('Lists: 2');
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true]);
  });
});
