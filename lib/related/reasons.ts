import { patternFor } from '@/lib/core/scripts';
import { texToText } from '@/lib/core/tex';
import type { Reason } from '@/lib/core/related-paper';
import type { PaperRecord } from '@/lib/search/records';
import { plainTerms, writtenAs, type Wording } from './wording';

/** What a shared term, author or fact adds to a score. */
export type Share = { reason: Reason; worth: number };
/** A shared term with what it adds to the score. */
export type SharedTerm = { term: string; worth: number };

/** What the paper asked about says, read once. */
export type Asked = {
  authors: ReadonlyMap<string, string>;
  /** Lower case, without TeX, a space around it. */
  text: string;
  wording: Wording;
  categories: readonly string[];
};

/** The most reasons anybody reads. */
const MOST_REASONS = 3;
/** A term that made less of the score than this is no reason. */
const LEAST_SHARE = 0.02;
/** Enough to tell papers apart that are otherwise alike, not to bring in one that is not. */
const AUTHOR_WORTH = 0.03;
const DATASET_WORTH = 0.015;
const CATEGORY_WORTH = 0.02;

/** The first author they share, if any: one for all, worth the same however many there are. */
export function sharedAuthors(asked: Asked, record: PaperRecord): Share[] {
  const theirs = new Set(record.authors.map(authorKey));
  const [first] = [...asked.authors].filter(([key]) => theirs.has(key));
  return first ? [{ reason: { kind: 'author', text: first[1] }, worth: AUTHOR_WORTH }] : [];
}

/** A category they share, worth a little, or half of it where one of them has none that is known. */
export function categoryWorth(asked: Asked, record: PaperRecord): number {
  if (asked.categories.length === 0 || record.categories.length === 0) return CATEGORY_WORTH / 2;
  return record.categories.some((category) => asked.categories.includes(category)) ? CATEGORY_WORTH : 0;
}

/** Datasets that the other paper is known to use and that this one names. */
export function sharedDatasets(asked: Asked, record: PaperRecord): Share[] {
  return record.facts.datasets
    .filter((name) => name.length > 2 && asked.text.includes(` ${name.toLowerCase()} `))
    .slice(0, 2)
    .map((text) => ({ reason: { kind: 'fact', text }, worth: DATASET_WORTH }));
}

/** Names are the same when they are spelled the same but for accents, dots and case. */
export function authorKey(name: string): string {
  if (/^[A-Za-z .-]*$/.test(name))
    return name
      .toLowerCase()
      .split(/[ .-]+/)
      .filter(Boolean)
      .join(' ');
  return texToText(name)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * At most three reasons, those worth most first. Terms that stand next to each other in both papers are
 * one reason; a term inside another reason is none. With nothing else to say, the topic.
 */
export function reasonsOf(
  asked: Asked,
  record: PaperRecord,
  score: number,
  terms: readonly SharedTerm[],
  others: readonly Share[],
): Reason[] {
  const shares = [...phrases(asked, record, terms), ...others].sort(
    (a, b) => b.worth - a.worth || (a.reason.text < b.reason.text ? -1 : 1),
  );
  const telling = shares.filter(
    ({ reason, worth }) => reason.kind !== 'term' || (worth >= LEAST_SHARE * score && !isScrap(reason.text)),
  );
  const chosen: Reason[] = [];
  for (const { reason } of telling) {
    // A name or a dataset says more than a third term would: the last place is kept for it.
    const kept = others.some((other) => !chosen.includes(other.reason)) ? 1 : 0;
    if (chosen.length >= MOST_REASONS - (reason.kind === 'term' ? kept : 0)) continue;
    if (!chosen.some((other) => says(other.text, reason.text))) chosen.push(reason);
  }
  // Alike by their vectors above all: what little they share by name is still true.
  const [best] = shares;
  if (chosen.length === 0 && best) chosen.push(best.reason);
  const topic = record.categories.find((category) => asked.categories.includes(category));
  if (chosen.length === 0 && topic !== undefined) chosen.push({ kind: 'topic', text: topic });
  return chosen;
}

/** Runs of shared terms that both papers have side by side, each as one, then the terms left over. */
function phrases(asked: Asked, record: PaperRecord, terms: readonly SharedTerm[]): Share[] {
  const worth = new Map(terms.map((shared) => [shared.term, shared.worth]));
  const shares: Share[] = [];
  const used = new Set<string>();
  for (const run of [record.title, record.abstract ?? ''].flatMap((text) => sharedRuns(text, asked, worth))) {
    const text = writtenAs(asked.wording, run);
    if (run.some((term) => used.has(term)) || text === undefined) continue;
    for (const term of run) used.add(term);
    const all = run.reduce((sum, term) => sum + (worth.get(term) ?? 0), 0);
    shares.push({ reason: { kind: 'term', text }, worth: all });
  }
  for (const shared of terms) {
    if (used.has(shared.term)) continue;
    shares.push({ reason: { kind: 'term', text: spell(asked, shared.term) }, worth: shared.worth });
  }
  return shares;
}

/** The longest runs of two to four terms that are worth something and neighbours in both texts. */
function sharedRuns(text: string, asked: Asked, worth: ReadonlyMap<string, number>): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const term of plainTerms(text)) {
    const last = run.at(-1);
    const goes = worth.has(term) && last !== undefined && asked.wording.pairs.has(`${last} ${term}`);
    if (goes && run.length < 4) run.push(term);
    else {
      runs.push(run);
      run = worth.has(term) ? [term] : [];
    }
  }
  return [...runs, run].filter(({ length }) => length > 1);
}

function spell(asked: Asked, term: string): string {
  return asked.wording.surfaces.get(term) ?? term;
}

/** Whether one reason already says what another does: `GLM-130B` says `GLM`. */
function says(reason: string, other: string): boolean {
  const [a, b] = [wordsOf(reason), wordsOf(other)];
  if (a.join('') === b.join('')) return true;
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(patternFor(text, /[a-z0-9]+/g, /[\p{L}\p{N}]+/gu)) ?? [];
  return words.map((word) => word.replace(/s$/, ''));
}

/** A syllable of a hyphenated word, such as `pre`, counts but reads badly. */
function isScrap(text: string): boolean {
  return patternFor(text, /^[a-z]{1,3}$/, /^\p{Ll}{1,3}$/u).test(text);
}
