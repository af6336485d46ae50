// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { click, named, one, press, settled } from '../surface';
import { openPage, titles } from './opened-library';

const list = (root: HTMLElement) => one(root, '[role=listbox]');

/** Drags as a mouse would, onto the upper half: jsdom has no drags of its own. */
async function drag(from: Element | undefined, onto: Element | undefined): Promise<void> {
  const types: string[] = [];
  const dataTransfer = { types, effectAllowed: '', setData: (kind: string) => types.push(kind) };
  const event = (name: string) =>
    Object.assign(new MouseEvent(name, { bubbles: true, cancelable: true, clientY: -1 }), { dataTransfer });
  from?.dispatchEvent(event('dragstart'));
  onto?.dispatchEvent(event('dragover'));
  onto?.dispatchEvent(event('drop'));
  from?.dispatchEvent(event('dragend'));
  await settled();
}

test('a list is put in order by Alt and arrows, and by dragging', async () => {
  const root = await openPage();
  await click(named(root, 'Laws3'));
  list(root).focus();
  await press('ArrowDown', { altKey: true });
  expect(titles(root)).toEqual(['Second', 'First', 'Third']);
  await press('ArrowUp', { altKey: true });
  expect(titles(root)).toEqual(['First', 'Second', 'Third']);

  const rows = [...root.querySelectorAll('[role=option]')];
  await drag(rows[2], rows[0]);
  expect(titles(root)).toEqual(['Third', 'First', 'Second']);
  await press('z', { ctrlKey: true });
  expect(titles(root)).toEqual(['First', 'Second', 'Third']);
});

test('papers are dragged onto a list: added from all saved, moved from another list', async () => {
  const root = await openPage();
  await drag(one(root, '[role=option]'), named(root, 'Group0'));
  expect(named(root, 'Group1')).toBeDefined();
  expect(named(root, 'Laws3')).toBeDefined();
  await click(named(root, 'Laws3'));
  await drag(one(root, '[role=option]:last-child'), named(root, 'Group1'));
  await settled();
  expect(root.querySelector('.pane-lists')?.textContent).toMatch(/Laws2/);
});

test('lists are put in order by keyboard and by dragging', async () => {
  const root = await openPage();
  const names = () =>
    [...root.querySelectorAll('.pane-lists ul:nth-of-type(2) bdi')].map((name) => name.textContent);
  named(root, 'Group0').focus();
  await press('ArrowUp', { altKey: true });
  expect(names()).toEqual(['Group', 'Laws']);
  await drag(named(root, 'Laws3'), named(root, 'Group0'));
  expect(names()).toEqual(['Laws', 'Group']);
});
