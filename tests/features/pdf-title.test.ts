import { afterEach, expect, test, vi } from 'vitest';
import { RpcError } from '@/lib/rpc/contract';
import { seed } from '../pages/papers';
import { openPage, type OpenedPage } from './opened-page';

const { id, title } = seed('2210.02414');
const VIEWER = '<body><embed type="application/pdf"></body>';
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

test('the tab of a PDF is named as that of its abstract page, until that is switched off', async () => {
  const cards = () => [{ id, title, byline: '', facts: [], saved: false }];
  page = await openPage(`/pdf/${id}v2`, VIEWER, { cards });
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
  page = await openPage(`/pdf/${id}`, VIEWER, { cards: () => [null] });
  expect(document.title).toBe('');
  await page.leave();
  const cards = () => {
    throw new RpcError('disconnected');
  };
  page = await openPage(`/pdf/${id}.pdf`, VIEWER, { cards });
  expect(document.title).toBe('');
  expect(page.problems).toEqual([]);
});
