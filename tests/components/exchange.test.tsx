// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { Exchange, OpenedFile } from '@/components/exchange/exchange';
import type { FolderState } from '@/lib/core/backup-folder';
import { libraryOf, NOTHING_KEPT, openPage } from './library/opened-library';
import { paperNamed } from './memory-reader';
import { click, english, named, one, saysOf, settled } from './surface';

const DAY_MS = 86_400_000;

/** Files with a folder in this state; what is asked of it is noted. */
function exchangeWith(folder: FolderState): Exchange {
  const acts = { choose: vi.fn(), allow: vi.fn(), save: vi.fn(), forget: vi.fn() };
  for (const act of Object.values(acts)) act.mockResolvedValue(undefined);
  return {
    ...NOTHING_KEPT,
    kept: async () => ({
      lastBackup: null,
      snapshot: { at: 1, works: 3, isMissed: false },
      folder,
      setAside: null,
    }),
    folder: acts,
  };
}

async function chooseFile(root: HTMLElement): Promise<void> {
  const input = one<HTMLInputElement>(root, '.exchange-file input');
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'works.bib')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

/** A library page over a library that cannot be opened. */
async function openUnopened(rescue: Exchange['rescue']) {
  const onReload = vi.fn();
  const reader = libraryOf([]);
  reader.lists = (_next, failed) => {
    failed('failed');
    return () => undefined;
  };
  const exchange = { ...exchangeWith({ state: 'absent' }), rescue };
  return { root: await openPage({ reader, exchange, onReload }), onReload };
}

const chosen = (change: Partial<Extract<FolderState, { state: 'chosen' }>>): FolderState => ({
  state: 'chosen',
  name: 'Dropbox',
  last: { at: Date.now(), works: 3, checked: Date.now() },
  problem: null,
  ...change,
});

test('where the browser has no folders it says so, and what takes their place', async () => {
  const root = await openPage({ panel: 'exchange', exchange: exchangeWith({ state: 'absent' }) });
  expect(saysOf(root)).toContain(english('folder_absent'));
  expect(saysOf(root)).not.toContain(english('folder_choose'));
});

test('a chosen folder says when it was last saved into, and is saved into at a click', async () => {
  const exchange = exchangeWith(chosen({}));
  const root = await openPage({ panel: 'exchange', exchange });
  expect(saysOf(root)).toContain('Dropbox');
  expect(saysOf(root)).toMatch(/Last saved there .*: 3 papers/);
  await click(named(root, english('folder_save')));
  expect(exchange.folder.save).toHaveBeenCalledOnce();
});

test('a folder that needs permission asks for it on the library page once a day has gone without', async () => {
  const old = Date.now() - 2 * DAY_MS;
  const last = { at: old, works: 3, checked: old };
  const exchange = exchangeWith(chosen({ problem: 'permission', last }));
  const root = await openPage({ exchange });
  expect(saysOf(root)).toContain(english('folder_permission'));
  await click(named(root, english('folder_allow')));
  expect(exchange.folder.allow).toHaveBeenCalledOnce();

  const fresh = await openPage({ exchange: exchangeWith(chosen({ problem: 'permission' })) });
  expect(saysOf(fresh)).not.toContain(english('folder_permission'));
});

test('the reminder comes a month after a backup, and also where the clock was set back by more', async () => {
  const reader = libraryOf(Array.from({ length: 25 }, (_, at) => `Paper ${at}`));
  const savedAt = async (lastBackup: number) => {
    const kept = { ...(await NOTHING_KEPT.kept()), lastBackup };
    const exchange = { ...NOTHING_KEPT, kept: async () => kept };
    return saysOf(await openPage({ reader, exchange }));
  };
  const said = english('exchange_remind');
  expect(await savedAt(Date.now() - 29 * DAY_MS)).not.toContain(said);
  expect(await savedAt(Date.now() - 31 * DAY_MS)).toContain(said);
  expect(await savedAt(Date.now() + 400 * DAY_MS)).toContain(said);
});

test('a library that is gone is missed also once a paper was saved, until it is brought back', async () => {
  let isMissed = true;
  const kept = async () => ({ ...(await NOTHING_KEPT.kept()), snapshot: { at: 1, works: 300, isMissed } });
  const reader = libraryOf(['Saved since']);
  const root = await openPage({ reader, exchange: { ...NOTHING_KEPT, kept } });
  expect(saysOf(root)).toContain(english('exchange_lost'));
  isMissed = false;
  await reader.save(paperNamed('2302.00001', 'Brought back', []));
  await settled();
  expect(saysOf(root)).not.toContain(english('exchange_lost'));
});

test('what is kept is read again when the library comes to be worth a backup, and not at each save', async () => {
  const reader = libraryOf(Array.from({ length: 18 }, (_, at) => `Paper ${at}`));
  const kept = vi.fn(exchangeWith({ state: 'none' }).kept);
  const root = await openPage({ reader, exchange: { ...NOTHING_KEPT, kept } });
  await reader.save(paperNamed('2302.00001', 'One more', []));
  await settled();
  expect(kept).toHaveBeenCalledOnce();
  expect(saysOf(root)).not.toContain(english('exchange_remind'));
  await reader.save(paperNamed('2302.00002', 'And one', []));
  await settled();
  expect(kept).toHaveBeenCalledTimes(2);
  expect(saysOf(root)).toContain(english('exchange_remind'));
});

test('with a folder that is saved into, no backup is asked for', async () => {
  const titles = Array.from({ length: 25 }, (_, at) => `Paper ${at}`);
  const reader = libraryOf(titles);
  const without = await openPage({ reader, exchange: exchangeWith({ state: 'none' }) });
  expect(saysOf(without)).toContain(english('exchange_remind'));
  const withFolder = await openPage({ reader, exchange: exchangeWith(chosen({})) });
  expect(saysOf(withFolder)).not.toContain(english('exchange_remind'));
});

test('a library that cannot be opened is saved as rows before another can be begun, and that is asked twice', async () => {
  const rescue = {
    saveRows: vi.fn(async () => ({ rows: 12, unread: [] })),
    saveSnapshot: vi.fn(async () => true),
    beginAnew: vi.fn(async () => undefined),
  };
  const { root, onReload } = await openUnopened(rescue);
  expect(saysOf(root)).toContain(english('library_failed'));
  await click(named(root, english('rescue_anew_begin')));
  expect(saysOf(root)).not.toContain(english('rescue_anew_sure'));
  await click(named(root, english('rescue_rows_save')));
  expect(saysOf(root)).toContain(english('rescue_saved', { count: 12 }));
  await click(named(root, english('rescue_snapshot_save')));
  expect(rescue.saveSnapshot).toHaveBeenCalledOnce();
  await click(named(root, english('rescue_anew_begin')));
  expect(rescue.beginAnew).not.toHaveBeenCalled();
  await click(named(root, english('rescue_anew_sure')));
  expect(rescue.beginAnew).toHaveBeenCalledOnce();
  expect(onReload).toHaveBeenCalledOnce();
});

test('a library that could not be read is said to be so, and nothing can be begun in its place', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const unread = () => Promise.reject(new Error('not opened'));
  const rescue = { saveRows: vi.fn(unread), saveSnapshot: async () => true, beginAnew: vi.fn(unread) };
  const { root, onReload } = await openUnopened(rescue);
  await click(named(root, english('rescue_rows_save')));
  expect(saysOf(root)).toContain(english('rescue_unread'));
  expect(named(root, english('rescue_anew_begin'))).toHaveProperty('disabled', true);

  Object.assign(rescue, { saveRows: async () => ({ rows: 1, unread: [] }) });
  await click(named(root, english('rescue_rows_save')));
  await click(named(root, english('rescue_anew_begin')));
  await click(named(root, english('rescue_anew_sure')));
  expect(saysOf(root)).toContain(english('rescue_unread'));
  expect(onReload).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('a library that was set aside is removed when that is asked twice', async () => {
  let setAside: { at: number; rows: number } | null = { at: 5, rows: 12 };
  const kept = async () => ({ ...(await NOTHING_KEPT.kept()), setAside });
  const removeSetAside = vi.fn(async () => void (setAside = null));
  const exchange = { ...NOTHING_KEPT, kept, removeSetAside };
  const root = await openPage({ panel: 'exchange', exchange });
  await click(named(root, english('rescue_aside_remove')));
  expect(removeSetAside).not.toHaveBeenCalled();
  await click(named(root, english('rescue_aside_remove_sure')));
  expect(removeSetAside).toHaveBeenCalledExactlyOnceWith(5);
  expect(saysOf(root)).not.toContain('was set aside');
});

test('what is being brought in can be stopped, and then it is said that nothing was changed', async () => {
  const signals: AbortSignal[] = [];
  const file: OpenedFile = {
    ...{ name: 'works.bib', newLists: [], keys: [], problems: [], hasLists: false, settings: null },
    works: [
      { id: paperNamed('2302.00001', 'One', []).id, title: 'One', state: 'new', changes: [], conflicts: [] },
    ],
    bringIn: ({ signal }) => {
      signals.push(signal);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
    },
  };
  const exchange = { ...NOTHING_KEPT, openSnapshot: async () => file, open: async () => file };
  const root = await openPage({ panel: 'exchange', exchange });
  await chooseFile(root);
  await click(named(root, english('exchange_bring_in')));
  expect(saysOf(root)).not.toContain(english('exchange_stopped'));
  await click(named(root, english('dataset_stop')));
  await settled();
  expect(signals[0]?.aborted).toBe(true);
  expect(saysOf(root)).toContain(english('exchange_stopped'));
  expect(named(root, english('exchange_bring_in'))).toHaveProperty('disabled', false);
});

test('what a file changes of papers that are here is named before it is brought in', async () => {
  const { id } = paperNamed('2302.00001', 'One', []);
  const conflict = { field: 'note', mine: 'a', theirs: 'b' } as const;
  const file: OpenedFile = {
    ...{ name: 'works.bib', newLists: [], keys: [], problems: [], hasLists: false, settings: null },
    works: [{ id, title: 'One', state: 'changed', changes: ['lists', 'tags'], conflicts: [conflict] }],
    bringIn: async () => null,
  };
  const root = await openPage({ panel: 'exchange', exchange: { ...NOTHING_KEPT, open: async () => file } });
  await chooseFile(root);
  expect(saysOf(root)).toContain('One: lists, tags, note');
});
