// Thousands of broken pages: `npm run soak -- pages [PAGES] [SEED]`. Given pages when they are there, our own always.
import { setImmediate } from 'node:timers/promises';
import { JSDOM } from 'jsdom';
import type { Paper } from '@/lib/core/paper';
import { readPage } from '@/lib/page/read';
import { givenPages } from '../page/given-pages';
import { borrowedFacts, mutated, randomFrom } from '../page/mutations';
import { siteOf } from '../pages/site';

const [count = 2000, seed = 20261123] = process.argv.slice(2).map(Number);

type Case = { url: URL; html: string };
const own = [...siteOf()]
  .filter(([, { contentType }]) => contentType.startsWith('text/html'))
  .map(([path, { html }]): Case => ({ url: new URL(path, 'https://arxiv.org'), html }));
const given = givenPages('abs', 'list', 'author', 'search', 'html').map((page): Case => ({
  url: new URL(page.url),
  html: page.html(),
}));
// A listing of 2,000 rows takes seconds to parse and has nothing the others do not have.
const cases = [...given, ...own].filter(({ html }) => html.length < 1_000_000);

const originalsOf = new Map<Case, Paper[]>();
const random = randomFrom(seed);
let broken = 0;
let papers = 0;
let without = 0;
for (let round = 0; round < count; round += 1) {
  const page = cases[round % cases.length];
  if (!page) break;
  const originals = originalsOf.get(page) ?? readFrom(page.html, page.url);
  originalsOf.set(page, originals);
  const read = problemsOf(mutated(page.html, random), page.url, originals);
  // jsdom lets go of a window only between turns of the event loop.
  await setImmediate();
  papers += read.papers;
  if (read.papers === 0) without += 1;
  if (read.problems.length > 0) {
    broken += 1;
    console.error(`round ${round} ${page.url.href}: ${read.problems.join('; ')}`);
  }
}
console.log(
  `${count} broken pages of ${cases.length} (seed ${seed}): ${papers} papers read, ${without} pages gave none, ${broken} went wrong`,
);
process.exitCode = broken === 0 ? 0 : 1;

function problemsOf(html: string, url: URL, originals: readonly Paper[]) {
  try {
    const found = readFrom(html, url);
    return { papers: found.length, problems: found.flatMap((paper) => borrowedFacts(paper, originals)) };
  } catch (error) {
    return { papers: 0, problems: [String(error)] };
  }
}

function readFrom(html: string, url: URL): Paper[] {
  const { window } = new JSDOM(html);
  try {
    return readPage(window.document, url);
  } finally {
    window.close();
  }
}
