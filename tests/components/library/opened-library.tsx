import { beforeEach, vi } from 'vitest';
import type { Exchange } from '@/components/exchange/exchange';
import { LibraryPage, type LibraryPageProps } from '@/components/library/library-page';
import type { SavedPaper } from '@/components/shown';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { ListId } from '@/lib/core/reading';
import { entryFilter } from '@/lib/library';
import { MemoryReader, NOTHING_MADE, paperNamed } from '../memory-reader';
import { draw, settled } from '../surface';

export const LAWS = 'laws' as ListId;
export const GROUP = 'group' as ListId;
const READY: CorpusStatus = {
  state: 'ready',
  papers: 20_315,
  date: '2026-09-01',
  coverage: null,
};

export function entriesNamed(titles: readonly string[]): SavedPaper[] {
  return titles.map((title, at) => ({
    paper: { ...paperNamed(`2301.${10_000 + at}`, title, ['A. Author']), abstract: `About ${title}` },
    status: 'to-read',
    savedAt: Date.UTC(2026, 0, 2),
    lists: [LAWS],
    ...NOTHING_MADE,
  }));
}

export const LISTS = [
  { id: LAWS, name: 'Laws' },
  { id: GROUP, name: 'Group' },
];

export function libraryOf(titles: readonly string[]): MemoryReader {
  return new MemoryReader({ lists: LISTS, entries: entriesNamed(titles) });
}

const NOTHING = async () => undefined;

/** No backup, no snapshot: nothing to say over the library. */
export const NOTHING_KEPT: Exchange = {
  write: async () => undefined,
  open: async () => ({ problem: { line: 0, code: 'unknown-format', detail: '' } }),
  backup: async () => undefined,
  kept: async () => ({ lastBackup: null, snapshot: null, folder: { state: 'absent' }, setAside: null }),
  folder: { choose: NOTHING, allow: NOTHING, save: NOTHING, forget: NOTHING },
  openSetAside: async () => ({ problem: { line: 0, code: 'unknown-format', detail: '' } }),
  removeSetAside: NOTHING,
  rescue: { saveRows: async () => null, saveSnapshot: async () => false, beginAnew: NOTHING },
  openSnapshot: async () => ({ problem: { line: 0, code: 'unknown-format', detail: '' } }),
};

const NO_DATASETS: LibraryPageProps['datasets'] = {
  packs: () => () => undefined,
  add: async () => ({ state: 'failed', code: 'stopped' }),
  verify: async () => ({ state: 'stopped', parts: 0 }),
  remove: async () => undefined,
};

export async function openPage(given: Partial<LibraryPageProps> = {}): Promise<HTMLElement> {
  const props: LibraryPageProps = {
    panel: 'library',
    reader: libraryOf(['First', 'Second', 'Third']),
    exchange: NOTHING_KEPT,
    status: READY,
    bytesUsed: 18_400_000,
    datasets: NO_DATASETS,
    explorer: { search: () => new Promise(() => undefined), related: async () => [] },
    settings: null,
    filterOf: (words) => entryFilter(words, { listNames: new Map() }),
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

export const titles = (root: HTMLElement) =>
  [...root.querySelectorAll('[role=option] .paper-title')].map((title) => title.textContent);
export const detail = (root: HTMLElement) => root.querySelector('.detail-title')?.textContent;

beforeEach(() => {
  // jsdom has no layout: every box is as high as a window, every row 50 pixels.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(50);
});

export async function choose(select: HTMLElement, value: string): Promise<void> {
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}
