import { expect, test } from 'vitest';
import { searchOf } from '@/entrypoints/popup/search';
import type { Kept } from '@/entrypoints/own-pages/kept-entries';
import { ownSets } from '@/entrypoints/own-pages/own-sets';
import type { ListId } from '@/lib/core/reading';
import type { Entry } from '@/lib/library';
import type { SearchOptions, SearchResult } from '@/lib/search';
import { NO_FACTS } from '@/lib/search';
import { idOf, paperOf } from '../library/fresh-library';

const GROUP = 'group' as ListId;
const SIGNAL = new AbortController().signal;

function entryOf(id: string, title: string, made: Partial<Entry> = {}): Entry {
  const nothing = { lists: [], tags: [], note: '', key: id, cited: null };
  return { paper: paperOf(id, { title }), status: 'to-read', savedAt: 0, ...nothing, ...made };
}

function hitOf(id: string, score: number): SearchResult['hits'][number] {
  const { title, authors, categories } = paperOf(id);
  const paper = { id: idOf(id), title, authors, authorCount: 1, categories, year: 2023 };
  return { paper, facts: NO_FACTS, score, why: [], matched: [] };
}

async function found(
  query: string,
  entries: readonly Entry[],
  hits: SearchResult['hits'],
  isReadable = true,
) {
  const asked: SearchOptions[] = [];
  const here = new Set(hits.map(({ paper }) => paper.id));
  const kept: Kept = { entries, listNames: new Map([[GROUP, 'Group']]), seen: new Set() };
  const search = searchOf({
    kept: () => (isReadable ? Promise.resolve(kept) : Promise.reject(new Error('refused'))),
    corpus: {
      search: async (_query, options) => {
        asked.push(options);
        return { query, hits, total: hits.length, facets: null, corrected: 'scaled' };
      },
      summaries: async (ids) =>
        ids.map((id) => (here.has(id) ? hits.find(({ paper }) => paper.id === id)?.paper : undefined)),
    },
  });
  const findings = await search(query, SIGNAL);
  return {
    ids: findings.hits.map(({ paper }) => paper.id),
    total: findings.total,
    findings,
    asked: asked[0],
  };
}

test('of equally good papers the saved one comes first, and a better one stays before it', async () => {
  const hits = [hitOf('2301.00001', 100), hitOf('2301.00002', 80), hitOf('2301.00003', 79.5)];
  const { ids } = await found('paper', [entryOf('2301.00003', 'Paper 2301.00003')], hits);
  expect(ids).toEqual(['2301.00001', '2301.00003', '2301.00002']);
});

test('a paper that was met and is in the dataset too counts once, and what may have been meant is told', async () => {
  const { asked, findings } = await found('scaling', [], [hitOf('2301.00001', 100)]);
  expect(asked?.distinct).toBe(true);
  expect(findings.corrected).toBe('scaled');
});

test('a saved paper that the dataset does not know is found, and counted', async () => {
  const own = entryOf('2301.00009', 'Scaling laws');
  const { ids, total } = await found('scaling', [own], [hitOf('2301.00001', 100)]);
  expect(ids).toEqual(['2301.00009', '2301.00001']);
  expect(total).toBe(2);
});

test('what only the note speaks of comes last', async () => {
  const own = entryOf('2301.00009', 'Scaling laws', { note: 'compare with attention' });
  const { ids } = await found('attention', [own], [hitOf('2301.00001', 100)]);
  expect(ids).toEqual(['2301.00001', '2301.00009']);
});

test('operators of the reader’s own are answered from the library, in the dataset too', async () => {
  const own = entryOf('2301.00009', 'Scaling laws', { lists: [GROUP], tags: ['cite'] });
  const other = entryOf('2301.00008', 'Scaling networks');
  const inList = await found('list:group', [own, other], []);
  expect(inList.ids).toEqual(['2301.00009']);
  expect(inList.asked?.lists?.get('Group')).toEqual(new Set(['2301.00009']));
  expect(inList.asked?.tags?.get('cite')).toEqual(new Set(['2301.00009']));
  expect((await found('is:saved scaling -tag:cite', [own, other], [])).ids).toEqual(['2301.00008']);
});

test('all of one’s own that match are counted, not only those shown', async () => {
  const own = Array.from({ length: 12 }, (_, index) => entryOf(`2301.001${10 + index}`, 'Scaling laws'));
  const { ids, total } = await found('scaling', own, [hitOf('2301.00001', 100)]);
  expect(ids).toHaveLength(6);
  expect(total).toBe(13);
});

test('a library that cannot be read is no empty one where the query asks for it', async () => {
  const hits = [hitOf('2301.00001', 100)];
  expect((await found('paper', [], hits, false)).ids).toEqual(['2301.00001']);
  await expect(found('is:saved paper', [], hits, false)).rejects.toThrow('refused');
});

test('the sets that operators stand for are made once for what is kept, and anew when it changes', () => {
  const kept: Kept = {
    entries: [entryOf('2301.00001', 'One', { lists: [GROUP], tags: ['x'] })],
    listNames: new Map([[GROUP, 'Group']]),
    seen: new Set(),
  };
  const sets = ownSets(kept);
  expect(ownSets(kept)).toBe(sets);
  const more = ownSets({
    ...kept,
    entries: [...kept.entries, entryOf('2301.00002', 'Two', { lists: [GROUP] })],
  });
  expect(sets.lists?.get('Group')).toEqual(new Set(['2301.00001']));
  expect(more.lists?.get('Group')).toEqual(new Set(['2301.00001', '2301.00002']));
});
