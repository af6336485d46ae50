import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodePart } from '@/lib/pack/part';
import { buildSegment, type SegmentPaper } from '@/lib/search';
import { relatedBlocks } from '@/lib/related';
import { PackCheck, type CheckReport } from '@/pipeline/check/check-pack';
import { wordVectorBytes } from '@/pipeline/train/vectors-file';
import { preparePaper, type PreparedPaper } from '@/pipeline/pack/prepare';
import { seedSegmentPapers } from '../search/papers';

const SOURCE: readonly PreparedPaper[] = readFileSync(
  new URL('../seeds/seeds.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .flatMap((line) => {
    const paper = preparePaper([line]);
    return 'error' in paper ? [] : [paper];
  });
const WORDS = await wordVectorBytes();

/** A pack of these papers, with vectors of what is said of them in `told`. */
function partOf(papers: readonly SegmentPaper[], told: readonly SegmentPaper[] = papers): Buffer {
  return Buffer.from(encodePart([...relatedBlocks(told, WORDS), ...buildSegment(papers)]));
}

function proven(part: Buffer, source: readonly PreparedPaper[] = SOURCE): CheckReport {
  const check = new PackCheck([part]);
  for (const paper of source) check.against(paper, undefined);
  return check.report(true);
}

const toldOf = ({ faults }: CheckReport): string => faults.flatMap(({ first }) => first).join('\n');

const changed = (change: (paper: SegmentPaper) => Partial<SegmentPaper>): SegmentPaper[] =>
  seedSegmentPapers().map((paper, at) => (at === 3 ? { ...paper, ...change(paper) } : paper));

describe('a check of a pack', () => {
  it('proves one that says what its source says', () => {
    const report = proven(partOf(seedSegmentPapers()));
    expect(report).toMatchObject({ papers: 10, proven: 10, vectors: 10, faults: [] });
    expect(report.postings).toBeGreaterThan(1_000);
  });

  it('proves it in itself where there is no source', () => {
    const report = new PackCheck([partOf(seedSegmentPapers())]).report(false);
    expect(report).toMatchObject({ papers: 10, proven: 0, faults: [] });
  });

  it('misses a paper of the pack in the source, and one of the source in the pack', () => {
    expect(toldOf(proven(partOf(seedSegmentPapers()), SOURCE.slice(1)))).toMatch(/^.*not in the source.*$/);
    expect(toldOf(proven(partOf(seedSegmentPapers().slice(1))))).toMatch(/^.*not in the pack$/);
  });

  it.each<[string, (paper: SegmentPaper) => Partial<SegmentPaper>, RegExp]>([
    ['a title', () => ({ title: 'Another title' }), /another title/],
    ['an author', ({ authors }) => ({ authors: [...authors, 'A. Nobody'] }), /number of authors/],
    ['a term', ({ keyTerms }) => ({ keyTerms: [...keyTerms, 'zebra'] }), /zebra does not stand/],
    ['a category', () => ({ categories: ['hep-th'] }), /other categories/],
    ['a DOI', () => ({ doi: '10.1/2' }), /#d:\w+ does not stand/],
    ['a count of pages', ({ facts }) => ({ facts: { ...facts, pages: 77 } }), /other facts/],
    ['code', ({ facts }) => ({ facts: { ...facts, code: 'https://a.b/c' } }), /another address of code/],
  ])('finds %s that the source does not have', (_, change, fault) => {
    expect(toldOf(proven(partOf(changed(change))))).toMatch(fault);
  });

  it('finds one venue where its name was read with blanks around it, and none beside it', () => {
    const papers = seedSegmentPapers().map((paper, at) => ({
      ...paper,
      facts: {
        ...paper.facts,
        venue: { name: at % 2 === 0 ? 'Some Journal' : ' Some  Journal ', year: null },
      },
    }));
    expect(new PackCheck([partOf(papers)]).report(false).faults).toEqual([]);
  });

  it('counts the faults of each kind, and tells the first five', () => {
    const papers = seedSegmentPapers().map((paper, at) => (at < 7 ? { ...paper, title: 'Other' } : paper));
    const { wrong, faults } = proven(partOf(papers));
    const titles = faults.find(({ first: [one] }) => one?.endsWith('another title'));
    expect(titles).toMatchObject({ count: 7, first: { length: 5 } });
    expect(wrong).toBe(faults.reduce((sum, { count }) => sum + count, 0));
  });

  it('finds a vector that was made of other words', () => {
    const told = changed(() => ({ abstract: 'Halos of galaxies at high redshift.' }));
    expect(toldOf(proven(partOf(seedSegmentPapers(), told)))).toMatch(/^.*(?:a cluster|another code).*$/);
  });

  it('finds a bit that was flipped in a block of any kind that papers alone decide', () => {
    const blocks = [...relatedBlocks(seedSegmentPapers(), WORDS), ...buildSegment(seedSegmentPapers())];
    const kinds = ['columns', 'ids', 'terms', 'postings', 'endings', 'vector-cluster', 'vector-place'];
    const unnoticed = kinds.filter((kind) => {
      const spoilt = blocks.map((block) => {
        const middle = block.bytes.length - 2;
        const bytes = block.bytes.map((byte, at) => (at === middle ? byte ^ 1 : byte));
        return block.kind === kind && block.index === 0 ? { ...block, bytes } : block;
      });
      try {
        return proven(Buffer.from(encodePart(spoilt))).faults.length === 0;
      } catch {
        return false; // Told as well: the block cannot be read at all.
      }
    });
    expect(unnoticed).toEqual([]);
  });
});
