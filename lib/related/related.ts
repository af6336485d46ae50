import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { RelatedPaper } from '@/lib/core/related-paper';
import type { PaperRecord } from '@/lib/search/records';
import type { Segment } from '@/lib/search/segment';
import { paperRecords, summaryOf } from '@/lib/search/summaries';
import { patternFor } from '@/lib/core/scripts';
import { texToText } from '@/lib/core/tex';
import { findCandidates, nearestIn, type Candidate, type Probe, type SearchedSegment } from './candidates';
import { chooseRows } from './choose';
import { commonness } from './commonness';
import { findTerms, ownScore, termScore, type AskedTerm, type FoundTerm } from './lexical-search';
import { termCounts } from './query-terms';
import { authorKey, categoryWorth, reasonsOf, sharedAuthors, sharedDatasets, type Asked } from './reasons';
import { vectorIndexOf } from './vector-index';
import { wordingOf } from './wording';
import { countWords, paperPieces, sameWords, vectorOf, type WordCounts } from './word-vectors';

/** What a paper is compared by. It need not be in any segment; with an id alone, what the segments hold is used. */
export type RelatedQuery = Pick<Paper, 'id' | 'title' | 'abstract' | 'authors' | 'categories'>;
export type RelatedOptions = { limit: number; signal?: AbortSignal };

const LONGEST_TITLE = 2_000;
const LONGEST_ABSTRACT = 20_000;
/** Candidates looked at for each row, so that some may be repeats or of one group. */
const LOOKED_AT = 1.5;
/**
 * What a paper must have of the score of the paper itself. Below, a word or two in common is all there is:
 * read off the lists of physics papers in a dataset of computer science.
 */
const LEAST_SCORE = 0.12;

/**
 * Papers like `paper`, best first, never itself: BM25 over key terms with the segments' own idf, fused
 * with static word vectors; a shared author or dataset decides between near equals. A paper that several
 * segments have is that of the first. Fewer than `limit`, or none, where
 * there are no more that are alike. Reads a bounded number of blocks, whatever the segments' sizes.
 */
export async function related(
  opening: readonly Segment[] | Promise<readonly Segment[]>,
  paper: RelatedQuery,
  { limit, signal }: RelatedOptions,
): Promise<readonly RelatedPaper[]> {
  // Here and below, reads are asked for before what can be worked out meanwhile.
  const early = isWhole(paper) ? readWords(clippedTo(paper)) : undefined;
  const segments = await opening;
  const searched = await openAll(segments, paper.id);
  const query = early ? { ...clippedTo(paper), vector: undefined } : await completed(searched, paper);
  signal?.throwIfAborted();
  const probing = probeOf(searched, query, early ?? readWords(query));
  const asked = askedOf(query);
  const probe = await probing;
  signal?.throwIfAborted();
  const { candidates, weights } = await findCandidates(searched, probe);
  signal?.throwIfAborted();
  // A paper in several packs is several candidates.
  const packs = Math.max(1, searched.filter(({ vectors }) => vectors !== null).length);
  const most = Math.ceil(limit * LOOKED_AT) * packs;
  const looked = await recordsOf(segments, candidates.slice(0, most));
  const judged = looked
    .map((entry) => {
      const others = [...sharedAuthors(asked, entry.record), ...sharedDatasets(asked, entry.record)];
      const score = others.reduce(
        (sum, { worth }) => sum + worth,
        entry.candidate.score + categoryWorth(asked, entry.record),
      );
      return { ...entry, others, score };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1));
  const scale = weights.lexical / Math.max(1, ownScore(probe.terms));
  const rows = chooseRows(judged, query.title, limit);
  const told = await firstTold(
    segments,
    rows.map(({ record }) => record.id),
  );
  return rows.map(({ record, candidate, others, score }) => ({
    paper: summaryOf(told.get(record.id) ?? record),
    score,
    reasons: reasonsOf(asked, record, score, sharedTerms(probe.terms, candidate, scale), others),
  }));
}

/** What the first segments say of papers that were found in later ones. */
async function firstTold(
  segments: readonly Segment[],
  ids: readonly PaperId[],
): Promise<Map<PaperId, PaperRecord>> {
  return segments.length < 2 ? new Map() : paperRecords(segments.slice(0, -1), ids);
}

/** Reads what every question needs of these segments, ahead of the first. */
export async function prepareRelated(segments: readonly Segment[]): Promise<void> {
  for (const segment of segments) segment.expectRecords();
  await Promise.all(segments.map(vectorIndexOf));
}

/** Vectors made with other words than the first segment's cannot be compared and are left alone. */
async function openAll(segments: readonly Segment[], id: PaperId): Promise<SearchedSegment[]> {
  const read = await Promise.all(
    segments.map(async (segment) => {
      segment.expectRecords();
      const [vectors, numbers] = await Promise.all([vectorIndexOf(segment), segment.numbersOf([id])]);
      return { segment, vectors, own: numbers.get(id) };
    }),
  );
  const words = read.find(({ vectors }) => vectors)?.vectors?.words;
  return read.map(({ segment, vectors, own }) => {
    const comparable = vectors && words && sameWords(vectors.words, words);
    return { segment, vectors: comparable ? vectors : null, own };
  });
}

function isWhole({ title, abstract }: RelatedQuery): boolean {
  return title !== '' && abstract !== null;
}

function clippedTo(paper: RelatedQuery): RelatedQuery {
  const title = paper.title.slice(0, LONGEST_TITLE);
  return { ...paper, title, abstract: paper.abstract?.slice(0, LONGEST_ABSTRACT) ?? null };
}

/** What can be told of a paper's words before any segment is open. */
type Words = { terms: readonly AskedTerm[]; counts: WordCounts };

function readWords(query: RelatedQuery): Words {
  return { terms: askedTerms(query), counts: countWords(paperPieces(query.title, query.abstract)) };
}

type Completed = RelatedQuery & { vector: Int16Array | undefined };

/** Fills in what the caller does not know from the first segment that has the paper. */
async function completed(searched: readonly SearchedSegment[], paper: RelatedQuery): Promise<Completed> {
  const { title, abstract } = clippedTo(paper);
  for (const { segment, vectors, own } of searched) {
    const [record] = own === undefined ? [] : await segment.records([own]);
    if (own === undefined || !record) continue;
    return {
      id: paper.id,
      title: title || record.title,
      abstract: abstract ?? record.abstract,
      authors: paper.authors.length > 0 ? paper.authors : record.authors,
      categories: paper.categories.length > 0 ? paper.categories : record.categories,
      vector: record.abstract === null ? await vectors?.vectorOf(own) : undefined,
    };
  }
  return { ...paper, title, abstract, vector: undefined };
}

async function probeOf(
  searched: readonly SearchedSegment[],
  query: Completed,
  { terms: asked, counts }: Words,
): Promise<Probe> {
  const words = searched.find(({ vectors }) => vectors)?.vectors?.words ?? null;
  const finding = findTerms(
    searched.map(({ segment }) => segment),
    asked,
    commonness(words),
  );
  // Awaited below. A damaged table of words fails both: the second failure must not go unheard.
  finding.catch(() => undefined);
  const vector = query.vector ?? (words ? vectorOf(words, counts) : undefined);
  const [terms, near] = await Promise.all([finding, nearestIn(searched, vector)]);
  return { terms, words, vector, near };
}

function askedTerms({ title, abstract }: RelatedQuery): AskedTerm[] {
  const inTitle = termCounts([{ text: title, weight: 2 }]);
  const counts = termCounts([
    { text: title, weight: 2 },
    { text: abstract ?? '', weight: 1 },
  ]);
  return [...counts].map(([term, count]) => ({ term, count, inTitle: inTitle.has(term) }));
}

function askedOf({ title, abstract, authors, categories }: RelatedQuery): Asked {
  const plain = texToText(`${title} . ${abstract ?? ''}`).toLowerCase();
  const words = plain.match(patternFor(plain, /[a-z0-9-]+/g, /[\p{L}\p{N}-]+/gu)) ?? [];
  return {
    authors: new Map(authors.map((name) => [authorKey(name), texToText(name)])),
    text: ` ${words.join(' ')} `,
    wording: wordingOf(title, abstract),
    categories,
  };
}

type Looked = { candidate: Candidate; record: PaperRecord };

/** Their records, best first; of a paper that several segments have, that of the first segment. */
async function recordsOf(segments: readonly Segment[], candidates: readonly Candidate[]): Promise<Looked[]> {
  const bySegment = await Promise.all(
    segments.map(async (segment, s) => {
      const mine = candidates.filter((candidate) => candidate.segment === s);
      const records = await segment.records(mine.map(({ paper }) => paper));
      return mine.flatMap((candidate, at) => {
        const record = records[at];
        return record ? [{ candidate, record }] : [];
      });
    }),
  );
  const ids = new Set<string>();
  return bySegment.flat().filter(({ record }) => !ids.has(record.id) && ids.add(record.id));
}

function sharedTerms(
  terms: readonly FoundTerm[],
  { segment, paper }: Candidate,
  scale: number,
): { term: string; worth: number }[] {
  return terms.flatMap((term) => {
    const worth = termScore(term, segment, paper) * scale;
    return worth > 0 ? [{ term: term.term, worth }] : [];
  });
}
