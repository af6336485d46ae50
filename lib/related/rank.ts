import type { SentenceRole } from '@/lib/core/facts';
import { fused, fusionWeights } from './fuse';
import { queryTerms, termCounts, type QueryTerm } from './query-terms';
import { cosine, textVector, type WeightedText, type WordVectors } from './word-vectors';

/** A paper to rank, with what each sentence of its abstract does where that is known. */
export type RankedDocument = {
  id: string;
  title: string;
  sentences: readonly { text: string; role: SentenceRole | null }[];
};

export type Ranker = {
  /** `candidates` by likeness to `query`, most alike first, ties by id; unknown ids are left out. */
  rank(query: string, role: SentenceRole | null, candidates: readonly string[]): string[];
};

type Indexed = {
  document: RankedDocument;
  counts: ReadonlyMap<string, number>;
  length: number;
  vector: Int16Array | undefined;
};

const TITLE_WEIGHT = 2;
/** What a sentence of the role asked for counts; the others count once. */
const ASKED_WEIGHT = 2.5;
const K1 = 1.2;
const B = 0.75;

/**
 * The product's scoring over documents at hand: BM25 with idf from `documents`, fused with static
 * word vectors. What differs from a segment is only that all words of the abstracts are known.
 */
export function createRanker(documents: readonly RankedDocument[], vectors: WordVectors): Ranker {
  const indexed = new Map(documents.map((document) => [document.id, indexOf(document, vectors)]));
  const having = new Map<string, number>();
  let length = 0;
  for (const entry of indexed.values()) {
    length += entry.length;
    for (const term of entry.counts.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  }
  const collection = { papers: indexed.size, having, length: length / indexed.size };
  return {
    rank(query, role, candidates) {
      const asked = indexed.get(query);
      if (!asked) return [];
      const pieces = piecesOf(asked.document, role);
      const terms = queryTerms(termCounts(pieces), collection.papers, (term) => having.get(term) ?? 0);
      const vector = textVector(vectors, pieces);
      const own = bm25(terms, asked, collection.length) || 1;
      const scored = candidates.flatMap((id) => {
        const entry = indexed.get(id);
        if (!entry || id === query) return [];
        const lexical = bm25(terms, entry, collection.length) / own;
        return [{ id, lexical, cosine: vector && entry.vector ? cosine(vector, entry.vector) : 0 }];
      });
      const weights = fusionWeights(scored);
      return scored
        .map((candidate) => ({ id: candidate.id, score: fused(candidate, weights) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    },
  };
}

function indexOf(document: RankedDocument, vectors: WordVectors): Indexed {
  const pieces = piecesOf(document, null);
  const counts = termCounts(pieces);
  let length = 0;
  for (const count of counts.values()) length += count;
  return { document, counts, length, vector: textVector(vectors, pieces) };
}

function piecesOf(document: RankedDocument, role: SentenceRole | null): WeightedText[] {
  const sentences = document.sentences.map((sentence) => ({
    text: sentence.text,
    weight: role !== null && plays(sentence.role, role) ? ASKED_WEIGHT : 1,
  }));
  return [{ text: document.title, weight: TITLE_WEIGHT }, ...sentences];
}

/** What a paper sets out to do belongs to its background when papers are compared. */
function plays(role: SentenceRole | null, asked: SentenceRole): boolean {
  return role === asked || (asked === 'background' && role === 'objective');
}

function bm25(terms: readonly QueryTerm[], { counts, length }: Indexed, usual: number): number {
  const damping = K1 * (1 - B + (B * length) / usual);
  let score = 0;
  for (const { term, weight } of terms) {
    const count = counts.get(term);
    if (count !== undefined) score += (weight * count * (K1 + 1)) / (count + damping);
  }
  return score;
}
