import { monthOfId } from '@/lib/core/paper-id';
import type { BriefFacts } from '@/lib/search';
import { termsOf } from '@/lib/search';
import { nameTerms } from '@/lib/search/names';
import { doiTerm } from '@/lib/search/paper-terms';
import type { PreparedPaper } from '../pack/prepare';
import type { CheckedRecord } from './read-pack';

/** What a paper is found by in a pack, list by list. */
export type Found = { title: Set<string>; abstract: Set<string>; author: Set<string> };

/** What of the record of a paper its source does not say. `listed` is the address of code that a list has for it. */
export function* recordFaults(
  record: CheckedRecord,
  paper: PreparedPaper,
  listed: string | undefined,
): Generator<string> {
  if (record.title !== oneLine(paper.title, 2_000)) yield 'another title';
  if (record.authorCount !== paper.authors.length) yield 'another number of authors';
  else if (record.authors.join('|') !== shownAuthors(paper.authors).join('|')) yield 'other authors';
  if (record.categories.join(' ') !== paper.categories.slice(0, 12).join(' ')) yield 'other categories';
  if (record.abstract !== '' && record.abstract !== oneLine(paper.abstract ?? '', 20_000))
    yield 'another abstract';
  const { facts } = paper;
  if (record.flags !== flagsOf(facts) || record.facts.join() !== numbersOf(facts).join())
    yield `other facts: ${record.flags} ${record.facts.join()}`;
  if (record.venue !== oneLine(facts.venue?.name ?? '', 200)) yield 'another venue';
  const code = oneLine(facts.code ?? listed ?? '', 200);
  if (record.code !== code) yield `another address of code: ${record.code || 'none'}`;
  if (record.datasets.join('|') !== facts.datasets.map((name) => oneLine(name, 200)).join('|'))
    yield 'other datasets';
}

/** What a paper is found by and should not be, and the other way round. */
export function* termFaults(found: Found, paper: PreparedPaper, record: CheckedRecord): Generator<string> {
  const title = new Set(termsOf(paper.title).slice(0, 400));
  yield* differences('title', found.title, title);
  const said = new Set(paper.counts.map(([term]) => term));
  for (const term of found.abstract)
    if (!said.has(term) || title.has(term)) yield `${term} does not stand in its abstract alone`;
  const names = new Set(paper.authors.slice(0, 5_000).flatMap(nameTerms));
  yield* differences('names', found.author, new Set([...names, ...filtersOf(paper, record)]));
}

function* differences(
  where: string,
  found: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): Generator<string> {
  for (const term of found) if (!wanted.has(term)) yield `${term} does not stand in its ${where}`;
  for (const term of wanted) if (!found.has(term)) yield `not found by ${term} of its ${where}`;
}

function filtersOf({ id, categories, doi }: PreparedPaper, { venue, code }: CheckedRecord): string[] {
  const names = categories.map((name) => name.toLowerCase());
  const letters = venue
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 40);
  return [
    `#y:${monthOfId(id).year}`,
    ...names.map((name) => `#c:${name}`),
    ...names.map((name) => `#c:${name.split('.')[0] ?? name}`),
    ...(venue === '' ? [] : [`#v:${letters}`]),
    ...(code === '' ? [] : ['#code']),
    ...(doi === null ? [] : [doiTerm(doi)]),
  ];
}

function flagsOf(facts: BriefFacts): number {
  const bits: [boolean, number][] = [
    [facts.codeState === 'released', 1],
    [facts.codeState === 'promised', 2],
    [facts.sota, 4],
    [facts.first, 8],
    [facts.releasedDataset, 16],
    [facts.pages !== null, 32],
    [facts.figures !== null, 64],
    [facts.tables !== null, 128],
    [facts.parameters !== null, 256],
    [facts.venue !== null, 512],
  ];
  return bits.reduce((flags, [isSet, bit]) => flags + (isSet ? bit : 0), 0);
}

function numbersOf({ pages, figures, tables, parameters, venue }: BriefFacts): number[] {
  const counts = [pages, figures, tables, parameters].flatMap((value) =>
    value === null ? [] : [Math.max(0, Math.round(value))],
  );
  const year = venue && (venue.year === null ? 0 : Math.max(1, venue.year - 1899));
  return year === null ? counts : [...counts, year];
}

function shownAuthors(authors: readonly string[]): string[] {
  const shown = authors.slice(0, 8).map((name) => oneLine(name, 200));
  return shown.filter((name) => name !== '');
}

function oneLine(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\s\x00-\x1f]+/g, ' ')
    .trim();
}
