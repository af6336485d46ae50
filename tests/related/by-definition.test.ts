import { describe, expect, test } from 'vitest';
import type { RelatedQuery } from '@/lib/related';
import { fused, fusionWeights } from '@/lib/related/fuse';
import { isFunctionWord } from '@/lib/related/function-words';
import { cosine, decodeWordVectors, paperVector } from '@/lib/related/word-vectors';
import { analyse, type SegmentPaper, termsOf } from '@/lib/search';
import { ask, idsOf } from './questions';
import { drawnPapers, segmentOf, topicVectors } from './small-corpus';

/** Every paper scored by the definition, from its text: no postings, no clusters, no codes. */
function byDefinition(
  papers: readonly SegmentPaper[],
  query: RelatedQuery,
  foundByWordsOnly: readonly SegmentPaper[] = [],
): string[] {
  const words = decodeWordVectors(topicVectors());
  const counts = new Map<string, number>();
  for (const [text, weight] of [
    [query.title, 2],
    [query.abstract ?? '', 1],
  ] as const) {
    for (const { term, joined } of analyse(text)) {
      const share = joined && !/\d/.test(term) ? weight / 2 : weight;
      if (!isFunctionWord(term)) counts.set(term, (counts.get(term) ?? 0) + share);
    }
  }
  const inTitle = new Set(termsOf(query.title));
  const placed = papers.map((candidate) => ({
    title: new Set(termsOf(candidate.title)),
    key: candidate.keyTerms,
  }));
  const worth = new Map<string, number>();
  for (const [term, count] of counts) {
    const having = placed.filter(({ title, key }) => title.has(term) || key.includes(term)).length;
    if (having === 0) continue;
    const idf = Math.log(1 + (papers.length - having + 0.5) / (having + 0.5));
    worth.set(term, Math.round(Math.sqrt(count) * idf ** 1.5 * 64));
  }
  const own = [...worth].reduce((sum, [term, weight]) => sum + weight * (inTitle.has(term) ? 4 : 3), 0);
  const vector = paperVector(words, query.title, query.abstract);
  const scored = papers.map((candidate, at) => {
    let lexical = 0;
    for (const [term, weight] of worth) {
      lexical += placed[at]?.title.has(term) ? weight * 4 : placed[at]?.key.includes(term) ? weight * 3 : 0;
    }
    const theirs = paperVector(words, candidate.title, candidate.abstract);
    return {
      id: candidate.id,
      lexical: lexical / own,
      cosine: vector && theirs ? cosine(vector, theirs) : 0,
    };
  });
  const bare = new Set(foundByWordsOnly.map(({ id }) => id));
  const pool = scored.filter(({ id, lexical, cosine }) => lexical > 0 || (cosine !== 0 && !bare.has(id)));
  const weights = fusionWeights(pool);
  return pool
    .map((likeness) => ({ id: likeness.id, score: fused(likeness, weights) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

describe('the definition, applied to every paper', () => {
  const papers = drawnPapers(60, 11).map((drawn) => ({ ...drawn, authors: [] }));
  const queries = drawnPapers(20, 12).map(({ title, abstract }) => ask(title, abstract));

  test('gives the same order', async () => {
    const segment = await segmentOf(papers, topicVectors());
    for (const query of queries) {
      expect(await idsOf([segment], query, 10)).toEqual(byDefinition(papers, query).slice(0, 10));
    }
  });

  test('gives the same order when the papers lie in several segments, one of them without vectors', async () => {
    const kept = papers.map((one) => ({ ...one, keepAbstract: true }));
    const segments = [
      await segmentOf(kept.slice(0, 31), topicVectors()),
      await segmentOf(kept.slice(31, 44), null),
      await segmentOf(kept.slice(44), topicVectors()),
    ];
    for (const query of queries) {
      const expected = byDefinition(papers, query, papers.slice(31, 44)).slice(0, 10);
      expect(await idsOf(segments, query, 10)).toEqual(expected);
    }
  });

  test('a paper in two segments is one paper', async () => {
    const segments = [
      await segmentOf(papers.slice(0, 40), topicVectors()),
      await segmentOf(papers.slice(20), null),
    ];
    for (const query of queries) {
      const ids = await idsOf(segments, query, 20);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
