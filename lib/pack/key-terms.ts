import { analyse, termsOf } from '@/lib/search';

/** Terms of an abstract and how often each stands there. */
export type TermCounts = readonly (readonly [string, number])[];

const TOO_COMMON = new Set(
  'a an the of and in on for to with by from at as is are be was were been or its it this that these those we our us their they which can has have not such also more than both between into using used use show paper result based new however while where when through each other only over most'.split(
    ' ',
  ),
);

/** The terms of an abstract that could be worth finding it by, in order of first appearance. */
export function abstractTerms(abstract: string): TermCounts {
  const counts = new Map<string, number>();
  for (const { term, joined } of analyse(abstract)) {
    if (term.length < 2 || TOO_COMMON.has(term) || (joined && term.length > 24)) continue;
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts];
}

const NAME = /[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*/g;
const COINED = /[A-Z].*[A-Z\d]|[a-z][A-Z]|\d.*[A-Z]/;

/** Terms of names that are coined, as capitals or digits within a word tell: `HPINet`, `IAAD`, `GLM-130B`. */
export function coinedTerms(abstract: string): Set<string> {
  const words = abstract.match(NAME) ?? [];
  return new Set(words.filter((word) => COINED.test(word)).flatMap(termsOf));
}

/**
 * The terms most telling of a paper among all papers: by (1 + ln count) * ln(papers / papers that have it).
 * Ties by term, so that the choice is the same every time. A word said once in all abstracts is left out unless it
 * is `coined`: most are misspelled, and each takes as much room in the directory as five postings.
 */
export function pickKeyTerms(
  counts: TermCounts,
  coined: readonly string[],
  { papers, having, most }: { papers: number; having: (term: string) => number; most: number },
): string[] {
  const names = new Set(coined);
  const weighed = counts
    .filter(([term, count]) => count > 1 || having(term) > 1 || names.has(term))
    .map(([term, count]) => ({
      term,
      weight: (1 + Math.log(count)) * Math.log(1 + papers / Math.max(1, having(term))),
    }));
  weighed.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  return weighed.slice(0, most).map(({ term }) => term);
}
