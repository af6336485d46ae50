import { parsePaperId, monthOfId, type PaperId } from '@/lib/core/paper-id';
import { termsOf } from '@/lib/search';
import { nameTerms } from '@/lib/search/names';
import type { PreparedPaper } from '../pack/prepare';
import { type CheckedPack, readPack } from './read-pack';

/** What a paper's source says it may and must be found by, and how many of each were. */
type Expected = {
  title: Set<string>;
  abstract: Set<string>;
  names: Set<string>;
  year: string;
  found: number[];
};

export type CheckReport = { papers: number; postings: number; faults: string[] };

const MOST_FAULTS = 20;

/**
 * Proves a pack against its source: every record says what the source says, ids and numbers belong together, every
 * posting's term stands where its list says, and every term of every title and name has its posting. Without a
 * source only what the pack says of itself is checked.
 */
export function checkPack(
  parts: readonly Buffer[],
  source?: ReadonlyMap<PaperId, PreparedPaper>,
): CheckReport {
  const pack = readPack(parts);
  const faults: string[] = [];
  const fault = (text: string): void => void (faults.length < MOST_FAULTS && faults.push(text));
  if (pack.records.length !== pack.papers) fault(`${pack.records.length} records of ${pack.papers} papers`);
  if (pack.ids.size !== pack.papers) fault(`${pack.ids.size} ids of ${pack.papers} papers`);
  const expected = pack.records.map((record, number) => {
    const id = idOf(record.key, pack.archives);
    if (pack.ids.get(record.key) !== number)
      fault(`the id of paper ${number} leads to ${pack.ids.get(record.key)}`);
    if (!source) return undefined;
    const paper = id === undefined ? undefined : source.get(id);
    if (id === undefined || paper === undefined)
      fault(`paper ${number} (${id ?? record.key}) is not in the source`);
    else if (record.title !== oneLine(paper.title)) fault(`${id}: another title`);
    else if (record.authorCount !== paper.authors.length) fault(`${id}: another number of authors`);
    else if (record.authors.join('|') !== shown(paper.authors).join('|')) fault(`${id}: other authors`);
    else if (record.categories.join(' ') !== paper.categories.slice(0, 12).join(' '))
      fault(`${id}: other categories`);
    return paper && expectedOf(paper);
  });
  const postings = checkPostings(pack, expected, fault);
  return { papers: pack.papers, postings, faults };
}

/** The papers that a pack has, so that no others need be read from its source. */
export function packIds(parts: readonly Buffer[]): Set<PaperId> {
  const { records, archives } = readPack(parts);
  return new Set(records.flatMap(({ key }) => idOf(key, archives) ?? []));
}

function checkPostings(
  pack: CheckedPack,
  expected: readonly (Expected | undefined)[],
  fault: (text: string) => void,
): number {
  let postings = 0;
  for (const { term, list, paper } of pack.postings) {
    postings += 1;
    const own = expected[paper];
    if (paper >= expected.length) fault(`${term} names paper ${paper}, which is not there`);
    else if (term.startsWith('#')) checkFilter(term, own, fault);
    else if (own) {
      const where = list === 0 ? own.title : list === 1 ? own.abstract : own.names;
      if (!where.has(term)) fault(`${term} does not stand in list ${list} of paper ${paper}`);
      own.found[list] = (own.found[list] ?? 0) + 1;
    }
  }
  for (const [number, own] of expected.entries()) {
    if (!own) continue;
    if (own.found[0] !== own.title.size)
      fault(`paper ${number}: ${own.found[0]} of ${own.title.size} title terms`);
    if (own.found[2] !== own.names.size)
      fault(`paper ${number}: ${own.found[2]} of ${own.names.size} name terms`);
  }
  return postings;
}

/** Filters are few and short: a year, category, venue, DOI or code that the source bears out. */
function checkFilter(term: string, own: Expected | undefined, fault: (text: string) => void): void {
  if (!/^#(?:[cvd]:.+|y:\d{4}|code)$/.test(term)) fault(`${term} is no filter`);
  if (own && term.startsWith('#y:') && term !== own.year) fault(`${term} is another paper's year`);
}

function expectedOf({ id, title, authors, counts }: PreparedPaper): Expected {
  const inTitle = new Set(termsOf(title).slice(0, 400));
  return {
    title: inTitle,
    abstract: new Set(counts.map(([term]) => term).filter((term) => !inTitle.has(term))),
    names: new Set(authors.slice(0, 5_000).flatMap(nameTerms)),
    year: `#y:${monthOfId(id).year}`,
    found: [0, 0, 0],
  };
}

function idOf(key: number, archives: readonly string[]): PaperId | undefined {
  if (key >= 2_000_000_000) {
    const rest = key - 2_000_000_000;
    return parsePaperId(
      `${archives[Math.floor(rest / 10_000_000)]}/${String(rest % 10_000_000).padStart(7, '0')}`,
    );
  }
  const month = Math.floor(key / 100_000);
  return parsePaperId(
    `${String(month).padStart(4, '0')}.${String(key % 100_000).padStart(month < 1501 ? 4 : 5, '0')}`,
  );
}

function shown(authors: readonly string[]): string[] {
  return authors
    .slice(0, 8)
    .map((name) => oneLine(name.slice(0, 200)))
    .filter((name) => name !== '');
}

function oneLine(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/[\s\x00-\x1f]+/g, ' ')
    .trim();
}
