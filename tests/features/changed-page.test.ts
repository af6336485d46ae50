import { afterEach, expect, test, vi } from 'vitest';
import { click, named } from '../components/surface';
import { seed } from '../pages/papers';
import { absPage, authorPage, listPage, searchPage } from '../pages/template';
import { NOTHING_KNOWN, openPage, startPage, type Answers, type OpenedPage } from './opened-page';

const SEEDS = ['2210.02414', '2301.13442', '2206.11795'].map(seed);
const ANSWERS: Answers = {
  open: () => NOTHING_KNOWN,
  marks: () => ({}),
  met: () => null,
  listing: () => null,
};
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

const listing = listPage([{ rows: SEEDS.map((paper) => ({ paper })) }], { name: 'x' });
const asTable = (html: string) => html.replaceAll(/<(\/?)d[tdl]\b/g, '<$1div');

test.each([
  [
    'an abstract page whose parts have other names',
    `/abs/2210.02414`,
    absPage(seed('2210.02414')).replaceAll('id="abs"', 'id="paper"'),
  ],
  ['a listing that is no list any more', '/list/cs.CL/new', asTable(listing)],
  ['an author page that is no list any more', '/a/tang_j_1', asTable(authorPage('J. Tang', SEEDS))],
  [
    'results that are no list any more',
    '/search/?query=x',
    searchPage('x', SEEDS).replaceAll('arxiv-result', 'hit'),
  ],
])('%s gets a note, and nothing else of ours', async (_name, path, html) => {
  page = await openPage(path, html, ANSWERS);
  expect(page.panel('changed-page').textContent).toContain('Gloss cannot read it and shows nothing here');
  expect(document.querySelectorAll('[data-gloss]')).toHaveLength(1);
});

test.each([
  ['a listing of nothing', '/list/cs.CL/new', '<div id="dlpage"><dl><p>No updates.</p></dl></div>'],
  ['a paper that is not there', '/abs/2601.99999', '<h1>Article 2601.99999 not found</h1>'],
  ['no results', '/search/?query=zzz', searchPage('zzz', [])],
  ['a page that is read', '/list/cs.CL/new', listing],
  ['a page of no papers', '/help', asTable(listing)],
])('%s gets none, and the day is not used up', async (_name, path, html) => {
  page = await openPage(path, html, ANSWERS);
  expect(page.hasPanel('changed-page')).toBe(false);
  expect(page.asksToTell()).toBe(0);
});

test('the report says what was found, and nothing of what was searched for', async () => {
  page = await openPage(
    '/search/?query=secret',
    asTable(searchPage('secret', SEEDS).replaceAll('arxiv-result', 'hit')),
    ANSWERS,
  );
  await click(named(page.panel('changed-page'), 'Copy a report'));
  const [report = ''] = page.copied;
  expect(report).toContain('Gloss 0.0.1 reads nothing of /search/\n0 li.arxiv-result');
  expect(report).not.toContain('secret');
  expect(named(page.panel('changed-page'), 'Copied')).toBeTruthy();
  await click(named(page.panel('changed-page'), 'Close this note'));
  expect(page.panel('changed-page').querySelector('.changed')).toBeNull();
});

test('switched off, it says nothing, and the day is not used up', async () => {
  page = startPage('/list/cs.CL/new', ANSWERS);
  await page.switchOff('changed-page');
  await page.receive(() => document.write(asTable(listing)));
  await page.end();
  expect(document.querySelectorAll('[data-gloss]')).toHaveLength(0);
  expect(page.asksToTell()).toBe(0);
});

test('a page prepared ahead uses up the day when the reader opens it, and not before', async () => {
  page = startPage('/list/cs.CL/new', ANSWERS);
  Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  await page.receive(() => document.write(asTable(listing)));
  await page.end();
  expect(page.asksToTell()).toBe(0);
  Object.defineProperty(document, 'prerendering', { value: false });
  await page.receive(() => document.dispatchEvent(new Event('prerenderingchange')));
  expect(page.asksToTell()).toBe(1);
  expect(page.hasPanel('changed-page')).toBe(true);
});
