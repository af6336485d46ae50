import { afterEach, expect, test, vi } from 'vitest';
import { click, named, press, settled } from '../components/surface';
import { invented, seed } from '../pages/papers';
import { absPage } from '../pages/template';
import { SlowParser } from './slow-parser';
import { openPage, startPage, type OpenedPage } from './opened-page';

let page: OpenedPage | undefined;

afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

async function openSeed(id: string, html = absPage(seed(id))): Promise<OpenedPage> {
  page = await openPage(`/abs/${id}`, html);
  return page;
}

const lineOf = (opened: OpenedPage): string[] =>
  [...opened.panel('stated-facts').querySelectorAll('.facts .fact')].map((fact) => fact.textContent ?? '');

test('the line under the abstract says what is open, how large, and what the authors claim', async () => {
  const opened = await openSeed('2210.02414');
  expect(lineOf(opened)).toEqual(['Code', 'Weights released', '130B parameters', 'authors claim first']);
  const host = document.querySelector('[data-gloss="stated-facts"]');
  expect(host?.previousElementSibling?.className).toContain('abstract');
});

test('the code link leads where the abstract says and tells the site nothing of the reader', async () => {
  const opened = await openSeed('2210.02414');
  const link = opened.panel('stated-facts').querySelector('a');
  expect(link?.href).toBe('https://github.com/THUDM/GLM-130B');
  expect(link?.rel).toBe('noopener noreferrer');
});

test('a promise is shown as a promise', async () => {
  const opened = await openSeed('2208.04708');
  const promised = [...opened.panel('stated-facts').querySelectorAll('.facts .promised')];
  expect(promised.map((fact) => fact.textContent)).toEqual(['Code promised', 'Data promised']);
});

test('nothing is drawn where the comments say all there is', async () => {
  const paper = invented('2601.90777', {
    title: 'On a lemma',
    abstract: 'We prove a lemma.',
    comments: '12 pages, 3 figures, accepted at ICML 2025',
  });
  page = await openPage(`/abs/${paper.id}`, absPage(paper));
  expect(page.hasPanel('stated-facts')).toBe(false);
  expect(page.problems).toEqual([]);
});

test('all facts unfold with what the comments state, each group named', async () => {
  const opened = await openSeed('2211.16776');
  const root = opened.panel('stated-facts');
  await click(named(root, 'All facts'));
  const venue = [...root.querySelectorAll('.table dt')].find((name) => name.textContent === 'Venue');
  expect(venue?.nextElementSibling?.textContent).toContain('AAAI 2023, to appear');
  expect(named(root, 'All facts').getAttribute('aria-expanded')).toBe('true');
});

test.each([
  ['before MathJax', false],
  ['after MathJax', true],
])('choosing a fact marks its words %s, and Escape clears them', async (_when, mathjax) => {
  const opened = await openSeed('2210.02414', absPage(seed('2210.02414'), { mathjax }));
  const fact = named(opened.panel('stated-facts'), '130B parameters');
  await click(fact);
  expect(fact.getAttribute('aria-pressed')).toBe('true');
  expect(opened.marked().join(' ')).toContain('130 billion parameters');
  await press('Escape');
  expect(opened.marked()).toHaveLength(0);
  expect(fact.getAttribute('aria-pressed')).toBe('false');
});

test('choosing a fact a second time clears its words', async () => {
  const opened = await openSeed('2210.02414');
  const fact = named(opened.panel('stated-facts'), 'authors claim first');
  await click(fact);
  await click(fact);
  expect(opened.marked()).toHaveLength(0);
});

test('words of the comments are marked in the comments', async () => {
  const opened = await openSeed('2211.16776');
  const root = opened.panel('stated-facts');
  await click(named(root, 'All facts'));
  await click(named(root, 'AAAI 2023, to appear'));
  const [range] = opened.marked();
  expect(range?.startContainer.parentElement?.closest('.comments')).not.toBeNull();
});

test('what an update leaves behind is taken away: panels, highlight and style', async () => {
  const opened = await openSeed('2210.02414');
  await click(named(opened.panel('stated-facts'), '130B parameters'));
  await opened.leave();
  expect(document.querySelectorAll('[data-gloss]')).toHaveLength(0);
  expect(opened.marked()).toHaveLength(0);
});

test.each(['https://github.com.evil@example.org/x', 'javascript:alert(1)', 'data:text/html,x'])(
  'a link that is no plain web address is not made one: %s',
  async (address) => {
    const paper = invented('2601.90778', {
      title: 'Links',
      abstract: `Our code is available at ${address} .`,
    });
    const opened = await openPage(`/abs/${paper.id}`, absPage(paper));
    page = opened;
    const links = opened.hasPanel('stated-facts')
      ? [...opened.panel('stated-facts').querySelectorAll('a')].map(({ href }) => href)
      : [];
    expect(links.filter((href) => !/^https?:\/\/[^@]+$/.test(href))).toEqual([]);
  },
);

test('sent in pieces, the line is there before anything below the abstract is', async () => {
  const opened = startPage('/abs/2210.02414');
  page = opened;
  const parser = new SlowParser(document, absPage(seed('2210.02414')));
  await opened.receive(() => parser.advance('blockquote.abstract .descriptor'));
  expect(opened.hasPanel('stated-facts')).toBe(false);
  await opened.receive(() => parser.advance('.metatable'));
  expect(lineOf(opened)).toContain('130B parameters');
  expect(document.querySelector('.metatable tr')).toBeNull();

  await opened.receive(() => parser.advance());
  await opened.end();
  const root = opened.panel('stated-facts');
  await click(named(root, 'All facts'));
  expect(root.querySelector('.table')?.textContent).toContain('47 pages');
});

test('a paper whose abstract only introduces names has a line that counts them', async () => {
  const opened = await openSeed('2208.07638');
  expect(lineOf(opened)).toEqual(['3 acronyms']);
  const root = opened.panel('stated-facts');
  await click(named(root, 'All facts'));
  expect(named(root, 'KDD 2022, accepted')).toBeDefined();
});

test('without a background, what the page itself gave stays', async () => {
  page = await openPage('/abs/2210.02414', absPage(seed('2210.02414')), {});
  expect(lineOf(page)).toEqual(['Code', 'Weights released', '130B parameters', 'authors claim first']);
  expect(page.problems).toEqual([]);
});

test('a chosen fact can be reported: paper, fact, words and version, to the clipboard', async () => {
  const opened = await openSeed('2210.02414');
  const root = opened.panel('stated-facts');
  await click(named(root, 'All facts'));
  expect(root.querySelector('.wrong')).toBeNull();
  const fact = [...root.querySelectorAll<HTMLElement>('.table .fact')].find((one) =>
    one.textContent?.includes('authors claim first'),
  );
  if (!fact) throw new Error('no such fact');
  await click(fact);
  await click(named(root, 'Wrong?'));
  expect(opened.copied).toHaveLength(1);
  expect(opened.copied[0]).toMatch(
    /^arXiv:2210\.02414(?:v\d+)?\nfact: first = "authors claim first"\nabstract \d+-\d+: ".+"\nGloss 0\.0\.1$/,
  );
  await settled();
  expect(root.querySelector('.wrong')?.textContent).toBe('Copied');
  await click(fact);
  expect(root.querySelector('.wrong')).toBeNull();
});

test.each([
  ['We measure asymmetries in collisions seen by the LHCb experiment, at 13 TeV.', ['LHCb']],
  ['In this note we prove the quiet conjecture for triangles.', ['prove the quiet conjecture']],
  ['Superconductivity of La$_3$Ni$_2$O$_7$ crystals under pressure.', ['La\u2083Ni\u2082O\u2087']],
  ['A star seen by JWST and by ALMA.', ['JWST, ALMA']],
])('a paper without code or claims says what it is about: %s', async (abstract, expected) => {
  const paper = invented('2601.70001', { title: 'Quiet things', abstract });
  page = await openPage('/abs/2601.70001', absPage(paper));
  expect(lineOf(page)).toEqual(expected);
});

test('a paper that states nothing but its abstract has no line', async () => {
  const paper = invented('2601.70002', {
    title: 'Quiet things',
    abstract: 'We listen to things in 2H and 3D.',
  });
  page = await openPage('/abs/2601.70002', absPage(paper));
  expect(page.hasPanel('stated-facts')).toBe(false);
});
