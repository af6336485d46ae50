// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { ExplorePanel } from '@/components/explore/explore-panel';
import type { Explored, Explorer } from '@/components/explore/explorer';
import type { Finding } from '@/components/shown';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { summaryOf } from '@/components/shown';
import { MemoryReader, paperNamed } from '../memory-reader';
import { click, draw, english, named, one, settled, type } from '../surface';

const STATUS: CorpusStatus = {
  state: 'ready',
  papers: 1_000,
  date: '2026-08',
  coverage: { archives: { cs: 1_000 }, years: { 2022: 400, 2024: 600 }, facts: { code: 250, venue: 100 } },
};
const summaryNamed = (id: string, title: string) => summaryOf(paperNamed(id, title, ['A. Author']));
const found = (id: string, title: string): Finding => ({ paper: summaryNamed(id, title), matched: [] });
const FOUND: Explored = {
  hits: [found('2201.00001', 'Walks'), found('2401.00002', 'Cuts')],
  total: 1_234,
  facets: {
    year: [
      [2024, 900],
      [2022, 334],
    ],
    category: [['cs.CL', 700]],
    venue: [['Phys. Rev. Lett.', 12]],
    code: 56,
  },
};

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 600 });
});

async function openPanel(given: Partial<Explorer> = {}) {
  const search = vi.fn<Explorer['search']>(async () => FOUND);
  const explorer = { search, related: async () => [], ...given };
  const reader = new MemoryReader();
  const onOpen = vi.fn();
  const acts = { attempt: (act: () => Promise<unknown>) => void act(), undoable: vi.fn(), takeBack: vi.fn() };
  const root = await draw(
    <ExplorePanel {...{ explorer, reader, acts, onOpen }} status={STATUS} onRetryImport={vi.fn()} />,
  );
  const box = one<HTMLInputElement>(root, 'input[type=search]');
  const ask = async (words: string) => {
    await type(box, words);
    await settled();
  };
  return { root, box, ask, search, onOpen, reader };
}

const years = (root: HTMLElement) =>
  [...root.querySelectorAll('.year')].map((year) => year.getAttribute('aria-label'));
const said = (root: HTMLElement) => one(root, '.explore-said').textContent;
const yearOf = (count: string, year: number) => english('explore_year', { count, year });
const key = (element: HTMLElement, name: string, shiftKey = false) => {
  element.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true }));
  return settled();
};

test('at rest the years of all papers are shown, from what the dataset covers', async () => {
  const { root, search } = await openPanel();
  expect(years(root)).toEqual([yearOf('400', 2022), yearOf('0', 2023), yearOf('600', 2024)]);
  expect(said(root)).toBe(english('explore_rest', { count: '1,000', day: 'Aug 2026' }));
  expect(search).not.toHaveBeenCalled();
});

test('what is found is counted as it is known, with the date of the dataset', async () => {
  const answers: Explored[] = [
    FOUND,
    { ...FOUND, total: null, facets: null },
    { ...FOUND, short: true },
    { ...FOUND, corrected: 'walks ' },
    { ...FOUND, hits: [], total: 0, facets: null },
  ];
  const { root, ask } = await openPanel({ search: async () => answers.shift() ?? FOUND });
  const values = { count: '1,234', day: 'Aug 2026' };
  await ask('a');
  expect(said(root)).toBe(english('explore_count', values));
  await ask('"a b"');
  expect(said(root)).toBe(english('explore_least', { ...values, count: '2' }));
  await ask('a b');
  expect(said(root)).toBe(english('explore_short', values));
  await ask('wlaks');
  const corrected = english('search_corrected', { query: 'walks' });
  expect(said(root)).toBe(`${english('explore_count', values)}. ${corrected}`);
  await ask('zzz');
  expect(said(root)).toBe(english('popup_no_hits_to', { count: '1,000', day: 'Aug 2026' }));
});

test('a facet says how many papers it is known of, and is an operator in the box', async () => {
  const { root, box, ask, search } = await openPanel();
  await ask('walks');
  const known = english('explore_known', { all: '1,000', count: '250', share: '25%' });
  expect(root.textContent).toContain(known);
  const facet = [...root.querySelectorAll<HTMLElement>('.facet')].find(({ textContent }) =>
    textContent.includes('Phys. Rev. Lett.'),
  );
  await click(facet ?? root);
  await settled();
  expect(box.value).toBe('walks venue:"Phys. Rev. Lett."');
  expect(search).toHaveBeenLastCalledWith(box.value, 30, expect.any(AbortSignal));
});

test('years are chosen by keyboard, one or a range, and let go; the others stay to be chosen', async () => {
  const { root, box, ask, search } = await openPanel();
  await ask('walks');
  const year = (name: string) => named(root, name);
  await key(year(yearOf('334', 2022)), 'Enter');
  expect(box.value).toBe('walks year:2022');
  expect(search.mock.calls.map(([query]) => query)).toContain('walks');
  expect(years(root)).toHaveLength(3);
  expect(year(yearOf('334', 2022)).getAttribute('aria-pressed')).toBe('true');
  year(yearOf('334', 2022)).focus();
  await key(year(yearOf('334', 2022)), 'ArrowRight');
  expect(document.activeElement?.getAttribute('aria-label')).toBe(yearOf('0', 2023));
  await key(year(yearOf('900', 2024)), 'Enter', true);
  expect(box.value).toBe('walks year:2022..2024');
  await key(year(yearOf('900', 2024)), 'Escape');
  expect(box.value).toBe('walks');
});

test('the map holds two steps of related papers with the reasons, also as a list, and goes on from any', async () => {
  const related = vi.fn<Explorer['related']>(async ({ title }) => {
    const next: Record<string, readonly string[]> = { Walks: ['Cuts', 'Trees'], Trees: ['Cuts', 'Roots'] };
    return (next[title] ?? []).map((name) => ({
      paper: summaryNamed(`2305.${String(name.charCodeAt(0)).padStart(5, '0')}`, name),
      score: 1,
      reasons: [{ kind: 'term' as const, text: `word of ${name}` }],
    }));
  });
  const { root, ask } = await openPanel({ related });
  await ask('walks');
  await click(named(root, english('explore_around', { title: 'Walks' })));
  await settled();
  const dots = () => [...root.querySelectorAll('.map-paper title')].map(({ textContent }) => textContent);
  expect(dots()).toEqual(['Walks', 'Cuts', 'Trees', 'Roots']);
  const rows = [...root.querySelectorAll('.map-list .explore-row')].map(({ textContent }) => textContent);
  expect(rows[3]).toContain(english('page_reason_both', { term: 'word of Roots' }));
  expect(root.querySelectorAll('.map-edge')).toHaveLength(4);
  const at = [...root.querySelectorAll<SVGGElement>('.map-paper')].map((paper) =>
    paper.getAttribute('transform'),
  );
  expect(new Set(at).size, 'each has a place of its own').toBe(4);
  await key(one(root, '.map-paper[aria-pressed=true]'), 'ArrowRight');
  await key(one(root, '.map-paper[aria-pressed=true]'), 'ArrowLeft');
  expect(root.querySelectorAll('.map-paper[tabindex="0"]')).toHaveLength(1);
  await click(named(root, english('explore_map_close')));
  expect(root.querySelector('.map')).toBeNull();
});

test('a row opens on arXiv, and is saved', async () => {
  const { root, ask, onOpen, reader } = await openPanel();
  const save = vi.spyOn(reader, 'save');
  await ask('walks');
  await click(one(root, '.explore-open'));
  expect(onOpen).toHaveBeenCalledWith('https://arxiv.org/abs/2201.00001', 'front');
  await click(named(root, english('page_save_title', { title: 'Walks' })));
  expect(save).toHaveBeenCalledWith(FOUND.hits[0]?.paper);
});
