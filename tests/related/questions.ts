import { related, type RelatedQuery } from '@/lib/related';
import type { Segment } from '@/lib/search';
import { idOf } from './small-corpus';

/** The paper asked about, which no small corpus has. */
const NOT_IN_CORPUS = idOf('2401.00001');

export function ask(title: string, abstract: string | null, more: Partial<RelatedQuery> = {}): RelatedQuery {
  return { id: NOT_IN_CORPUS, title, abstract, authors: [], categories: ['cs.CL'], ...more };
}

export async function idsOf(segments: readonly Segment[], query: RelatedQuery, limit = 8): Promise<string[]> {
  return (await related(segments, query, { limit })).map(({ paper }) => paper.id);
}
