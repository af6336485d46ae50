import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeySentences } from '@/lib/core/facts';
import { RpcError, type Params } from '@/lib/rpc/contract';
import { invented } from '../pages/papers';
import { listPage, searchPage } from '../pages/template';
import { arrange, sectionsOf } from '@/lib/page/arrange';
import { rowsAsParsed } from '@/lib/page/rows';
import { listingSentences } from '@/lib/features/listing-sentences';
import { openPage, type Answers, type OpenedPage } from './opened-page';

const DOES = 'We propose way';
const FOUND = 'It takes $O(n^2)$ steps.';
const PAPERS = Array.from({ length: 25 }, (_, at) =>
  invented(`2611.${String(10_000 + at)}`, {
    title: `Way ${at}`,
    abstract: `Old ways are slow. ${DOES} ${at} of $x_{${at}}$ here. ${FOUND}`,
  }),
);
const LISTING = listPage([{ heading: 'New submissions', rows: PAPERS.map((paper) => ({ paper })) }], {
  name: 'Computation and Language',
  abstracts: true,
});

/** The sentences of ours, by their words. */
const keysOf = (abstract: string): KeySentences => {
  const [first = 0, second = 0] = [abstract.indexOf(DOES), abstract.indexOf(FOUND)];
  return {
    does: { field: 'abstract', start: first, end: second - 1 },
    found: { field: 'abstract', start: second, end: second + FOUND.length },
  };
};
const NOTHING_TO_MARK: Answers = {
  marks: () => ({}),
  listing: () => ({ done: null, canUndo: false, watches: 0, watching: 0 }),
};
const READS: Answers = { keySentences: ({ abstracts }) => abstracts.map(keysOf) };

let page: OpenedPage | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await page?.leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(answers = READS, html = LISTING, path = '/list/cs.CL/new'): Promise<OpenedPage> {
  page = await openPage(path, html, { ...NOTHING_TO_MARK, ...answers }, [listingSentences]);
  await vi.advanceTimersByTimeAsync(1_000);
  return page;
}

const abstracts = (): Element[] => [...document.querySelectorAll('.meta > p')];
/** As MathJax does: drawn signs, and the source beside them. */
const drawFormulas = (element: Element): void => {
  const pieces = (element.textContent ?? '').split(/\$([^$]+)\$/).flatMap((piece, at): Node[] => {
    if (at % 2 === 0) return [document.createTextNode(piece)];
    const drawn = document.createElement('span');
    drawn.className = 'MathJax';
    drawn.append('drawn');
    const source = document.createElement('script');
    source.type = 'math/tex';
    source.append(piece);
    return [drawn, source];
  });
  element.replaceChildren(...pieces);
};
const settle = () => vi.advanceTimersByTimeAsync(1_000);
const asked = ({ sent }: OpenedPage): readonly string[][] =>
  sent
    .filter(({ method }) => method === 'keySentences')
    .map(({ params }) => [...(params as Params<'keySentences'>).abstracts]);
const linesUnder = (name: 'gloss-does' | 'gloss-found'): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString().replace(/\s+/g, ' ');
  });

test('abstracts in view are asked for, ten at once, and no others', async () => {
  const opened = await open();
  expect(asked(opened)).toEqual([]);
  opened.bringIntoView(abstracts().slice(0, 12));
  await settle();
  expect(asked(opened).flat()).toEqual(PAPERS.slice(0, 12).map(({ abstract }) => abstract));
  expect(asked(opened).map(({ length }) => length)).toEqual([10, 2]);
  opened.bringIntoView(abstracts().slice(10, 14));
  await settle();
  expect(asked(opened).flat()).toEqual(PAPERS.slice(0, 14).map(({ abstract }) => abstract));
});

test('an abstract that is scrolled past is not asked for until it is come back to', async () => {
  const opened = await open();
  opened.bringIntoView(abstracts().slice(0, 5));
  opened.takeOutOfView(abstracts().slice(0, 4));
  await settle();
  expect(asked(opened).flat()).toEqual([PAPERS[4]?.abstract]);
  opened.bringIntoView(abstracts().slice(0, 1));
  await settle();
  expect(asked(opened).flat()).toEqual([PAPERS[4]?.abstract, PAPERS[0]?.abstract]);
});

test('lines are under the sentences where they stand, and nothing of the page is changed', async () => {
  const opened = await open();
  const list = document.querySelector('#dlpage');
  const before = list?.cloneNode(true) ?? null;
  opened.bringIntoView(abstracts().slice(0, 2));
  await settle();
  expect(linesUnder('gloss-does')).toEqual([
    'We propose way 0 of $x_{0}$ here.',
    'We propose way 1 of $x_{1}$ here.',
  ]);
  expect(linesUnder('gloss-found')).toEqual([FOUND, FOUND]);
  expect(list?.isEqualNode(before)).toBe(true);
});

test('they are there whether MathJax has run before or runs after', async () => {
  const opened = await open();
  opened.bringIntoView(abstracts().slice(0, 1));
  await settle();
  for (const abstract of abstracts()) drawFormulas(abstract);
  await settle();
  opened.bringIntoView(abstracts().slice(1, 2));
  await settle();
  expect(linesUnder('gloss-does').join('')).toMatch(
    /^We propose way 0 of .* here\.We propose way 1 of .* here\.$/,
  );
  expect(linesUnder('gloss-does').length).toBeGreaterThan(2);
});

test('they stay when the rows are put in another order', async () => {
  const opened = await open();
  opened.bringIntoView(abstracts().slice(0, 3));
  await settle();
  const before = linesUnder('gloss-does');
  for (const section of sectionsOf(rowsAsParsed(document, 'list', () => true)(true)))
    arrange(section.toReversed());
  await settle();
  expect(abstracts()[0]?.textContent).toContain('way 24');
  expect(linesUnder('gloss-does')).toEqual(before);
});

test('search results have them in the whole abstract', async () => {
  const [first] = PAPERS;
  const opened = await open(
    READS,
    searchPage('ways', first ? [first] : []),
    '/search/?query=ways&searchtype=all',
  );
  opened.bringIntoView([...document.querySelectorAll('.abstract-full')]);
  await settle();
  expect(linesUnder('gloss-does')).toEqual(['We propose way 0 of $x_{0}$ here.']);
});

test('a text far longer than any abstract is not sent', async () => {
  const long = invented('2611.20000', { title: 'Long', abstract: 'We propose. '.repeat(1_000) });
  const opened = await open(READS, listPage([{ rows: [{ paper: long }] }], { name: 'x', abstracts: true }));
  opened.bringIntoView(abstracts());
  await settle();
  expect(asked(opened)).toEqual([]);
});

test('switched off, the lines go and no abstract is asked for', async () => {
  const opened = await open();
  opened.bringIntoView(abstracts().slice(0, 1));
  await settle();
  await Promise.all([opened.switchOff('listing-sentences'), settle()]);
  expect(CSS.highlights.size).toBe(0);
  opened.bringIntoView(abstracts());
  await settle();
  expect(asked(opened)).toHaveLength(1);
});

test('without models the listing stays as it was', async () => {
  const opened = await open({
    keySentences: () => {
      throw new RpcError('failed');
    },
  });
  opened.bringIntoView(abstracts());
  await settle();
  expect(CSS.highlights.size).toBe(0);
  expect(opened.problems.map(({ featureId }) => featureId)).toEqual(['listing-sentences']);
});
