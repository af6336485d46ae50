import { afterEach, expect, test, vi } from 'vitest';
import type { PaperCard, Reference } from '@/lib/core/shown';
import { press, saysOf } from '../components/surface';
import { seed } from '../pages/papers';
import { absPage, authorPage, listPage, searchPage } from '../pages/template';
import { NOTHING_KNOWN, openPage, type Answers, type OpenedPage } from './opened-page';

const SHOWN = seed('2210.02414');
const OTHER = seed('2301.13442');
const CARD: PaperCard = {
  id: OTHER.id,
  title: OTHER.title,
  byline: 'J. Hilton, J. Tang +1 · 2023',
  facts: [],
  code: null,
  saved: true,
};
const ANSWERS: Answers = {
  open: () => NOTHING_KNOWN,
  marks: () => ({}),
  met: () => null,
  cards: ({ references }: { references: readonly Reference[] }) =>
    references.map(({ links }) => (links.join().includes(OTHER.id) ? CARD : null)),
};
const ROWS = [{ rows: [{ paper: SHOWN }] }];
const PAGES: readonly [string, string][] = [
  [`/abs/${SHOWN.id}`, absPage(SHOWN)],
  ['/list/cs.CL/new', listPage(ROWS, { name: 'x' })],
  ['/a/tang_j_1', authorPage('J. Tang', [SHOWN])],
  ['/search/?query=glm&searchtype=all', searchPage('glm', [SHOWN])],
  ['/archive/astro-ph', '<p>Astrophysics</p>'],
];
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

const card = () => document.querySelector('gloss-card')?.shadowRoot?.querySelector<HTMLElement>('.card');
const asked = () => page?.sent.filter(({ method }) => method === 'cards') ?? [];

/** The keyboard comes to a link in the page, put there when there is none. */
function come(href: string, place: Element = document.body): void {
  const link = document.createElement('a');
  link.href = href;
  place.append(link);
  link.focus();
}

test.each(PAGES)('on %s a link to another paper shows what is known here of it', async (path, html) => {
  page = await openPage(path, html, ANSWERS);
  expect(card()).toBeUndefined();
  come(`https://arxiv.org/pdf/${OTHER.id}v2`);
  await vi.waitFor(() => expect(saysOf(card())).toContain(OTHER.title));
  expect(saysOf(card())).toContain('J. Hilton, J. Tang +1 · 2023 · Saved');
  await page.switchOff('link-cards');
  expect(card()).toBeUndefined();
});

test('no card has text that a page could search for', async () => {
  page = await openPage(`/abs/${SHOWN.id}`, absPage(SHOWN), ANSWERS);
  come(`/abs/${OTHER.id}`);
  await vi.waitFor(() => expect(saysOf(card())).toContain(OTHER.title));
  expect(card()?.textContent).toBe('');
});

test('links to the paper itself, to that of the own row and to no paper ask nothing', async () => {
  page = await openPage('/list/cs.CL/new', listPage(ROWS, { name: 'x' }), ANSWERS);
  const own = document.querySelector('dt') ?? expect.fail('no row');
  come(`/pdf/${SHOWN.id}`, own);
  come('/list/cs.CL/recent');
  come('https://example.org/abs/2301.13442');
  await page.leave();
  page = await openPage(`/abs/${SHOWN.id}v2`, absPage(SHOWN), ANSWERS);
  come(`/abs/${SHOWN.id}v1`);
  expect(asked()).toEqual([]);
});

test('of a paper that is not known here nothing is shown', async () => {
  page = await openPage(`/abs/${SHOWN.id}`, absPage(SHOWN), ANSWERS);
  come('/abs/2601.00001');
  await vi.waitFor(() => expect(asked()).toHaveLength(1));
  await page.receive(() => undefined);
  expect(card()?.hidden ?? true).toBe(true);
});

test('what is known of a link is asked once', async () => {
  page = await openPage(`/abs/${SHOWN.id}`, absPage(SHOWN), ANSWERS);
  for (const times of [1, 2]) {
    come(`/abs/${OTHER.id}?time=${times}`);
    await vi.waitFor(() => expect(card()?.hidden).toBe(false));
    come('/abs/2210.02414');
    expect(card()?.hidden).toBe(true);
  }
  expect(asked()).toHaveLength(1);
});

test.each<[string, () => void]>([
  ['the reader was elsewhere', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['something was clicked', () => document.body.dispatchEvent(new Event('click'))],
  [
    'a key was typed',
    () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true })),
  ],
])('when %s, what is known of a link is asked again', async (_name, happens) => {
  let saved = true;
  page = await openPage(`/abs/${SHOWN.id}`, absPage(SHOWN), {
    ...ANSWERS,
    cards: () => [{ ...CARD, saved }],
  });
  come(`/abs/${OTHER.id}`);
  await vi.waitFor(() => expect(saysOf(card())).toContain('Saved'));
  saved = false;
  happens();
  come(`/abs/${OTHER.id}?again`);
  await vi.waitFor(() => expect(asked()).toHaveLength(2));
  await vi.waitFor(() => expect(card()?.hidden).toBe(false));
  expect(saysOf(card())).not.toContain('Saved');
});

test('a paper that was not known is asked for again', async () => {
  let isKnown = false;
  page = await openPage(`/abs/${SHOWN.id}`, absPage(SHOWN), {
    ...ANSWERS,
    cards: () => [isKnown ? CARD : null],
  });
  come(`/abs/${OTHER.id}`);
  await vi.waitFor(() => expect(asked()).toHaveLength(1));
  await page.receive(() => undefined);
  isKnown = true;
  come(`/abs/${OTHER.id}?again`);
  await vi.waitFor(() => expect(saysOf(card())).toContain(OTHER.title));
});

const CODE = 'https://github.com/a/b';
const withCode: Answers = { ...ANSWERS, cards: () => [{ ...CARD, facts: ['code'], code: CODE }] };
const host = () => document.querySelector('gloss-card') ?? expect.fail('no card');
const link = () => card()?.querySelector<HTMLAnchorElement>('a') ?? expect.fail('no link');
const over = (target: Element) => target.dispatchEvent(new Event('pointerover', { bubbles: true }));

test('a card leads to the code, by keyboard as if it stood behind its link', async () => {
  page = await openPage(`/abs/${SHOWN.id}`, absPage(SHOWN), withCode);
  come(`/abs/${OTHER.id}`);
  const origin = document.activeElement;
  await vi.waitFor(() => expect(link().href).toBe(CODE));
  expect([link().dataset['says'], link().textContent]).toEqual(['github.com/a/b', '']);
  expect((await press('Tab')).defaultPrevented).toBe(true);
  expect(host().shadowRoot?.activeElement).toBe(link());
  expect(card()?.hidden).toBe(false);
  expect((await press('Tab')).defaultPrevented).toBe(false);
  expect(document.activeElement).toBe(origin);
});

test('a card that leads somewhere waits for the pointer to come to it', async () => {
  page = await openPage(`/abs/${SHOWN.id}`, absPage(SHOWN), withCode);
  come(`/abs/${OTHER.id}`);
  await vi.waitFor(() => expect(card()?.hidden).toBe(false));
  vi.useFakeTimers();
  over(document.body);
  over(host());
  vi.runAllTimers();
  expect(card()?.hidden).toBe(false);
  over(document.body);
  expect(card()?.hidden).toBe(false);
  vi.runAllTimers();
  expect(card()?.hidden).toBe(true);
  vi.useRealTimers();
});
