import { beforeEach, vi } from 'vitest';
import { Popup, type PopupProps } from '@/components/popup/popup';
import type { Findings, SavedPaper } from '@/components/shown';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { extractStated } from '@/lib/extract';
import { parseVersionedId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { MemoryReader, NOTHING_MADE, paperNamed } from '../memory-reader';
import { draw, one, settled } from '../surface';

export const LIST = 'laws' as ListId;
const READY: CorpusStatus = {
  state: 'ready',
  papers: 20_315,
  date: '2026-09-01',
  coverage: { archives: { 'hep-th': 412 }, years: {}, facts: {} },
};
export const NOTHING_HERE: CorpusStatus = { state: 'empty', papers: 0, date: null, coverage: null };
export const TITLES = ['Scaling laws', 'Scaling networks', 'Scaling <b>down</b>'];

export const opened = vi.fn<PopupProps['onOpen']>();

export function entryOf(id: string, title: string, status: SavedPaper['status'] = 'to-read'): SavedPaper {
  return { paper: paperNamed(id, title), status, savedAt: 0, lists: [LIST], ...NOTHING_MADE };
}

/** Finds every title that begins with the query. */
export async function searchTitles(query: string): Promise<Findings> {
  const hits = TITLES.map((title, at) => ({ title, id: `2301.1344${at}` }))
    .filter(({ title }) => title.toLowerCase().startsWith(query.toLowerCase()))
    .map(({ title, id }) => ({
      paper: { ...paperNamed(id, title), authorCount: 0, year: 2023 },
      matched: [query],
    }));
  return { hits, total: hits.length };
}

export async function openPopup(given: Partial<PopupProps> = {}): Promise<HTMLElement> {
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

export const box = (root: HTMLElement) => one<HTMLInputElement>(root, '[role=combobox]');
export const rows = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[role=option]')];
export const active = (root: HTMLElement) => {
  const id = box(root).getAttribute('aria-activedescendant');
  return id === null ? null : one(root, `#${id}`).textContent;
};

beforeEach(() => opened.mockClear());
