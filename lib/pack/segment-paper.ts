import type { Paper } from '@/lib/core/paper';
import { extractBrief } from '@/lib/extract';
import { briefFacts, type SegmentPaper } from '@/lib/search';
import { abstractTerms } from './key-terms';

/** A paper as a segment takes it, with its whole abstract, as captured from a page: found by all its words. */
export function segmentPaper(paper: Paper, rank: number): SegmentPaper {
  const { id, title, authors, categories, doi, abstract } = paper;
  return {
    id,
    title,
    authors,
    ...(paper.hasMoreAuthors ? { hasMoreAuthors: true } : {}),
    categories,
    doi,
    abstract,
    keepAbstract: true,
    keyTerms: abstract === null ? [] : abstractTerms(abstract).map(([term]) => term),
    facts: briefFacts(extractBrief(paper)),
    rank,
  };
}
