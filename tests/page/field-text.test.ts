import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import { rangesOf } from '@/lib/page/field-text';
import { readAbs } from '@/lib/page/read-abs';
import { HOSTILE, INVENTED, OLD_STYLE, SEEDS, seed } from '../pages/papers';
import { absPage } from '../pages/template';
import { absUrl, documentOf, drawnDocumentOf } from './documents';

const FIELDS: readonly Field[] = ['title', 'abstract', 'comments', 'journal-ref'];

function fieldOf(paper: Paper, field: Field): string | null {
  if (field === 'journal-ref') return paper.journalRef;
  return field === 'doi' ? paper.doi : paper[field];
}

/** The words a range stands for, found without the reader: formulas by their source, links by their target. */
function wordsOf(range: Range): string {
  const [first] = range.cloneContents().children;
  const link = range.startContainer.nodeName === 'A' ? (range.startContainer as Element) : undefined;
  if (link) return link.getAttribute('href') ?? '';
  if (first?.className !== 'MathJax') return range.toString();
  const glyphs = range.startContainer.childNodes[range.startOffset];
  const source = glyphs?.nextSibling;
  return `$${source?.textContent ?? ''}$`;
}

const squeezed = (text: string) => text.replace(/\s+/g, '');
const isWhole = (range: Range) => range.startContainer.nodeType !== 3;

describe('rangesOf', () => {
  const papers = [...SEEDS, ...INVENTED].filter((paper) => paper !== HOSTILE);
  const pages = papers.flatMap((paper) => {
    const html = absPage(paper);
    return [documentOf(html), drawnDocumentOf(html)].map((document) => ({
      document,
      paper: readAbs(document, absUrl(paper.id)),
    }));
  });

  it('maps any range of any field to the same words, before and after MathJax', () => {
    const chosen = fc.tuple(fc.constantFrom(...pages), fc.constantFrom(...FIELDS), fc.nat(), fc.nat());
    const touched = { whole: 0, plain: 0 };
    fc.assert(
      fc.property(chosen, ([{ document, paper }, field, a, b]) => {
        const text = (paper && fieldOf(paper, field)) ?? '';
        fc.pre(text.length > 0);
        const [one, other] = [a % text.length, (b % text.length) + 1];
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(start < end);
        const ranges = rangesOf(document, field, { start, end });
        const words = squeezed(ranges.map(wordsOf).join(''));
        const wanted = squeezed(text.slice(start, end));
        if (ranges.some(isWhole)) {
          touched.whole += 1;
          expect(words).toContain(wanted);
        } else {
          touched.plain += 1;
          expect(words).toBe(wanted);
        }
      }),
      { numRuns: 2000, seed: 20261123 },
    );
    expect(touched.whole).toBeGreaterThan(50);
    expect(touched.plain).toBeGreaterThan(500);
  }, 30_000);

  it('maps the address of a link to the words that stand for it', () => {
    const paper = seed('2210.02414');
    const document = documentOf(absPage(paper));
    const address = 'https://github.com/THUDM/GLM-130B';
    const start = readAbs(document, absUrl(paper.id))?.abstract?.indexOf(address) ?? -1;
    const [range, ...others] = rangesOf(document, 'abstract', { start, end: start + address.length });
    expect(range?.toString()).toBe('this https URL');
    expect(range?.startContainer.nodeName).toBe('A');
    expect(others).toEqual([]);
  });

  it('takes a formula whole, whichever part of it is meant', () => {
    const served = documentOf(absPage(OLD_STYLE));
    const drawn = drawnDocumentOf(absPage(OLD_STYLE));
    const start = OLD_STYLE.abstract?.indexOf('\\alpha') ?? -1;
    const part = { start, end: start + 6 };
    expect(rangesOf(served, 'abstract', part).map(String)).toEqual(['\\alpha']);
    const [range] = rangesOf(drawn, 'abstract', part);
    expect(range?.cloneContents().firstElementChild?.className).toBe('MathJax');
  });

  it('gives one range for each text node, so that each can be wrapped', () => {
    const document = drawnDocumentOf(absPage(OLD_STYLE));
    const ranges = rangesOf(document, 'title', { start: 0, end: OLD_STYLE.title.length });
    expect(ranges.map(isWhole)).toEqual([false, true, false]);
    expect(ranges.every((range) => range.startContainer === range.endContainer)).toBe(true);
  });

  it.each([
    ['an empty range', { start: 3, end: 3 }],
    ['a range that runs backwards', { start: 5, end: 3 }],
    ['a negative start', { start: -1, end: 3 }],
    ['an end beyond the text', { start: 0, end: 1e6 }],
  ])('gives nothing for %s', (_, evidence) => {
    const document = documentOf(absPage(OLD_STYLE));
    expect(rangesOf(document, 'title', evidence)).toEqual([]);
  });

  it('gives nothing for a field the page does not have', () => {
    const document = documentOf(absPage(seed('2206.11795')));
    expect(rangesOf(document, 'comments', { start: 0, end: 1 })).toEqual([]);
    expect(rangesOf(document, 'doi', { start: 0, end: 1 })).toEqual([]);
    expect(rangesOf(documentOf(''), 'title', { start: 0, end: 1 })).toEqual([]);
  });
});
