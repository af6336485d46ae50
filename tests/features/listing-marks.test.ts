import { afterEach, expect, test, vi } from 'vitest';
import type { ListingState, Mark } from '@/lib/core/reading';
import type { PaperId } from '@/lib/core/paper-id';
import { RpcError } from '@/lib/rpc/contract';
import { click, saysOf, settled } from '../components/surface';
import { invented, seed, SEEDS } from '../pages/papers';
import { classicListPage, listPage } from '../pages/template';
import { heldBack, openPage, startPage, type Answers, type OpenedPage } from './opened-page';
import { SlowParser } from './slow-parser';

const PATH = '/list/cs.CL/new';
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const LISTING = listPage([{ heading: 'New submissions', rows: SEEDS.map((paper) => ({ paper })) }], {
  name: 'Computation and Language',
  abstracts: true,
});

const marksFor =
  (known: Partial<Record<string, Partial<Mark>>>) =>
  ({ ids }: { ids: readonly PaperId[] }): Record<string, Mark> =>
    Object.fromEntries(ids.map((id) => [id, { saved: false, seen: false, status: null, ...known[id] }]));

const LISTING_STATE: ListingState = { done: null, canUndo: false, watches: 0, watching: 0 };

async function openList(answers: Answers = {}, html = LISTING, path = PATH): Promise<OpenedPage> {
  page = await openPage(path, html, {
    marks: marksFor({}),
    met: () => null,
    listing: () => LISTING_STATE,
    ...answers,
  });
  return page;
}

function rowOf(id: string): ShadowRoot {
  const link = document.querySelector(`dt a[href$="/abs/${id}"]`);
  const root = link?.closest('dt')?.querySelector('gloss-row')?.shadowRoot;
  if (!root) throw new Error(`no row ${id}`);
  return root;
}
const marksOf = (id: string): string[] => [...rowOf(id).querySelectorAll('.marks > *')].map(saysOf);
const saveOf = (id: string): HTMLElement => {
  const button = rowOf(id).querySelector<HTMLElement>('.save');
  if (!button) throw new Error('no button');
  return button;
};
const isVeiled = (id: string): boolean => {
  const dd = document.querySelector(`dt a[href$="/abs/${id}"]`)?.closest('dt')?.nextElementSibling;
  const veil = dd?.querySelector('.list-title > gloss-veil')?.shadowRoot?.querySelector('div');
  if (!veil) throw new Error(`no veil ${id}`);
  return !veil.hidden;
};

test('no row is touched before it comes near the view', async () => {
  const opened = await openList();
  expect(document.querySelectorAll('gloss-row')).toHaveLength(0);
  const first = document.querySelector('dt');
  opened.bringIntoView(first ? [first] : []);
  expect([...document.querySelectorAll('gloss-row')].map((row) => row.parentElement)).toEqual([first]);
});

test('one message asks for all rows, each once', async () => {
  const opened = await openList();
  const asked = opened.sent.filter(({ method }) => method === 'marks');
  expect(asked.map(({ params }) => params)).toEqual([{ ids: SEEDS.map(({ id }) => id) }]);
});

test('rows show what is seen and saved, and the titles of seen ones are greyed', async () => {
  const opened = await openList({
    marks: marksFor({ '2210.02414': { saved: true, seen: true }, '2301.13442': { seen: true } }),
  });
  opened.bringIntoView();
  expect(saysOf(saveOf('2210.02414'))).toBe('Saved');
  expect(marksOf('2301.13442')[0]).toBe('seen');
  expect(isVeiled('2301.13442')).toBe(true);
  expect(isVeiled('2211.16776')).toBe(false);
});

test('rows show code and claims as the authors state them', async () => {
  const opened = await openList();
  opened.bringIntoView();
  expect(marksOf('2211.16776')).toEqual(['code', 'claims SOTA']);
  expect(marksOf('2208.04708')).toEqual(['code promised']);
  expect(marksOf('2207.07087')).toEqual([]);
});

test('a row is saved where it stands, with what the row says of the paper', async () => {
  const opened = await openList({ save: () => ({ status: 'to-read', lists: 1, savedAt: 1 }) });
  opened.bringIntoView();
  await click(saveOf('2210.02414'));
  expect(saysOf(saveOf('2210.02414'))).toBe('Saved');
  const { id, title, authors } = seed('2210.02414');
  expect(opened.sent.at(-1)).toMatchObject({ method: 'save', params: { paper: { id, title, authors } } });
});

test('a click while the page asks again stands over the answer', async () => {
  const again = heldBack<unknown>();
  let asks = 0;
  const opened = await openList({
    marks: (params) => (asks++ === 0 ? marksFor({})(params) : again.promise),
    save: () => ({ status: 'to-read', lists: 1, savedAt: 1 }),
  });
  opened.bringIntoView();
  document.dispatchEvent(new Event('visibilitychange'));
  await click(saveOf('2210.02414'));
  again.resolve(marksFor({ '2301.13442': { saved: true } })({ ids: SEEDS.map(({ id }) => id) }));
  await settled();
  expect(saysOf(saveOf('2210.02414'))).toBe('Saved');
  expect(saysOf(saveOf('2301.13442'))).toBe('Saved');
});

test('Save has its room, but says nothing, until the background has said what is saved', async () => {
  const first = heldBack<unknown>();
  const opened = await openList({ marks: () => first.promise });
  opened.bringIntoView();
  expect(saysOf(saveOf('2210.02414'))).toBe('Save');
  expect(saveOf('2210.02414').style.visibility).toBe('hidden');
  first.resolve(marksFor({})({ ids: SEEDS.map(({ id }) => id) }));
  await settled();
  expect(saveOf('2210.02414').style.visibility).toBe('');
});

test('the longest listing is asked for in messages the background answers in under 100 kB', async () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => {
    const id = `2601.${String(10_000 + at)}`;
    return `<dt><a href="/abs/${id}">arXiv:${id}</a></dt><dd><div class="list-title">x</div></dd>`;
  });
  const opened = await openList({}, `<div id="dlpage"><dl>${rows.join('')}</dl></div>`);
  const asked = opened.sent
    .filter(({ method }) => method === 'marks')
    .map(({ params }) => (params as { ids: PaperId[] }).ids);
  const known = { saved: true, seen: false, status: 'to-read' } as const;
  const ids = asked.flat();
  expect(ids).toHaveLength(rows.length);
  const longest = marksFor(Object.fromEntries(ids.map((id) => [id, known])))({ ids: ids.slice(0, 1_500) });
  expect(JSON.stringify(longest).length).toBeLessThan(100_000);
  expect(Math.max(...asked.map(({ length }) => length))).toBe(1_500);
});

test('a save that fails is taken back and said in the row', async () => {
  const opened = await openList({
    save: () => {
      throw new RpcError('failed');
    },
  });
  opened.bringIntoView();
  await click(saveOf('2210.02414'));
  expect(saysOf(saveOf('2210.02414'))).toBe('Save');
  expect(marksOf('2210.02414')).toEqual(['Not done: Gloss could not store it']);
});

test('without a background, rows still show what they state and nothing of the reader', async () => {
  page = await openPage(PATH, LISTING, {});
  page.bringIntoView();
  expect(marksOf('2211.16776')).toEqual(['code', 'claims SOTA']);
  expect(saveOf('2211.16776').style.visibility).toBe('hidden');
  expect(page.problems).toEqual([]);
});

test('rows of a page that takes long to come in are annotated, and the others as they come', async () => {
  const opened = startPage(PATH, { marks: marksFor({}), met: () => null, listing: () => LISTING_STATE });
  page = opened;
  const parser = new SlowParser(document, LISTING);
  await opened.receive(() => parser.advance('dt:nth-of-type(4)'));
  opened.bringIntoView();
  expect(document.querySelectorAll('gloss-row')).toHaveLength(0);
  await opened.takeLong();
  opened.bringIntoView();
  expect(document.querySelectorAll('gloss-row')).toHaveLength(3);
  await opened.receive(() => parser.advance());
  await opened.end();
  opened.bringIntoView();
  expect(document.querySelectorAll('gloss-row')).toHaveLength(SEEDS.length);
  const asked = opened.sent.filter(({ method }) => method === 'marks');
  expect(asked.flatMap(({ params }) => (params as { ids: string[] }).ids)).toEqual(SEEDS.map(({ id }) => id));
});

test('papers met are told of once the reader rests, in one message', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opened = await openList();
  opened.bringIntoView();
  await vi.advanceTimersByTimeAsync(2_000);
  const met = opened.sent.filter(({ method }) => method === 'met');
  expect(met.map(({ params }) => (params as { papers: unknown[] }).papers.length)).toEqual([SEEDS.length]);
});

test('coming back to the listing shows what was opened from it', async () => {
  const known: Record<string, Partial<Mark>> = {};
  const opened = await openList({ marks: (params) => marksFor(known)(params) });
  opened.bringIntoView();
  known['2301.13442'] = { seen: true };
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(marksOf('2301.13442')).toEqual(['seen']);
});

test('the markup of before 2024 is annotated too', async () => {
  const opened = await openList({}, classicListPage(SEEDS, 'Computation and Language'), '/list/cs.CL/recent');
  opened.bringIntoView();
  expect(document.querySelectorAll('gloss-row')).toHaveLength(SEEDS.length);
});

test('hostile text in a row is text', async () => {
  const hostile = invented('2601.90666', {
    title: '<img src=x onerror="alert(1)"> \u202Eevil',
    abstract: 'Our code is available at https://github.com/a/<script>alert(1)</script> .',
    comments: 'Accepted at <b>ICML</b> 2025',
  });
  const html = listPage([{ rows: [{ paper: hostile }] }], { name: 'x', abstracts: true });
  const opened = await openList({}, html);
  opened.bringIntoView();
  const root = rowOf(hostile.id);
  expect(root.querySelectorAll('img, script, b')).toHaveLength(0);
});

test('all of it goes away with the extension', async () => {
  const opened = await openList({ marks: marksFor({ '2301.13442': { seen: true } }) });
  opened.bringIntoView();
  await opened.leave();
  expect(document.querySelectorAll('[data-gloss]')).toHaveLength(0);
});
