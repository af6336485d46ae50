import { afterEach, expect, test, vi } from 'vitest';
import { RpcError } from '@/lib/rpc/contract';
import { seed } from '../pages/papers';
import { openPage, startPage, type Answers, type OpenedPage } from './opened-page';

const { id, title } = seed('2210.02414');
const VIEWER = '<body><embed type="application/pdf"></body>';
const KNOWN: Answers = { cards: () => [{ id, title, byline: '', facts: [], code: null, saved: false }] };
let page: OpenedPage | undefined;

/** As Chrome shows a PDF: in a page of its own. */
const openPdf = (path: string, answers: Answers) =>
  openPage(path, VIEWER, answers, undefined, 'application/pdf');

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

test('the tab of a PDF is named as that of its abstract page, until that is switched off', async () => {
  page = await openPdf(`/pdf/${id}v2`, KNOWN);
  expect(document.title).toBe(`[${id}] ${title}`);
  expect(page.sent).toEqual([
    {
      method: 'cards',
      params: { references: [{ text: '', links: [`https://arxiv.org/abs/${id}`] }], byTitle: false },
    },
  ]);
  await page.switchOff('pdf-title');
  expect(document.title).toBe('');
});

test('of a paper that is not known here, or without a background, the title stays', async () => {
  page = await openPdf(`/pdf/${id}`, { cards: () => [null] });
  expect(document.title).toBe('');
  await page.leave();
  const cards = () => {
    throw new RpcError('disconnected');
  };
  page = await openPdf(`/pdf/${id}.pdf`, { cards });
  expect(document.title).toBe('');
  expect(page.problems).toEqual([]);
});

test('a page that says there is no such PDF keeps its title', async () => {
  page = await openPage(`/pdf/${id}`, '<title>No PDF for this paper</title>', KNOWN);
  expect(document.title).toBe('No PDF for this paper');
  expect(page.sent).toEqual([]);
});

test('the background is not told that papers are coming: nothing but the title is asked', async () => {
  page = startPage(`/pdf/${id}`, KNOWN, undefined, 'application/pdf');
  await page.switchOff();
  expect(page.sent.map(({ method }) => method)).toEqual(['cards']);
});
