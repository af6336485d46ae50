import { readFileSync } from 'node:fs';
import type { Paper } from '@/lib/core/paper';
import { parsePaperId, type PaperId } from '@/lib/core/paper-id';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { rankOfId, segmentPaper } from '@/lib/pack';
import {
  buildSegment,
  memorySource,
  NO_FACTS,
  openSegment,
  type Segment,
  type SegmentPaper,
} from '@/lib/search';

const SEEDS = new URL('../seeds/seeds.jsonl', import.meta.url);

export function paperId(text: string): PaperId {
  const id = parsePaperId(text);
  if (id === undefined) throw new Error(`no arXiv id: ${text}`);
  return id;
}

function seedPapers(): Paper[] {
  const lines = readFileSync(SEEDS, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const paper = parseSnapshotRecord(JSON.parse(line));
    if ('error' in paper) throw new Error(paper.error);
    return paper;
  });
}

export function seedSegmentPapers(): SegmentPaper[] {
  return inOrder(seedPapers().map((paper) => segmentPaper(paper, rankOfId(paper.id))));
}

/** A paper of which only what a test is about is said. */
export function paperOf(id: string, said: Partial<SegmentPaper> = {}): SegmentPaper {
  const bare = {
    title: '',
    authors: [],
    categories: [],
    doi: null,
    abstract: null,
    keepAbstract: false,
    keyTerms: [],
  };
  return { ...bare, facts: NO_FACTS, rank: 100, ...said, id: paperId(id) };
}

export function inOrder(papers: readonly SegmentPaper[]): SegmentPaper[] {
  return [...papers].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
}

export function segmentOf(papers: readonly SegmentPaper[]): Promise<Segment> {
  return openSegment(memorySource(buildSegment(inOrder(papers))));
}
