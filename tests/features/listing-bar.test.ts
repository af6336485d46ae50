import { afterEach, expect, test, vi } from 'vitest';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListingState, Mark, RowNote } from '@/lib/core/reading';
import { RpcError } from '@/lib/rpc/contract';
import { click, saysOf, settled } from '../components/surface';
import { SEEDS } from '../pages/papers';
import { listPage } from '../pages/template';
import { openPage, type Answers, type OpenedPage } from './opened-page';

const IDS = SEEDS.map(({ id }) => id as string);
const NEW = SEEDS.length - 3;
const LISTING = listPage(
  [
    { heading: 'New submissions', rows: SEEDS.slice(0, NEW).map((paper) => ({ paper })) },
    { heading: 'Replacements', rows: SEEDS.slice(NEW).map((paper) => ({ paper, note: 'replaced' })) },
  ],
  { name: 'Computation and Language', abstracts: true },
);
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

/** A background with a memory for marks, and notes as given. */
function memory(seen: string[] = [], notes: Partial<Record<string, Partial<RowNote>>> = {}, saved = ['']) {
  let state: ListingState = { done: null, canUndo: false, watches: 0, watching: 0 };
  let before = [...seen];
  const answers: Answers = {
    marks: ({ ids }: { ids: readonly PaperId[] }) =>
      Object.fromEntries(
        ids.map((id): [string, Mark] => [
          id,
          { saved: saved.includes(id), seen: seen.includes(id), status: null },
        ]),
      ),
    met: () => null,
    listing: () => state,
    doneTo: ({ ids }: { ids: readonly PaperId[] }) => {
      before = seen;
      seen = [...seen, ...ids];
      state = { ...state, done: { paper: ids.at(-1) ?? ('' as PaperId), on: '23 Nov 2026' }, canUndo: true };
      return state;
    },
    undoDone: () => {
      seen = before;
      state = { ...state, done: null, canUndo: false };
      return state;
    },
    rows: ({ papers }: { papers: readonly { id: string }[] }) =>
      Object.fromEntries(
        papers.map(({ id }) => [id, { watch: null, venue: null, code: false, near: null, ...notes[id] }]),
      ),
    save: () => ({ status: 'to-read', lists: 1, savedAt: 1 }),
  };
  return {
    answers,
    watch: () => {
      state = { ...state, watches: 1, watching: 1 };
    },
  };
}

async function open(answers: Answers): Promise<OpenedPage> {
  page = await openPage('/list/cs.CL/new', LISTING, answers);
  page.bringIntoView();
  await settled();
  return page;
}
/** What is drawn a moment later, after answers that came in slices. */
const says = (words: string) => vi.waitFor(() => expect(said()).toContain(words));
const shows = (ids: readonly (string | undefined)[]) => vi.waitFor(() => expect(shownIds()).toEqual(ids));
const bar = () => page?.panel('listing-bar').querySelector('.bar') ?? expect.fail('no bar');
const said = () => saysOf(bar());
const button = (name: string) =>
  [...bar().querySelectorAll('button')].find((one) => saysOf(one) === name) ??
  expect.fail(`no ${name}: ${said()}`);
const shownIds = () =>
  [...document.querySelectorAll('dt:not(.gloss-hidden) a[href*="/abs/"]')].map((link) =>
    link.getAttribute('href')?.slice(5),
  );
const lineOf = (id: string) =>
  document.querySelector(`dt a[href$="/abs/${id}"]`)?.closest('dt') ?? expect.fail(`no row ${id}`);
const press = async (target: Element, key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  await settled();
  return event;
};
async function check(index: number, on = true) {
  const box = bar().querySelectorAll<HTMLInputElement>('[type=checkbox]')[index];
  if (!box) throw new Error('no box');
  box.checked = on;
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

test('the bar has its place before the first row is there', async () => {
  await open(memory().answers);
  const host = document.querySelector('gloss-panel[data-gloss="listing-bar"]');
  expect(host?.nextElementSibling?.tagName).toBe('DL');
  expect(document.querySelectorAll('gloss-panel[data-gloss="listing-bar"]')).toHaveLength(1);
});

test('says how much is done, and resumes at the first row not seen', async () => {
  await open(memory(IDS.slice(0, 4)).answers);
  await says(`4 of ${IDS.length} done`);
  await click(button('Resume'));
  expect(document.activeElement?.getAttribute('href')).toBe(`/abs/${IDS[4]}`);
});

test('done to here marks the row and all above it, and is undone', async () => {
  const opened = await open(memory().answers);
  await press(lineOf(IDS[2] ?? '').querySelector('a[title]') ?? lineOf(IDS[2] ?? ''), 'd');
  expect(opened.sent.findLast(({ method }) => method === 'doneTo')?.params).toEqual({
    listing: 'cs.CL/new',
    ids: IDS.slice(0, 3),
  });
  await says(`3 of ${IDS.length} done`);
  await click(button('Undo'));
  await says(`0 of ${IDS.length} done`);
});

test('without a background the bar says nothing of the reader, and words still filter', async () => {
  const opened = await open({});
  await says('Filter');
  expect(said()).not.toMatch(/done|saved|Watch/);
  await click(button('Filter'));
  const input = bar().querySelector<HTMLInputElement>('[type=search]');
  if (!input) throw new Error('no words');
  input.value = 'GLM-130B';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled();
  await shows(['2210.02414']);
  expect(opened.problems).toEqual([]);
});

test('saved papers that were replaced are counted, and shown alone', async () => {
  await open(memory([], {}, [IDS[0] ?? '', IDS[NEW] ?? '']).answers);
  await says('1 of your saved papers was replaced');
  await click(button('1 of your saved papers was replaced'));
  await shows([IDS[NEW]]);
  await says(`1 of ${IDS.length} shown`);
});

test('a watch is counted and named in its row, and goes before what the row states', async () => {
  const background = memory([], { [IDS[1] ?? '']: { watch: 'Bing Qin' } });
  background.watch();
  await open(background.answers);
  await says('Watch 1');
  const marks = lineOf(IDS[1] ?? '')
    .querySelector('gloss-row')
    ?.shadowRoot?.querySelector('.marks');
  expect(saysOf(marks?.firstElementChild)).toBe('watch: Bing Qin');
  await click(button('Watch 1'));
  await shows([IDS[1]]);
});

test('where a paper came out joins at the left of what its row already says, so that nothing moves', async () => {
  const venue = { label: 'AAAI 2023', words: 'To be appear at AAAI 2023' };
  await open(memory([], { '2211.16776': { venue } }).answers);
  const words = () =>
    [
      ...(lineOf('2211.16776').querySelector('gloss-row')?.shadowRoot?.querySelectorAll('.marks > *') ?? []),
    ].map(saysOf);
  await vi.waitFor(() => expect(words()).toEqual(['AAAI 2023', 'code', 'claims SOTA']));
});

test('rows that a watch may match are counted where only watched ones are shown, and shown on demand', async () => {
  const [first, second, third] = IDS;
  const may = { mayMatch: true } as const;
  const background = memory([], {
    [first ?? '']: { watch: 'ImageNet' },
    [second ?? '']: may,
    [third ?? '']: may,
  });
  background.watch();
  await open(background.answers);
  await click(button('Filter'));
  await check(3);
  await says('1 match, 2 unknown');
  await shows([first]);
  await click(button('show'));
  await shows([first, second, third]);
});

test('rows of which nobody knows whether they state code are counted, never silently hidden', async () => {
  const notes = {
    [IDS[0] ?? '']: { code: true },
    [IDS[1] ?? '']: { code: null },
    [IDS[2] ?? '']: { code: null },
  };
  await open(memory([], notes).answers);
  await click(button('Filter'));
  await check(0);
  await says('1 state code, 2 unknown');
  await shows([IDS[0]]);
  await click(button('show'));
  await shows(IDS.slice(0, 3));
  await click(button('Show all, as arXiv has it'));
  await shows(IDS);
});

test('a row seen after the filter was chosen does not go from under the eye', async () => {
  await open(memory(IDS.slice(0, 2)).answers);
  await click(button('Filter'));
  await check(1);
  await shows(IDS.slice(2));
  await press(lineOf(IDS[3] ?? '').querySelector('a[title]') ?? lineOf(IDS[3] ?? ''), 'd');
  await says(`4 of ${IDS.length} done`);
  await shows(IDS.slice(2));
});

test('rows are put in order of closeness within their section, with why, and back', async () => {
  const near = Object.fromEntries(
    IDS.map((id, at) => [id, { near: { score: at / 10, why: `paper ${at}` } }]),
  );
  await open(memory([], near).answers);
  await click(button('Filter'));
  const order = [...bar().querySelectorAll('select')].at(-1);
  if (!order) throw new Error('no order');
  order.value = 'near';
  order.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  await shows([...IDS.slice(0, NEW).reverse(), ...IDS.slice(NEW).reverse()]);
  expect(saysOf(lineOf(IDS[3] ?? '').querySelector('gloss-row')?.shadowRoot)).toContain('like paper 3');
  await click(button('Show all, as arXiv has it'));
  await shows(IDS);
});

test('keys work in a row and in the bar, and nowhere else', async () => {
  const opened = await open(memory().answers);
  expect((await press(document.body, 'j')).defaultPrevented).toBe(false);
  expect((await press(bar(), 'j')).defaultPrevented).toBe(true);
  expect(document.activeElement?.getAttribute('href')).toBe(`/abs/${IDS[0]}`);
  await press(document.activeElement ?? document.body, 'j');
  expect(document.activeElement?.getAttribute('href')).toBe(`/abs/${IDS[1]}`);
  await press(document.activeElement ?? document.body, 's');
  expect(opened.sent.at(-1)).toMatchObject({ method: 'save', params: { paper: { id: IDS[1] } } });
  const withControl = await press(document.activeElement ?? document.body, 'd', { ctrlKey: true });
  expect(withControl.defaultPrevented).toBe(false);
});

test('an act that fails is told in the bar', async () => {
  const { answers } = memory(IDS.slice(0, 2));
  await open({
    ...answers,
    doneTo: () => {
      throw new RpcError('failed');
    },
  });
  await press(lineOf(IDS[2] ?? '').querySelector('a[title]') ?? lineOf(IDS[2] ?? ''), 'd');
  await says('Not done');
});

test('the page is as arXiv made it when the bar is switched off', async () => {
  const opened = await open(memory([], {}, [IDS[0] ?? '']).answers);
  await click(button('Filter'));
  await check(2);
  await shows([IDS[0]]);
  await opened.switchOff('listing-bar', 'listing-marks');
  await shows(IDS);
  expect(document.querySelectorAll('[data-gloss], .gloss-hidden')).toHaveLength(0);
});

test('done to here takes the rows as they stand: in another order, and without the hidden ones', async () => {
  const near = Object.fromEntries(IDS.map((id, at) => [id, { near: { score: at / 10, why: 'x' } }]));
  const opened = await open(memory([], near).answers);
  await click(button('Filter'));
  const order = [...bar().querySelectorAll('select')].at(-1);
  if (!order) throw new Error('no order');
  order.value = 'near';
  order.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  await shows([...IDS.slice(0, NEW).reverse(), ...IDS.slice(NEW).reverse()]);
  const second = IDS[NEW - 2] ?? '';
  await press(lineOf(second).querySelector('a[title]') ?? lineOf(second), 'd');
  expect(opened.sent.findLast(({ method }) => method === 'doneTo')?.params).toEqual({
    listing: 'cs.CL/new',
    ids: [IDS[NEW - 1], second],
  });
});

test('a key that is held does not mark or save again and again', async () => {
  const opened = await open(memory().answers);
  await press(lineOf(IDS[0] ?? ''), 's', { repeat: true });
  await press(lineOf(IDS[0] ?? ''), 'd', { repeat: true });
  expect(opened.sent.filter(({ method }) => method === 'save' || method === 'doneTo')).toEqual([]);
});

test('when what is watched has changed, rows are asked about anew', async () => {
  const notes: Partial<Record<string, Partial<RowNote>>> = {};
  const background = memory([], notes);
  await open(background.answers);
  notes[IDS[1] ?? ''] = { watch: 'Bing Qin' };
  background.watch();
  document.dispatchEvent(new Event('visibilitychange'));
  await says('Watch 1');
});

test('a failed question about the rows is asked again when the reader acts again', async () => {
  const { answers } = memory([], { [IDS[0] ?? '']: { code: true } });
  let isBroken = true;
  await open({
    ...answers,
    rows: (params) => {
      if (isBroken) throw new RpcError('failed');
      return answers.rows?.(params);
    },
  });
  await click(button('Filter'));
  await says('Not done');
  isBroken = false;
  await check(0);
  await shows([IDS[0]]);
});
