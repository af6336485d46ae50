import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { ARXIV_MATCHES, HTML_MATCHES, ROW_MATCHES } from '@/lib/core/hosts';
import { features as ofPages } from '@/lib/features';
import { htmlFeatures } from '@/lib/features/of-html';
import { rowFeatures } from '@/lib/features/of-rows';
import { type AnyFeature, defineFeature } from '@/lib/features/feature';
import { detectPage } from '@/lib/page/detect';
import { RpcError } from '@/lib/rpc/contract';
import { saysOf } from '../components/surface';
import { invented, seed } from '../pages/papers';
import { absPage, listPage } from '../pages/template';
import { NOTHING_KNOWN, openPage, startPage, type OpenedPage } from './opened-page';

const features = [...new Set([...ofPages, ...rowFeatures, ...htmlFeatures])];
const FOLDER = new URL('../../lib/features/', import.meta.url);
let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

test('every file that defines a feature is registered, under its own name', () => {
  const defining = readdirSync(FOLDER).filter((file) =>
    readFileSync(new URL(file, FOLDER), 'utf8').includes('= defineFeature({'),
  );
  const names = defining.map((file) => file.replace(/\.tsx?$/, ''));
  expect(names.length).toBeGreaterThan(3);
  expect(features.map(({ id }) => id).sort()).toEqual(names.sort());
});

test.each(features.flatMap(({ id, on, examples }) => examples.map((url) => [id, url, on] as const)))(
  '%s is for pages like %s',
  (_id, url, on) => expect(on).toContain(detectPage(new URL(url)).kind),
);

/** As a browser reads them. */
const matches = (patterns: readonly string[], url: string): boolean =>
  patterns.some((pattern) =>
    new RegExp(`^${pattern.replace(/[.?]/g, '\\$&').replaceAll('*', '.*')}$`).test(url),
  );

test.each([
  ...features.flatMap(({ examples }) => examples),
  'https://arxiv.org/search/cs?query=x',
  'https://www.arxiv.org/list/math/2601',
])('the script that %s loads has every feature of such pages', (url) => {
  const { kind } = detectPage(new URL(url));
  expect(matches(ARXIV_MATCHES, url)).toBe(true);
  const isOfRows = matches(ROW_MATCHES, url);
  const loaded = isOfRows ? rowFeatures : matches(HTML_MATCHES, url) ? htmlFeatures : ofPages;
  const idsOf = (list: readonly AnyFeature[]) =>
    list.filter(({ on }) => on.some((one) => one === kind)).map(({ id }) => id);
  expect(idsOf(loaded).sort()).toEqual(idsOf(features).sort());
});

test('the background is woken when the page has loaded and something is on, and not before', async () => {
  page = startPage('/abs/2210.02414');
  await page.switchOff();
  await page.switchOff('side-block');
  expect(page.sent).toEqual([]);
  await page.takeLong();
  expect(page.sent).toEqual([{ method: 'prepare', params: {} }]);
  await page.leave();
  page = startPage('/help');
  await page.switchOff();
  await page.takeLong();
  expect(page.sent).toEqual([]);
});

test('a feature that fails is reported by name and stops no other', async () => {
  const ran: string[] = [];
  const failing = defineFeature({
    id: 'failing',
    on: ['abs'],
    examples: [],
    run: () => {
      throw new Error('broken');
    },
  });
  const working = defineFeature({
    id: 'working',
    on: ['abs'],
    examples: [],
    run: () => void ran.push('abs'),
  });
  const elsewhere = defineFeature({
    id: 'elsewhere',
    on: ['list'],
    examples: [],
    run: () => void ran.push('list'),
  });
  page = await openPage('/abs/2210.02414', '', {}, [failing, working, elsewhere]);
  expect(ran).toEqual(['abs']);
  expect(page.problems.map(({ featureId }) => featureId)).toEqual(['failing']);
});

const panels = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('gloss-panel')].map(({ dataset }) => dataset['gloss']);

test('rows that cannot be taken in are reported, while other features are still at work', async () => {
  const failing = defineFeature({
    id: 'failing',
    on: ['list'],
    examples: [],
    run: ({ rows, signal }) => {
      const arrived = () => {
        throw new Error('broken');
      };
      rows?.follow({ arrived, changed: () => undefined }, signal);
      return new Promise<void>(() => undefined);
    },
  });
  page = startPage('/list/cs.CL/new', undefined, [failing]);
  await page.receive(() =>
    document.write(listPage([{ rows: [{ paper: seed('2210.02414') }] }], { name: 'x' })),
  );
  await page.end();
  expect(page.problems).toEqual([{ featureId: 'rows', error: new Error('broken') }]);
});

test('a feature that the settings switch off draws nothing, and the others go on', async () => {
  page = startPage('/abs/2210.02414');
  await page.switchOff('side-block', 'from-the-future');
  await page.receive(() => document.write(absPage(seed('2210.02414'))));
  await page.end();
  expect(panels().sort()).toEqual(['related-papers', 'stated-facts']);
  expect(page.problems).toEqual([]);
});

test('a feature that is switched off while it is shown goes away at once', async () => {
  page = await openPage('/abs/2210.02414', absPage(seed('2210.02414')));
  expect(page.hasPanel('related-papers')).toBe(true);
  await page.switchOff('related-papers');
  expect(panels().sort()).toEqual(['side-block', 'stated-facts']);
  await page.switchOff();
  expect(page.hasPanel('side-block')).toBe(true);
  expect(page.problems).toEqual([]);
});

test('one switch takes everything off an open page, at once', async () => {
  page = await openPage('/abs/2210.02414', absPage(seed('2210.02414')));
  expect(panels()).not.toEqual([]);
  await page.switchOff('*');
  expect(panels()).toEqual([]);
  expect(page.problems).toEqual([]);
});

test('a listing without its features is as arXiv made it', async () => {
  const html = listPage([{ rows: [{ paper: seed('2210.02414') }] }], { name: 'x' });
  page = startPage('/list/cs.CL/new', { marks: () => ({}) });
  await page.switchOff(...features.map(({ id }) => id));
  await page.receive(() => document.write(html));
  await page.end();
  page.bringIntoView();
  expect(document.querySelectorAll('[data-gloss], gloss-row')).toHaveLength(0);
  expect(page.sent).toEqual([]);
  expect(page.problems).toEqual([]);
});

test.each([
  ['not found', '/abs/2601.99999', '<h1>Article 2601.99999 not found</h1>'],
  ['empty', '/abs/2210.02414', ''],
  [
    'without an abstract',
    '/abs/2210.02414',
    absPage(seed('2210.02414')).replace(/<blockquote[^]*<\/blockquote>/, ''),
  ],
  ['a listing without rows', '/list/cs.CL/new', '<div id="dlpage"><dl><p>No updates.</p></dl></div>'],
  ['no arXiv paper page at all', '/help', '<p>Help</p>'],
])('a page that is %s is left without facts, quietly', async (_name, path, html) => {
  page = await openPage(path, html, { open: () => NOTHING_KNOWN, marks: () => ({}), met: () => null });
  page.bringIntoView();
  expect(page.hasPanel('stated-facts')).toBe(false);
  expect(document.querySelectorAll('gloss-row')).toHaveLength(0);
  expect(page.problems).toEqual([]);
});

test.each([
  ['of another paper than its address', '/abs/2301.13442', absPage(seed('2210.02414'))],
  [
    'a listing whose rows lost their halves',
    '/list/cs.CL/new',
    '<div id="dlpage"><dl><dt><a href="/abs/2601.1">x</a></dl></div>',
  ],
])('a page that is %s is left alone, and that is logged once', async (_name, path, html) => {
  page = await openPage(path, html, { open: () => NOTHING_KNOWN, marks: () => ({}), met: () => null });
  page.bringIntoView();
  expect(panels()).toEqual(['changed-page']);
  expect(document.querySelectorAll('gloss-row')).toHaveLength(0);
  expect(page.problems).toHaveLength(1);
});

test('an answer that is not one is reported, and what the page states stays', async () => {
  page = await openPage('/abs/2210.02414', absPage(seed('2210.02414')), { open: () => ({ corpus: 7 }) });
  expect(page.hasPanel('stated-facts')).toBe(true);
  // No part of it is shown, so all who waited for it are spoken for by the first.
  expect(page.problems).toHaveLength(1);
  expect(saysOf(page.panel('side-block').querySelector('.save'))).toBe('Save');
});

test('an extension that was updated says nothing', async () => {
  page = await openPage('/abs/2210.02414', absPage(seed('2210.02414')), {
    open: () => {
      throw new RpcError('disconnected');
    },
  });
  expect(page.problems).toEqual([]);
});

const LONG = 'We are the first. '.repeat(6_000);
const HOSTILE = [
  [
    'markup',
    '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script> Code: https://github.com/a/b',
  ],
  ['100 kB', `${LONG} Our code is available at https://github.com/a/b .`],
  ['right-to-left and zero-width', 'Our code\u202E is available\u200B at https://github.com/a/b\u2066 .'],
  ['braces', `${'{'.repeat(50_000)} $ ${'\\frac'.repeat(10_000)} we are the first`],
] as const;

test.each(HOSTILE)('hostile text is text: %s', async (_name, text) => {
  const paper = invented('2601.90666', { title: text.slice(0, 3_000), abstract: text, comments: text });
  const started = Date.now();
  page = await openPage(`/abs/${paper.id}`, absPage(paper));
  expect(page.problems).toEqual([]);
  for (const { shadowRoot } of document.querySelectorAll('gloss-panel')) {
    expect(shadowRoot?.querySelectorAll('img, script, iframe')).toHaveLength(0);
  }
  expect(Reflect.has(globalThis, 'pwned')).toBe(false);
  expect(Date.now() - started).toBeLessThan(20_000);
});

test('a listing of hostile rows throws nothing', async () => {
  const rows = HOSTILE.map(([, text], at) => ({
    paper: invented(`2601.9000${at}`, { title: text.slice(0, 3_000), abstract: text, comments: text }),
  }));
  page = await openPage('/list/cs.CL/new', listPage([{ rows }], { name: 'x', abstracts: true }), {
    marks: () => ({}),
  });
  page.bringIntoView();
  expect(page.problems).toEqual([]);
  expect(document.querySelectorAll('gloss-row')).toHaveLength(rows.length);
});
