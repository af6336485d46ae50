import { afterEach, expect, test, vi } from 'vitest';
import type { PaperCard, Reference } from '@/lib/core/shown';
import { htmlFeatures } from '@/lib/features/of-html';
import { click, saysOf, settled } from '../components/surface';
import { seed } from '../pages/papers';
import { htmlPage } from '../pages/html-page';
import { NOTHING_KNOWN, NOTHING_READ, openPage, type Answers, type OpenedPage } from './opened-page';

const GLM = seed('2210.02414');
const CITED = seed('2301.13442');
const HTML = htmlPage(GLM, 2, [
  { text: 'J. Hilton et al. Scaling laws for single-agent reinforcement learning.', id: CITED.id },
  { text: 'A. Nobody. Of nothing <img src=x>.' },
]);
const CARD: PaperCard = {
  id: CITED.id,
  title: 'Scaling laws for single-agent reinforcement learning',
  byline: 'J. Hilton, J. Tang +1 · 2023',
  facts: ['code'],
  code: null,
  saved: true,
};
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

const cards = ({ references }: { references: readonly Reference[] }) =>
  references.map(({ text, links }) => ([text, ...links].join().includes(CITED.id) ? CARD : null));

async function open(answers: Answers): Promise<OpenedPage> {
  page = await openPage(`/html/${GLM.id}v2`, HTML, answers, htmlFeatures);
  await settled();
  return page;
}
const pill = () => page?.panel('html-paper') ?? expect.fail('no pill');
const card = () => document.querySelector('gloss-card')?.shadowRoot?.querySelector<HTMLElement>('.card');
const citation = (number: number) =>
  document.querySelector<HTMLElement>(`cite a[href="#bib.bib${number}"]`) ?? expect.fail('no citation');

test('an HTML paper is opened, saved, and told of what it states', async () => {
  const groups = [{ name: 'Open', items: [{ ...ITEM, words: null }] }];
  const opened = await open({
    open: () => NOTHING_KNOWN,
    readFacts: () => ({ ...NOTHING_READ, groups }),
    save: () => ({ status: 'to-read', lists: 1, savedAt: 1 }),
    cards,
  });
  // Save at the end, where what comes later does not move it.
  const [facts, save] = [...pill().querySelectorAll('button')];
  if (!save || !facts) throw new Error('no buttons');
  expect([saysOf(save), facts.textContent]).toEqual(['Save', 'Facts']);
  await click(save);
  expect(saysOf(save)).toBe('Saved');
  expect(opened.sent.findLast(({ method }) => method === 'save')?.params).toMatchObject({
    paper: { id: GLM.id, title: GLM.title, authors: GLM.authors },
  });
  await click(facts);
  expect(pill().querySelector('.table')?.textContent).toContain('Code released');
});

const ITEM = { id: 'code', label: 'Code released', tone: 'stated', link: null, evidence: [] } as const;

test('each reference has a mark, and those of saved papers alone say so', async () => {
  await open({ open: () => NOTHING_KNOWN, cards });
  const marks = [...document.querySelectorAll('.ltx_bibitem > gloss-mark')];
  expect(marks.map((mark) => saysOf(mark.shadowRoot?.querySelector('span')))).toEqual(['Saved', '']);
});

test('a citation shows its reference at once, and what is known here when it comes', async () => {
  await open({ open: () => NOTHING_KNOWN, cards });
  citation(1).dispatchEvent(new Event('focusin', { bubbles: true }));
  await vi.waitFor(() => expect(saysOf(card())).toContain('J. Hilton, J. Tang +1 · 2023 · code · Saved'));
  expect(card()?.querySelector('.quote')?.textContent).toContain('J. Hilton et al.');
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(card()?.hidden).toBe(true);
});

test('coming to a citation out of view scrolls to it, and its card stays; scrolling on from the pointer puts one away', async () => {
  await open({ open: () => NOTHING_KNOWN, cards });
  const link = citation(1);
  if (!(link instanceof HTMLElement)) throw new Error('no link');
  link.focus();
  await vi.waitFor(() => expect(saysOf(card())).toContain('J. Hilton, J. Tang +1'));
  document.dispatchEvent(new Event('scroll'));
  await vi.waitFor(() => expect(saysOf(card())).toContain('J. Hilton, J. Tang +1'));
  expect(card()?.hidden).toBe(false);
  link.blur();
  citation(2).dispatchEvent(new Event('pointerover', { bubbles: true }));
  await vi.waitFor(() => expect(card()?.hidden).toBe(false));
  document.dispatchEvent(new Event('scroll'));
  expect(card()?.hidden).toBe(true);
});

test('without a background a citation still shows its reference, as text', async () => {
  const opened = await open({});
  citation(2).dispatchEvent(new Event('focusin', { bubbles: true }));
  await vi.waitFor(() => expect(card()?.textContent).toContain('Of nothing <img src=x>.'));
  expect(card()?.querySelectorAll('img')).toHaveLength(0);
  expect(pill().textContent).toBe('Gloss');
  expect(opened.problems).toEqual([]);
});

test('all follows the theme of the page', async () => {
  await open({ open: () => NOTHING_KNOWN, cards });
  document.documentElement.dataset['theme'] = 'dark';
  await settled();
  const hosts = [...document.querySelectorAll<HTMLElement>('gloss-panel, gloss-mark')];
  expect(hosts.map((host) => host.dataset['theme'])).toEqual(hosts.map(() => 'dark'));
  expect(hosts.length).toBeGreaterThan(2);
});

test('all of it goes away with the extension', async () => {
  const opened = await open({ open: () => NOTHING_KNOWN, cards });
  citation(1).dispatchEvent(new Event('focusin', { bubbles: true }));
  await vi.waitFor(() => expect(card()).toBeTruthy());
  await opened.leave();
  expect(document.querySelectorAll('[data-gloss]')).toHaveLength(0);
});
