import type { Segment } from '@/lib/search/segment';
import type { Postings } from '@/lib/search/postings';
import type { ListRef } from '@/lib/search/terms';
import type { Raised } from './heights';
import { termWeight } from './query-terms';

/** What a term is worth where it stands. */
const TITLE = 4;
const ABSTRACT = 3;

/** Weights are whole numbers of this part, so that scores add up the same everywhere. */
const WEIGHT_UNIT = 64;
/** Terms that are looked up; the directory is read by the block, so each costs up to one. */
const MOST_LOOKED_UP = 48;
/** Terms whose postings are read: more change the first ten hardly at all. */
const MOST_TERMS = 40;
/**
 * Postings one query may read, in all segments: what bounds its time however large the corpus is. With more than
 * twice as many, 99 of 100 papers of the first eight are the same.
 */
const MOST_POSTINGS = 64_000;

/** A term of the query: how often it stands in its text, and whether in its title. */
export type AskedTerm = { term: string; count: number; inTitle: boolean };

/** A term found in the segments, with its postings in each. */
export type FoundTerm = AskedTerm & { weight: number; postings: readonly TermPostings[] };
export type TermPostings = { title: Postings | null; abstract: Postings | null };

/**
 * The terms that tell papers apart best, best first, with their postings: idf counts the papers of all
 * segments. `guess` is how common a term is likely to be (0 to 1); what is likely to be everywhere is not even looked up.
 */
export async function findTerms(
  segments: readonly Segment[],
  asked: readonly AskedTerm[],
  guess: (term: string) => number,
): Promise<FoundTerm[]> {
  const likely = asked
    .map((entry) => ({ entry, worth: Math.sqrt(entry.count) * -Math.log(guess(entry.term)) }))
    .sort((a, b) => b.worth - a.worth || (a.entry.term < b.entry.term ? -1 : 1))
    .slice(0, MOST_LOOKED_UP)
    .map(({ entry }) => entry);
  const directories = await Promise.all(
    segments.map((segment) => segment.terms(likely.map(({ term }) => term))),
  );
  const papers = segments.reduce((sum, segment) => sum + segment.papers, 0);
  const weighed = likely.flatMap((entry) => {
    const lists = directories.map((directory) => directory.get(entry.term)?.lists);
    const having = lists.reduce(
      (sum, list) => sum + (list?.title?.count ?? 0) + (list?.abstract?.count ?? 0),
      0,
    );
    const weight = Math.round(termWeight(entry.count, papers, having) * WEIGHT_UNIT);
    return having > 0 ? [{ entry, lists, having, weight }] : [];
  });
  weighed.sort((a, b) => b.weight - a.weight || (a.entry.term < b.entry.term ? -1 : 1));
  let left = MOST_POSTINGS;
  const chosen = weighed.slice(0, MOST_TERMS).filter(({ having }) => {
    if (having > left) return false;
    left -= having;
    return true;
  });
  return Promise.all(
    chosen.map(async ({ entry, lists, weight }) => ({
      ...entry,
      weight,
      postings: await Promise.all(
        segments.map(async (segment, s) => {
          const [title, abstract] = await Promise.all([
            readList(segment, lists[s]?.title),
            readList(segment, lists[s]?.abstract),
          ]);
          return { title, abstract };
        }),
      ),
    })),
  );
}

async function readList(segment: Segment, ref: ListRef | null | undefined): Promise<Postings | null> {
  return ref ? segment.postings(ref) : null;
}

/** What the query's own paper would get: the scale of all scores. */
export function ownScore(terms: readonly FoundTerm[]): number {
  return terms.reduce((sum, term) => sum + term.weight * (term.inTitle ? TITLE : ABSTRACT), 0);
}

/** What adds up to the score of each paper of segment `s`: 0 for those without any of the terms. */
export function raisedBy(terms: readonly FoundTerm[], s: number): Raised[] {
  return terms.flatMap(({ weight, postings }) => {
    const { title = null, abstract = null } = postings[s] ?? {};
    return [
      ...(title ? [{ places: title, worth: weight * TITLE }] : []),
      ...(abstract ? [{ places: abstract, worth: weight * ABSTRACT }] : []),
    ];
  });
}

/** What term `term` adds to the score of one paper of segment `s`. */
export function termScore(term: FoundTerm, s: number, paper: number): number {
  const { title = null, abstract = null } = term.postings[s] ?? {};
  if (title && has(title, paper)) return term.weight * TITLE;
  return abstract && has(abstract, paper) ? term.weight * ABSTRACT : 0;
}

/** Whether `wanted` is among ascending numbers. */
function has(numbers: Postings, wanted: number): boolean {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = numbers[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
