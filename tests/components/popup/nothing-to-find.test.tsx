// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import type { Findings } from '@/components/shown';
import type { CorpusStatus, DatasetErrorCode } from '@/lib/core/corpus-status';
import { MemoryReader, paperNamed } from '../memory-reader';
import { click, english, named, one, settled, type } from '../surface';
import { LIST, NOTHING_HERE, TITLES, entryOf, searchTitles, openPopup, box, rows } from './opened-popup';

describe('without a hit', () => {
  test('says among how many papers, to which day, and of the archive asked for', async () => {
    const root = await openPopup();
    await type(box(root), 'zzz');
    await settled();
    expect(one(root, '.teach').textContent).toBe('Not among the 20,315 papers here (to Sep 1, 2026).');
    await type(box(root), 'cat:hep-th zzz');
    await settled();
    expect(one(root, '.teach').textContent).toBe(
      'Not among the 20,315 papers here (to Sep 1, 2026; hep-th: 412).',
    );
    await type(box(root), 'zzz cat:cs.CL');
    await settled();
    expect(one(root, '.teach').textContent).toContain('cs: 0');
  });

  test('says nothing of a query that is not answered yet', async () => {
    let answer: (findings: Findings) => void = () => undefined;
    const search = (query: string) =>
      query === 'Scal' || query === 'Scalar'
        ? new Promise<Findings>((resolve) => (answer = resolve))
        : searchTitles(query);
    const root = await openPopup({ search });
    await type(box(root), 'Scal');
    expect(root.querySelector('.teach')).toBeNull();
    expect(rows(root)).toEqual([]);
    answer(await searchTitles('Scal'));
    await settled();
    expect(rows(root)).toHaveLength(TITLES.length + 1);

    await type(box(root), 'Scali??');
    await settled();
    expect(one(root, '.teach').textContent).toContain('Not among');
    await type(box(root), 'Scalar');
    expect(root.querySelector('.teach')).toBeNull();
  });

  test('a search that fails says so, and does not say that there is nothing', async () => {
    const root = await openPopup({ search: () => Promise.reject(new Error('down')) });
    await type(box(root), 'zzz');
    await settled();
    expect(one(root, '.teach').textContent).toBe(english('popup_search_failed'));
  });
});

describe('with an empty box', () => {
  test('shows what is to be read and what was saved last, without the paper of the tab again', async () => {
    const entries = [
      entryOf('2301.00001', 'In the tab'),
      entryOf('2301.00002', 'Still to read'),
      entryOf('2301.00003', 'Read already', 'read'),
    ];
    const reader = new MemoryReader({ lists: [{ id: LIST, name: 'Laws' }], entries });
    const root = await openPopup({ reader, tabPaper: paperNamed('2301.00001', 'In the tab') });
    const groups = [...root.querySelectorAll('[role=group]')].map((group) => [
      group.getAttribute('aria-label'),
      ...[...group.querySelectorAll('.paper-title')].map((title) => title.textContent),
    ]);
    expect(groups).toEqual([
      ['To read', 'Still to read'],
      ['Recently saved', 'Read already'],
    ]);
    expect(box(root).hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('is drawn once all of it is known, so that nothing is pushed down', async () => {
    const root = await openPopup({ tabPaper: undefined });
    expect(one(root, 'main').textContent).toBe('');
  });

  test('teaches when there is nothing yet', async () => {
    const root = await openPopup();
    expect(one(root, '.teach').textContent).toBe(english('popup_teach'));
  });
});

describe('when papers cannot be searched', () => {
  const CODES: readonly DatasetErrorCode[] = [
    'bad-hash',
    'wrong-format',
    'wrong-analyser',
    'quota',
    'refused',
    'unreadable',
    'stopped',
  ];

  test.each(CODES)('%s is told with what to do, and tried again', async (code) => {
    const retried = vi.fn();
    const status: CorpusStatus = { ...NOTHING_HERE, state: 'failed', code };
    // What was refused is asked anew as a whole.
    const retry = code === 'refused' ? { onReload: retried } : { onRetryImport: retried };
    const root = await openPopup({ status, ...retry });
    expect(one(root, '.notice p').textContent.length).toBeGreaterThan(20);
    await click(named(root, 'Try again'));
    expect(retried).toHaveBeenCalledOnce();
  });

  test('an import shows how far it is', async () => {
    const root = await openPopup({ status: { ...NOTHING_HERE, state: 'importing', done: 2, total: 5 } });
    const bar = one<HTMLProgressElement>(root, '.notice progress');
    expect([bar.value, bar.max]).toEqual([2, 5]);
    expect(one(root, '.notice').textContent).toContain('Part 2 of 5');
    await type(box(root), 'zzz');
    await settled();
    expect(root.textContent).not.toContain('Not among');
  });

  test('an import of which nothing is known yet has a bar without an end', async () => {
    const root = await openPopup({ status: { ...NOTHING_HERE, state: 'importing' } });
    expect(one<HTMLProgressElement>(root, '.notice progress').position).toBe(-1);
    expect(one(root, '.notice').textContent).not.toContain('0');
  });

  test('a database that is refused is told once, with no Save that could not work', async () => {
    const reader = new MemoryReader();
    reader.trouble = 'refused';
    const status: CorpusStatus = { ...NOTHING_HERE, state: 'failed', code: 'refused' };
    const root = await openPopup({ reader, status, tabPaper: paperNamed('2301.13442', 'In the tab') });
    expect(root.querySelectorAll('.notice')).toHaveLength(1);
    expect(one(root, '.notice').textContent).toContain(english('dataset_refused'));
    expect(root.querySelector('.tab-paper')).toBeNull();
  });

  test('access that was taken back can be given again', async () => {
    const onAskAccess = vi.fn();
    const root = await openPopup({ hasAccess: false, onAskAccess });
    await click(named(root, 'Allow on arXiv'));
    expect(onAskAccess).toHaveBeenCalledOnce();
  });
});
