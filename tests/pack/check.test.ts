import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '@/lib/core/paper-id';
import { encodePart } from '@/lib/pack/part';
import { buildSegment, type SegmentPaper } from '@/lib/search';
import { checkPack } from '@/pipeline/check/check-pack';
import { preparePaper, type PreparedPaper } from '@/pipeline/pack/prepare';
import { seedSegmentPapers } from '../search/papers';

function source(): Map<PaperId, PreparedPaper> {
  const lines = readFileSync(new URL('../seeds/seeds.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const papers = lines.map((line) => preparePaper([line]));
  return new Map(papers.flatMap((paper) => ('error' in paper ? [] : [[paper.id, paper] as const])));
}

function partOf(papers: readonly SegmentPaper[]): Buffer {
  return Buffer.from(encodePart(buildSegment(papers)));
}

describe('checkPack', () => {
  it('proves a pack that says what its source says', () => {
    const report = checkPack([partOf(seedSegmentPapers())], source());
    expect(report).toMatchObject({ papers: 10, faults: [] });
    expect(report.postings).toBeGreaterThan(1_000);
  });

  it('proves a pack in itself where there is no source', () => {
    const { papers, postings, faults } = checkPack([partOf(seedSegmentPapers())]);
    expect({ papers, faults }).toEqual({ papers: 10, faults: [] });
    expect(postings).toBeGreaterThan(1_000);
  });

  it.each<[string, (paper: SegmentPaper) => Partial<SegmentPaper>, RegExp]>([
    ['a title', () => ({ title: 'Another title' }), /another title/],
    ['an author', ({ authors }) => ({ authors: [...authors, 'A. Nobody'] }), /number of authors/],
    ['a term', ({ keyTerms }) => ({ keyTerms: [...keyTerms, 'zebra'] }), /zebra does not stand/],
    ['a category', () => ({ categories: ['hep-th'] }), /other categories/],
  ])('finds %s that the source does not have', (_, change, fault) => {
    const papers = seedSegmentPapers().map((paper, at) =>
      at === 3 ? { ...paper, ...change(paper) } : paper,
    );
    expect(checkPack([partOf(papers)], source()).faults.join('\n')).toMatch(fault);
  });
});
