// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Popup, type PopupProps } from '@/components/popup/popup';
import type { Findings, SavedPaper } from '@/components/shown';
import type { CorpusStatus, DatasetErrorCode } from '@/lib/core/corpus-status';
import { extractStated } from '@/lib/extract';
import { parseVersionedId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { MemoryReader, NOTHING_MADE, paperNamed } from './memory-reader';
import { click, draw, english, named, one, press, settled, type } from './surface';

const LIST = 'laws' as ListId;
const READY: CorpusStatus = {
  state: 'ready',
  papers: 20_315,
  date: '2026-09-01',
  coverage: { archives: { 'hep-th': 412 }, years: {}, facts: {} },
};
const NOTHING_HERE: CorpusStatus = { state: 'empty', papers: 0, date: null, coverage: null };
const TITLES = ['Scaling laws', 'Scaling networks', 'Scaling <b>down</b>'];

const opened = vi.fn<PopupProps['onOpen']>();

function entryOf(id: string, title: string, status: SavedPaper['status'] = 'to-read'): SavedPaper {
  return { paper: paperNamed(id, title), status, savedAt: 0, lists: [LIST], ...NOTHING_MADE };
}

/** Finds every title that begins with the query. */
async function searchTitles(query: string): Promise<Findings> {
  const hits = TITLES.map((title, at) => ({ title, id: `2301.1344${at}` }))
    .filter(({ title }) => title.toLowerCase().startsWith(query.toLowerCase()))
    .map(({ title, id }) => ({
      paper: { ...paperNamed(id, title), authorCount: 0, year: 2023 },
      matched: [query],
    }));
  return { hits, total: hits.length };
}

async function openPopup(given: Partial<PopupProps> = {}): Promise<HTMLElement> {
  const props: PopupProps = {
    reader: new MemoryReader({ lists: [{ id: LIST, name: 'Laws' }], entries: [] }),
    status: READY,
    tabPaper: null,
    hasAccess: true,
    search: searchTitles,
    idOf: parseVersionedId,
    onOpen: opened,
    onRetryImport: vi.fn(),
    onReload: vi.fn(),
    onAskAccess: vi.fn(),
    factsOf: extractStated,
    onOpenBeside: vi.fn(),
    onOpenLibrary: vi.fn(),
    ...given,
  };
  const root = await draw(<Popup {...props} />);
  await settled();
  return root;
}

const box = (root: HTMLElement) => one<HTMLInputElement>(root, '[role=combobox]');
const rows = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[role=option]')];
const active = (root: HTMLElement) => {
  const id = box(root).getAttribute('aria-activedescendant');
  return id === null ? null : one(root, `#${id}`).textContent;
};

beforeEach(() => opened.mockClear());

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
