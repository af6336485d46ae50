// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { Findings } from '@/components/shown';
import { paperNamed } from '../memory-reader';
import { english, named, one, press, settled, type } from '../surface';
import { TITLES, opened, searchTitles, openPopup, box, rows, active } from './opened-popup';

describe('the search box', () => {
  test('has the focus when the popup opens', async () => {
    const root = await openPopup();
    expect(document.activeElement).toBe(box(root));
  });

  test('lists what it finds, the first chosen, and says how many there are', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling');
    await settled();
    expect(rows(root).map((row) => row.querySelector('.paper-title')?.textContent)).toEqual([
      ...TITLES,
      undefined,
    ]);
    expect(active(root)).toContain('Scaling laws');
    expect(one(root, '.foot [role=status]').textContent).toBe('3 papers');
  });

  test('another query that may have been meant is told, and only with what it found', async () => {
    const found = async (query: string) => ({
      ...(await searchTitles('Scaling')),
      ...(query === 'Sclaing' ? { corrected: 'scaling ' } : {}),
    });
    const root = await openPopup({ search: found });
    await type(box(root), 'Sclaing');
    await settled();
    expect(one(root, '.popup-also').textContent).toBe(english('search_corrected', { query: 'scaling' }));
    await type(box(root), 'Scaling');
    await settled();
    expect(root.querySelector('.popup-also')).toBeNull();
  });

  test('markup in a title is text', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling <');
    await settled();
    expect(rows(root)[0]?.textContent).toContain('Scaling <b>down</b>');
    expect(root.querySelector('b')).toBeNull();
  });

  test('arrows go round the rows, also to the search on arXiv', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling');
    await settled();
    await press('ArrowDown');
    expect(active(root)).toContain('Scaling networks');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(active(root)).toBe('Search arXiv itself for “Scaling”');
    await press('ArrowDown');
    expect(active(root)).toContain('Scaling laws');
    expect(rows(root).filter((row) => row.ariaSelected === 'true')).toHaveLength(1);
  });

  test('Enter opens the chosen paper, Ctrl and Enter behind', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling');
    await settled();
    await press('Enter');
    await press('ArrowDown');
    await press('Enter', { ctrlKey: true });
    expect(opened.mock.calls).toEqual([
      ['https://arxiv.org/abs/2301.13440', 'front'],
      ['https://arxiv.org/abs/2301.13441', 'behind'],
    ]);
  });

  test('Enter before the answer opens what the answer puts first', async () => {
    let answer: (findings: Findings) => void = () => undefined;
    const search = (query: string) =>
      query === 'Scaling' ? searchTitles(query) : new Promise<Findings>((done) => (answer = done));
    const root = await openPopup({ search });
    await type(box(root), 'Scaling');
    await settled();
    await type(box(root), 'Scaling n');
    await press('Enter');
    expect(opened).not.toHaveBeenCalled();
    answer(await searchTitles('Scaling n'));
    await settled();
    expect(opened.mock.calls).toEqual([['https://arxiv.org/abs/2301.13441', 'front']]);
  });

  test('an answer that comes late never replaces a newer one', async () => {
    const waiting = new Map<string, () => void>();
    const search = (query: string) =>
      new Promise<Findings>((done) => waiting.set(query, () => void searchTitles(query).then(done)));
    const root = await openPopup({ search });
    await type(box(root), 'Scaling');
    await type(box(root), 'Scaling l');
    waiting.get('Scaling l')?.();
    await settled();
    waiting.get('Scaling')?.();
    await settled();
    expect(root.querySelectorAll('.paper-title')).toHaveLength(1);
  });

  test('keys that write in an input method choose nothing', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling');
    await settled();
    await press('Enter', { isComposing: true });
    expect(opened).not.toHaveBeenCalled();
  });

  test('Esc empties the box; in an empty one it is left to the browser, which closes the popup', async () => {
    const root = await openPopup();
    await type(box(root), 'Scaling');
    await settled();
    expect((await press('Escape')).defaultPrevented).toBe(true);
    expect(box(root).value).toBe('');
    expect((await press('Escape')).defaultPrevented).toBe(false);
  });

  test('/ brings the focus back to it from anywhere, and is text inside it', async () => {
    const root = await openPopup();
    named(root, 'Lists').focus();
    expect((await press('/')).defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(box(root));
    await type(box(root), 'hep-th');
    expect((await press('/')).defaultPrevented).toBe(false);
  });

  test('gets a letter that is typed elsewhere, but no space, which presses buttons', async () => {
    const root = await openPopup();
    named(root, 'Lists').focus();
    await press(' ');
    expect(document.activeElement).toBe(named(root, 'Lists'));
    await press('g');
    expect(document.activeElement).toBe(box(root));
  });

  test('? shows the keys, and again puts them away', async () => {
    const root = await openPopup();
    await press('?');
    expect(one(root, '[role=dialog]').textContent).toContain('Open in a new tab');
    await press('Escape');
    expect(root.querySelector('[role=dialog]')).toBeNull();
    expect(document.activeElement).toBe(box(root));
  });
});

describe('an id', () => {
  test('that is not here can be opened all the same, in its version', async () => {
    const root = await openPopup();
    await type(box(root), 'arXiv:hep-th/9711200v3');
    await settled();
    expect(active(root)).toBe('Open arXiv:hep-th/9711200v3');
    await press('Enter');
    expect(opened.mock.calls).toEqual([['https://arxiv.org/abs/hep-th/9711200v3', 'front']]);
  });

  test('of a paper that was found is offered once', async () => {
    const hit = { paper: { ...paperNamed('2301.13442', 'Here'), authorCount: 0, year: 2023 }, matched: [] };
    const root = await openPopup({ search: async () => ({ hits: [hit], total: 1 }) });
    await type(box(root), '2301.13442');
    await settled();
    expect(rows(root).map((row) => row.getAttribute('href'))).toEqual([
      'https://arxiv.org/abs/2301.13442',
      'https://arxiv.org/search/?query=2301.13442&searchtype=all',
    ]);
  });
});
