import { afterEach, expect, test, vi } from 'vitest';
import type { SavedState } from '@/lib/core/reading';
import { RpcError, type OpenAnswer, type RpcErrorCode } from '@/lib/rpc/contract';
import { click, named, saysOf, settled } from '../components/surface';
import { seed } from '../pages/papers';
import { absPage } from '../pages/template';
import { heldBack, NOTHING_KNOWN, openPage, type Answers, type OpenedPage } from './opened-page';

const ID = '2210.02414';
const TITLE = 'GLM-130B: An Open Bilingual Pre-trained Model';
const SAVED: SavedState = { status: 'reading', lists: 2, savedAt: 1 };
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

async function openSide(answers: Answers): Promise<{ opened: OpenedPage; side: ShadowRoot }> {
  const opened = await openPage(`/abs/${ID}`, absPage(seed(ID)), answers);
  page = opened;
  return { opened, side: opened.panel('side-block') };
}

const fails = (code: RpcErrorCode) => (): never => {
  throw new RpcError(code);
};
const noteOf = (side: ShadowRoot): string => saysOf(side.querySelector('.note'));

test('a paper that is not saved can be saved, and shows where it stands then', async () => {
  const { opened, side } = await openSide({
    open: () => NOTHING_KNOWN,
    save: () => ({ ...SAVED, lists: 1 }),
  });
  await click(named(side, `Save ${TITLE}`));
  expect(saysOf(side.querySelector('.save'))).toBe('Saved');
  expect(saysOf(side.querySelector('.lists'))).toBe('in 1 list');
  expect(side.querySelector('select')?.value).toBe('reading');
  const saved = opened.sent.find(({ method }) => method === 'save');
  expect(saved?.params).toMatchObject({ paper: { id: ID, title: TITLE, version: 2 } });
});

test('the block stands right after the links to the full text', async () => {
  await openSide({ open: () => NOTHING_KNOWN });
  const host = document.querySelector('[data-gloss="side-block"]');
  expect(host?.previousElementSibling?.className).toBe('full-text');
});

test('a save that fails is taken back and said', async () => {
  const { side } = await openSide({ open: () => NOTHING_KNOWN, save: fails('failed') });
  await click(named(side, `Save ${TITLE}`));
  expect(saysOf(side.querySelector('.save'))).toBe('Save');
  expect(noteOf(side)).toBe('Not done: Gloss could not store it');
});

test('removing from the lists says how it can be undone', async () => {
  const { opened, side } = await openSide({
    open: () => ({ ...NOTHING_KNOWN, saved: SAVED }),
    unsave: () => null,
  });
  expect(saysOf(side.querySelector('.lists'))).toBe('in 2 lists');
  await click(named(side, `Saved: ${TITLE}. Remove it from your lists`));
  expect(saysOf(side.querySelector('.save'))).toBe('Save');
  expect(noteOf(side)).toContain('Save brings it back');
  expect(opened.sent.at(-1)).toEqual({ method: 'unsave', params: { id: ID } });
});

test('BibTeX goes to the clipboard, and only then is it said to be there', async () => {
  const { opened, side } = await openSide({
    open: () => NOTHING_KNOWN,
    copyText: () => ({ text: '@misc{zeng2022}' }),
  });
  await click(named(side, 'Copy BibTeX'));
  await settled();
  expect(opened.copied).toEqual(['@misc{zeng2022}']);
  expect(noteOf(side)).toBe('Copied');
});

test('a clipboard that refuses is not said to hold anything', async () => {
  const { side } = await openSide({ open: () => NOTHING_KNOWN, copyText: () => ({ text: '@misc{x}' }) });
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
  await click(named(side, 'Copy BibTeX'));
  await settled();
  expect(noteOf(side)).toBe('Not copied: the browser refused');
});

test('what the reader read before is told as the background worded it', async () => {
  const standing = 'You read v1 (3 Mar 2026). Now v3.';
  const { side } = await openSide({ open: () => ({ ...NOTHING_KNOWN, standing }) });
  expect(noteOf(side)).toBe(standing);
});

test('a background that is gone leaves the block without a word of what it cannot know', async () => {
  const { opened, side } = await openSide({});
  expect(noteOf(side)).toBe('');
  expect(side.querySelector('.lists')).toBeNull();
  expect(opened.problems).toEqual([]);
});

test('a click before the first answer stands over it', async () => {
  const first = heldBack<OpenAnswer>();
  const { side } = await openSide({ open: () => first.promise, save: () => SAVED });
  await click(named(side, `Save ${TITLE}`));
  first.resolve(NOTHING_KNOWN);
  await settled();
  expect(saysOf(side.querySelector('.save'))).toBe('Saved');
});

test('a click that fails leaves what the first answer has said meanwhile', async () => {
  const first = heldBack<OpenAnswer>();
  const save = heldBack<void>();
  const { side } = await openSide({
    open: () => first.promise,
    save: () => save.promise.then(fails('failed')),
  });
  await click(named(side, `Save ${TITLE}`));
  first.resolve({ ...NOTHING_KNOWN, saved: SAVED });
  await settled();
  expect(saysOf(side.querySelector('.lists'))).toBe('in 1 list');
  save.resolve();
  await settled();
  expect(saysOf(side.querySelector('.lists'))).toBe('in 2 lists');
});

test('a click while the page asks again stands over the answer', async () => {
  const marks = heldBack<unknown>();
  const { side } = await openSide({
    open: () => NOTHING_KNOWN,
    marks: () => marks.promise,
    save: () => SAVED,
  });
  document.dispatchEvent(new Event('visibilitychange'));
  await click(named(side, `Save ${TITLE}`));
  marks.resolve({ [ID]: { saved: false, seen: true, status: null } });
  await settled();
  expect(saysOf(side.querySelector('.save'))).toBe('Saved');
});

test('coming back to the page shows what was saved elsewhere', async () => {
  let saved: SavedState | null = null;
  const { side } = await openSide({
    open: () => ({ ...NOTHING_KNOWN, saved }),
    marks: () => ({ [ID]: { saved: saved !== null, seen: true, status: saved?.status ?? null } }),
  });
  saved = SAVED;
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(saysOf(side.querySelector('.save'))).toBe('Saved');
});
