import { afterEach, expect, test, vi } from 'vitest';
import { extractModelled } from '@/lib/extract/models';
import { shortFormsIn } from '@/lib/extract/short-forms';
import { modelGroups } from '@/components/page/fact-groups';
import type { FactsAnswer } from '@/lib/rpc/contract';
import { packagedModels } from '@/pipeline/packaged-models';
import { english, settled } from '../components/surface';
import { absPage } from '../pages/template';
import { seed } from '../pages/papers';
import { NOTHING_KNOWN, NOTHING_READ, openPage, type Answers, type OpenedPage } from './opened-page';

const ID = '2208.07638';
let page: OpenedPage | undefined;
afterEach(async () => {
  await page?.leave();
  vi.unstubAllGlobals();
});

const READS: Answers = {
  open: () => NOTHING_KNOWN,
  readFacts: ({ paper }): FactsAnswer => {
    const facts = extractModelled(paper, packagedModels());
    const { does, found } = facts;
    return {
      ...NOTHING_READ,
      groups: modelGroups(facts, english),
      does,
      found,
      shortForms: shortFormsIn(paper),
    };
  },
};

const wordsOf = (name: string): string =>
  [...(CSS.highlights.get(name) ?? [])]
    .map(({ startContainer, startOffset, endOffset }) =>
      (startContainer.textContent ?? '').slice(startOffset, endOffset),
    )
    .join('')
    .replace(/\s+/g, ' ');

async function open(answers = READS): Promise<OpenedPage> {
  page = await openPage(`/abs/${ID}`, absPage(seed(ID)), answers);
  return page;
}

test('the sentences that say what a paper does and found are underlined where they stand', async () => {
  await open();
  expect(wordsOf('gloss-does')).toMatch(/^In this work, we present the Knowledge Graph Transformer/);
  expect(wordsOf('gloss-found')).not.toBe('');
  expect(wordsOf('gloss-found')).not.toBe(wordsOf('gloss-does'));
});

test('they are found again when MathJax has rewritten the abstract', async () => {
  await open();
  const before = wordsOf('gloss-does');
  const abstract = document.querySelector('blockquote.abstract');
  for (const node of [...(abstract?.childNodes ?? [])]) node.replaceWith(node.cloneNode(true));
  await settled();
  expect(wordsOf('gloss-does')).toBe(before);
});

test('a short form tells what it is short for after the place that explains it, and is undone', async () => {
  const opened = await open();
  const abstract = document.querySelector('blockquote.abstract');
  const short = [...(abstract?.querySelectorAll<HTMLElement>('abbr.gloss-short') ?? [])];
  expect(short.length).toBeGreaterThan(0);
  expect(short.find(({ textContent }) => textContent === 'KG')?.title).toMatch(/^knowledge graph/i);
  expect(short.every(({ tabIndex }) => tabIndex === 0)).toBe(true);
  const text = abstract?.textContent;
  await opened.leave();
  expect(abstract?.querySelector('abbr')).toBeNull();
  expect(abstract?.textContent).toBe(text);
  expect(CSS.highlights.size).toBe(0);
});

test('switched off, neither is drawn', async () => {
  const opened = await open();
  await opened.switchOff('key-sentences', 'short-forms');
  expect(CSS.highlights.size).toBe(0);
  expect(document.querySelector('.gloss-short')).toBeNull();
});

test('without models the page stays as it was', async () => {
  const opened = await open({ open: () => NOTHING_KNOWN });
  expect(CSS.highlights.size).toBe(0);
  expect(document.querySelector('.gloss-short')).toBeNull();
  expect(opened.problems).toEqual([]);
});
