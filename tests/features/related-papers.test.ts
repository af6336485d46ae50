import { afterEach, expect, test, vi } from 'vitest';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { RelatedRow } from '@/lib/core/shown';
import { parsePaperId, type PaperId } from '@/lib/core/paper-id';
import { RpcError } from '@/lib/rpc/contract';
import { click, named, saysOf, settled } from '../components/surface';
import { OLD_STYLE, seed } from '../pages/papers';
import { absPage } from '../pages/template';
import { NOTHING_KNOWN, openPage, type Answers, type OpenedPage } from './opened-page';

let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const idOf = (text: string): PaperId => {
  const id = parsePaperId(text);
  if (id === undefined) throw new Error(text);
  return id;
};

const row = (id: string, title: string, more: Partial<RelatedRow> = {}): RelatedRow => ({
  id: idOf(id),
  title,
  byline: 'A. Zeng, X. Liu +10 · 2026',
  reasons: [],
  saved: false,
  ...more,
});

const FOUND = [
  row('2601.90003', 'Third', { reasons: ['both: INT4 quantization', 'shares Aohan Zeng'], saved: true }),
  row('2601.90001', 'First'),
  row('2601.90002', 'Second'),
  row('hep-th/9711200', 'Fourth'),
];

async function openRelated(answers: Answers): Promise<{ opened: OpenedPage; root: ShadowRoot }> {
  const opened = await openPage('/abs/2210.02414', absPage(seed('2210.02414')), answers);
  page = opened;
  return { opened, root: opened.panel('related-papers') };
}

const lineOf = (root: ShadowRoot): string => saysOf(root.querySelector('.found'));
const titlesOf = (root: ShadowRoot): (string | null)[] =>
  [...root.querySelectorAll('.title')].map((title) => title.textContent);
const withCorpus = (corpus: Partial<CorpusStatus>): Answers => ({
  open: () => ({ ...NOTHING_KNOWN, corpus: { ...NOTHING_KNOWN.corpus, papers: 0, date: null, ...corpus } }),
});

test('the line counts what is saved apart and says to which day the dataset goes', async () => {
  const { root } = await openRelated({
    open: () => ({ ...NOTHING_KNOWN, related: FOUND }),
  });
  expect(lineOf(root)).toBe('1 you saved · 3 more');
  expect(root.querySelector('.date')?.textContent).toContain('2026');
  expect(titlesOf(root)).toEqual([]);
});

test('unfolded, saved ones come first, three rows, then the others', async () => {
  const { root } = await openRelated({
    open: () => ({ ...NOTHING_KNOWN, related: FOUND }),
  });
  await click(named(root, '1 you saved · 3 more'));
  expect(titlesOf(root)).toEqual(['Third', 'First', 'Second']);
  await click(named(root, '1 more'));
  expect(titlesOf(root)).toEqual(['Third', 'First', 'Second', 'Fourth']);
  expect(root.querySelector<HTMLAnchorElement>('li:last-child .title')?.href).toBe(
    'https://arxiv.org/abs/hep-th/9711200',
  );
});

test('a row says who wrote it and why it is there', async () => {
  const { root } = await openRelated({ open: () => ({ ...NOTHING_KNOWN, related: [FOUND[0]] }) });
  await click(named(root, '1 you saved'));
  expect(root.querySelector('.about')?.textContent).toBe('A. Zeng, X. Liu +10 · 2026');
  const reasons = [...root.querySelectorAll('.reasons > span')].map((reason) => reason.textContent);
  expect(reasons).toEqual(['both: INT4 quantization', 'shares Aohan Zeng']);
});

test('a save that fails is taken back and said', async () => {
  const { root } = await openRelated({
    open: () => ({ ...NOTHING_KNOWN, related: FOUND }),
    saveKnown: () => {
      throw new RpcError('failed');
    },
  });
  await click(named(root, '1 you saved · 3 more'));
  await click(named(root, 'Save Second'));
  expect(saysOf(named(root, 'Save Second'))).toBe('Save');
  expect(root.querySelector('[role=alert]')?.textContent).toBe('Not done: Gloss could not store it');
});

test.each([
  ['importing, in parts', { state: 'importing', done: 3, total: 7 }, 'the dataset is being brought in, 42%'],
  ['importing, not yet begun', { state: 'importing' }, 'the dataset is being brought in'],
  ['none', { state: 'empty' }, 'no dataset yet'],
  [
    'failed',
    { state: 'failed', code: 'quota' },
    'the dataset could not be brought in; Gloss in the toolbar says why',
  ],
] as const)('a dataset that is %s is told as that', async (_name, corpus, words) => {
  const { root } = await openRelated(withCorpus(corpus));
  expect(lineOf(root)).toBe(words);
});

test('none among the papers here is not told as none at all', async () => {
  const { root } = await openRelated({ open: () => NOTHING_KNOWN });
  expect(lineOf(root)).toMatch(/^no related papers among the 20.010 here$/);
});

test('papers that could not be looked up are not told as none', async () => {
  const { opened, root } = await openRelated({ open: () => ({ ...NOTHING_KNOWN, related: null }) });
  expect(lineOf(root)).toBe('');
  expect(opened.problems).toEqual([]);
});

test('when the dataset has come in, the page shows it without a reload', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let isIn = false;
  const importing = { state: 'importing', papers: 0, date: null, coverage: null } as const;
  const opening = openPage('/abs/2210.02414', absPage(seed('2210.02414')), {
    open: () => (isIn ? { ...NOTHING_KNOWN, related: FOUND } : { ...NOTHING_KNOWN, corpus: importing }),
  });
  const opened = await opening;
  page = opened;
  isIn = true;
  await vi.advanceTimersByTimeAsync(2_500);
  await settled();
  expect(lineOf(opened.panel('related-papers'))).toBe('1 you saved · 3 more');
});

test('a background that is gone leaves the line empty', async () => {
  const { opened, root } = await openRelated({});
  expect(lineOf(root)).toBe('');
  expect(opened.problems).toEqual([]);
});

test('a failing background is reported once and stops no other feature', async () => {
  const { opened, root } = await openRelated({
    open: () => {
      throw new RpcError('failed', 'broken');
    },
  });
  expect(lineOf(root)).toBe('');
  expect(opened.hasPanel('stated-facts')).toBe(true);
  expect(opened.problems).toHaveLength(1);
});

test.each([
  ['an old-style id', `/abs/${OLD_STYLE.id}`, absPage(OLD_STYLE)],
  ['a page without the arXivLabs tabs', '/abs/2210.02414', absPage(seed('2210.02414'), { labs: false })],
  ['tabs above the abstract', '/abs/2210.02414', absPage(seed('2210.02414'), { labsAbove: true })],
])('with %s the line stands under the submission history', async (_name, path, html) => {
  page = await openPage(path, html);
  const host = document.querySelector('[data-gloss="related-papers"]');
  expect(host?.previousElementSibling?.className).toBe('submission-history');
  expect(document.querySelectorAll('[data-gloss="related-papers"]')).toHaveLength(1);
});
