// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Exchange } from '@/components/exchange/exchange';
import { LibraryPage, type LibraryPageProps } from '@/components/library/library-page';
import type { SavedPaper } from '@/components/shown';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { ListId } from '@/lib/core/reading';
import type { SettingsProps } from '@/components/library/settings-panel';
import { entryMatcher } from '@/lib/library';
import { MemoryReader, NOTHING_MADE, paperNamed } from './memory-reader';
import { click, draw, english, named, one, press, settled, type } from './surface';

const LAWS = 'laws' as ListId;
const GROUP = 'group' as ListId;
const READY: CorpusStatus = {
  state: 'ready',
  papers: 20_315,
  date: '2026-09-01',
  coverage: null,
};

function entriesNamed(titles: readonly string[]): SavedPaper[] {
  return titles.map((title, at) => ({
    paper: { ...paperNamed(`2301.${10_000 + at}`, title, ['A. Author']), abstract: `About ${title}` },
    status: 'to-read',
    savedAt: Date.UTC(2026, 0, 2),
    lists: [LAWS],
    ...NOTHING_MADE,
  }));
}

const LISTS = [
  { id: LAWS, name: 'Laws' },
  { id: GROUP, name: 'Group' },
];

function libraryOf(titles: readonly string[]): MemoryReader {
  return new MemoryReader({ lists: LISTS, entries: entriesNamed(titles) });
}

/** No backup, no snapshot: nothing to say over the library. */
const NOTHING_KEPT: Exchange = {
  write: async () => undefined,
  open: async () => ({ problem: { line: 0, code: 'unknown-format', detail: '' } }),
  backup: async () => undefined,
  kept: async () => ({ lastBackup: null, snapshot: null }),
  openSnapshot: async () => ({ problem: { line: 0, code: 'unknown-format', detail: '' } }),
};

const NO_DATASETS: LibraryPageProps['datasets'] = {
  packs: () => () => undefined,
  add: async () => ({ state: 'failed', code: 'stopped' }),
  verify: async () => ({ state: 'stopped', parts: 0 }),
  remove: async () => undefined,
};

async function openPage(given: Partial<LibraryPageProps> = {}): Promise<HTMLElement> {
  const props: LibraryPageProps = {
    panel: 'library',
    reader: libraryOf(['First', 'Second', 'Third']),
    exchange: NOTHING_KEPT,
    status: READY,
    bytesUsed: 18_400_000,
    datasets: NO_DATASETS,
    settings: null,
    matcherOf: (words) => entryMatcher(words, { listNames: new Map() }),
    onCopyBibtex: vi.fn(async () => undefined),
    onOpen: vi.fn(),
    onRetryImport: vi.fn(),
    onReload: vi.fn(),
    ...given,
  };
  const root = await draw(<LibraryPage {...props} />);
  await settled();
  return root;
}

const titles = (root: HTMLElement) =>
  [...root.querySelectorAll('[role=option] .paper-title')].map((title) => title.textContent);
const detail = (root: HTMLElement) => root.querySelector('.detail-title')?.textContent;

beforeEach(() => {
  // jsdom has no layout: every box is as high as a window, every row 50 pixels.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(50);
});

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

const list = (root: HTMLElement) => one(root, '[role=listbox]');
const marks = (root: HTMLElement) => root.querySelectorAll('[role=option][aria-selected=true]').length;

async function choose(select: HTMLElement, value: string): Promise<void> {
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

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
  await choose(named(root, english('marked_export')), 'ris');
  expect(write).toHaveBeenCalledExactlyOnceWith({ ids: ['2301.10000'] }, 'ris', true);
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
  expect(detail(root)).toBe('Third');
  await type(named(root, english('library_filter')), 'zzz');
  expect(one(root, '.pane-entries .teach').textContent).toBe(english('library_none_match'));
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

const SETTINGS: SettingsProps = {
  switches: [],
  watches: [{ kind: 'author', text: 'Bing Qin' }],
  historyDays: null,
  theme: 'system',
  shortcuts: [{ name: 'Save', keys: 'Alt+Shift+L' }],
  onSwitch: vi.fn(async () => undefined),
  onWatches: vi.fn(async () => undefined),
  onHistoryDays: vi.fn(async () => undefined),
  onTheme: vi.fn(async () => undefined),
  onForget: vi.fn(async () => undefined),
  onChangeShortcuts: vi.fn(),
};

test('a switch is turned by its name, and says what it does', async () => {
  const hint = 'The line under an abstract.';
  const switches = [{ id: 'stated-facts', group: 'pages' as const, name: 'Stated facts', hint, on: true }];
  const root = await openPage({ panel: 'settings', settings: { ...SETTINGS, switches } });
  const box = one<HTMLInputElement>(root, '#switch-stated-facts');
  expect(one(root, `#${box.getAttribute('aria-describedby')}`).textContent).toBe(hint);
  await click(box);
  expect(SETTINGS.onSwitch).toHaveBeenCalledWith('stated-facts', false);
});

test('watches are added, each once, and removed', async () => {
  const root = await openPage({ panel: 'settings', settings: SETTINGS });
  await type(named(root, english('watch_words')), 'bing qin');
  one<HTMLFormElement>(root, '.watch-new').requestSubmit();
  await settled();
  expect(SETTINGS.onWatches).not.toHaveBeenCalled();
  await choose(named(root, english('watch_kind')), 'category');
  await type(named(root, english('watch_words')), ' hep-th ');
  one<HTMLFormElement>(root, '.watch-new').requestSubmit();
  await settled();
  expect(SETTINGS.onWatches).toHaveBeenCalledWith([
    ...SETTINGS.watches,
    { kind: 'category', text: 'hep-th' },
  ]);
  await click(named(root, english('watch_remove', { watch: 'Bing Qin' })));
  expect(SETTINGS.onWatches).toHaveBeenLastCalledWith([]);
});

test('forgetting visits is asked twice, and said', async () => {
  const root = await openPage({ panel: 'settings', settings: SETTINGS });
  await click(named(root, english('history_forget_all')));
  expect(SETTINGS.onForget).not.toHaveBeenCalled();
  await click(named(root, english('library_cancel')));
  await click(named(root, english('history_forget_today')));
  await click(named(root, english('history_forget_today')));
  expect(SETTINGS.onForget).toHaveBeenCalledExactlyOnceWith('today');
  expect(one(root, '.history-said').textContent).toBe(english('history_forgotten'));
});
