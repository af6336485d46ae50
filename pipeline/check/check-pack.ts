import { monthOfId, type PaperId } from '@/lib/core/paper-id';
import type { PreparedPaper } from '../pack/prepare';
import { type Found, recordFaults, termFaults } from './check-paper';
import { vectorFault } from './check-vector';
import { idOfKey } from './pack-ids';
import { type CheckedPack, readPack } from './read-pack';
import { endingsOf, postingsOf } from './read-postings';

/** `proven` papers were held against their source. Of many faults of a kind the first are told, and all counted. */
export type CheckReport = {
  papers: number;
  proven: number;
  postings: number;
  vectors: number;
  wrong: number;
  faults: { count: number; first: string[] }[];
};

const MOST_FAULTS = 5;
const MOST_KINDS = 40;
const LISTS = 4;
const OTHER_VENUE = 255;

/**
 * Proves a pack. In itself: every id leads to its paper and back, columns say what the records say, every term that
 * can be misspelled has its ending, every vector its place. Against the source, paper by paper: every record, every
 * posting (none too many, none missing but of an abstract, of which the most telling were chosen) and every vector.
 */
export class PackCheck {
  private readonly pack: CheckedPack;
  private readonly faults = new Map<string, { count: number; first: string[] }>();
  private wrong = 0;
  private readonly proven = new Set<number>();
  private readonly terms: string[] = [];
  /** Postings by paper: those of paper n end where `ends` says, a term's number times `LISTS` plus the list each. */
  private readonly postings: Uint32Array;
  private readonly ends: Uint32Array;

  constructor(parts: readonly Buffer[]) {
    this.pack = readPack(parts);
    const { papers, records, ids, terms } = this.pack;
    if (records.length !== papers) this.fault(`${records.length} records of ${papers} papers`);
    if (ids.size !== papers) this.fault(`${ids.size} ids of ${papers} papers`);
    [this.postings, this.ends] = this.byPaper();
    if (this.terms.length !== terms) this.fault(`${this.terms.length} terms, not ${terms}`);
    for (const [number] of records.entries()) this.checkNumbers(number);
  }

  /** The papers there are. */
  get ids(): Set<PaperId> {
    return new Set(this.pack.records.flatMap(({ key }) => idOfKey(key, this.pack.archives) ?? []));
  }

  /** Holds a paper against its source; once for each paper. */
  against(paper: PreparedPaper, listed: string | undefined): void {
    const { ids, archives, records, vectors } = this.pack;
    const number = keysOf(paper.id, archives)
      .map((key) => ids.get(key))
      .find((found) => found !== undefined);
    const record = number === undefined ? undefined : records[number];
    if (number === undefined || !record) return this.fault(`${paper.id} is not in the pack`);
    if (this.proven.has(number)) return this.fault(`${paper.id} was given twice`);
    this.proven.add(number);
    for (const fault of recordFaults(record, paper, listed)) this.fault(`${paper.id}: ${fault}`);
    for (const fault of termFaults(this.foundBy(number), paper, record)) this.fault(`${paper.id}: ${fault}`);
    const fault = vectors && vectorFault(vectors, number, paper.title, paper.abstract);
    if (fault) this.fault(`${paper.id}: ${fault}`);
  }

  /** What was found. `withSource`: papers that no source was given for are faults. */
  report(withSource: boolean): CheckReport {
    const { papers, records, vectors, archives } = this.pack;
    for (const [number, { key }] of records.entries())
      if (withSource && !this.proven.has(number))
        this.fault(`paper ${number} (${idOfKey(key, archives) ?? key}) is not in the source`);
    const proven = this.proven.size;
    const [postings, coded] = [this.postings.length, vectors?.coded.size ?? 0];
    return {
      papers,
      proven,
      postings,
      vectors: coded,
      wrong: this.wrong,
      faults: [...this.faults.values()],
    };
  }

  private byPaper(): [Uint32Array, Uint32Array] {
    const { papers, directory, lists, endings } = this.pack;
    const misspellable = new Map(endingsOf(endings).map(({ term, most }) => [term, most]));
    const found = new Pairs();
    const ends = new Uint32Array(papers + 1);
    let longest = [0, 0, 0];
    const close = (): void => {
      const term = this.terms.at(-1);
      if (term !== undefined) this.checkEnding(term, longest, misspellable);
      longest = [0, 0, 0];
    };
    for (const { term, list, paper } of postingsOf(directory, lists)) {
      if (term !== this.terms.at(-1)) {
        close();
        if (Buffer.compare(Buffer.from(this.terms.at(-1) ?? ''), Buffer.from(term)) > 0)
          this.fault(`${term} is out of order`);
        this.terms.push(term);
      }
      longest[list] = (longest[list] ?? 0) + 1;
      if (paper >= papers) {
        this.fault(`${term} names paper ${paper}, which is not there`);
        continue;
      }
      found.add(paper, (this.terms.length - 1) * LISTS + list);
      ends[paper + 1] = (ends[paper + 1] ?? 0) + 1;
    }
    close();
    for (const [term] of misspellable) this.fault(`the ending of ${term}, which is no such term`);
    for (let paper = 0; paper < papers; paper += 1)
      ends[paper + 1] = (ends[paper + 1] ?? 0) + (ends[paper] ?? 0);
    const postings = new Uint32Array(found.count);
    const filled = ends.slice();
    found.each((paper, value) => {
      postings[filled[paper] ?? 0] = value;
      filled[paper] = (filled[paper] ?? 0) + 1;
    });
    return [postings, ends];
  }

  /** Takes the ending of a term away when it is as it should be. */
  private checkEnding(term: string, longest: readonly number[], endings: Map<string, number>): void {
    const most = Math.floor(Math.log2(Math.max(1, ...longest)));
    const known = (longest[0] ?? 0) > 0 || (longest[2] ?? 0) > 0 || most > 0;
    const wanted = known && term.length >= 4 && !term.startsWith('#') ? most : undefined;
    if (endings.get(term) !== wanted)
      this.fault(`the ending of ${term} is ${endings.get(term)}, not ${wanted}`);
    endings.delete(term);
  }

  private checkNumbers(number: number): void {
    const { records, columns, ids, archives, categories, venues, vectors } = this.pack;
    const record = records[number];
    const id = record && idOfKey(record.key, archives);
    if (!record || id === undefined) return this.fault(`paper ${number} has no id`);
    if (ids.get(record.key) !== number) this.fault(`the id of ${id} leads to ${ids.get(record.key)}`);
    const [primary] = record.categories;
    const category = primary === undefined ? 0 : Math.min(255, categories.indexOf(primary) + 1);
    const venue = record.venue === '' ? 0 : venues.indexOf(record.venue) + 1 || OTHER_VENUE;
    const wanted = [monthOfId(id).year - 1900, category, venue, record.code === '' ? 0 : 1];
    const told = [columns.years, columns.categories, columns.venues, columns.flags].map(
      (column) => column[number],
    );
    if (told.join() !== wanted.join()) this.fault(`${id}: columns ${told.join()}, not ${wanted.join()}`);
    if (vectors && vectors.places[number] !== (vectors.coded.get(number)?.cluster ?? 65_535))
      this.fault(`${id}: a vector elsewhere than its place says`);
  }

  private foundBy(number: number): Found {
    const found: Found = { title: new Set(), abstract: new Set(), author: new Set() };
    const lists = [found.title, found.abstract, found.author];
    for (const value of this.postings.subarray(this.ends[number], this.ends[number + 1]))
      lists[value % LISTS]?.add(this.terms[Math.floor(value / LISTS)] ?? '');
    return found;
  }

  /** Faults worded alike, but for ids, terms and numbers, are of one kind. */
  private fault(text: string): void {
    this.wrong += 1;
    const kind = text
      .replace(/^\S+:? /, '')
      .replace(/^\S+ (?=does not stand)|(?<=not found by )\S+ /, '')
      .replace(/\S*\d\S*/g, '#')
      .slice(0, 40);
    const told = this.faults.get(kind) ?? { count: 0, first: [] };
    told.count += 1;
    if (told.count <= MOST_FAULTS) told.first.push(text);
    if (this.faults.size < MOST_KINDS) this.faults.set(kind, told);
  }
}

/** Pairs of numbers, eight bytes each: millions of them. */
class Pairs {
  count = 0;
  private values = new Uint32Array(1 << 16);

  add(first: number, second: number): void {
    if (2 * this.count + 2 > this.values.length) {
      const longer = new Uint32Array(2 * this.values.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[2 * this.count] = first;
    this.values[2 * this.count + 1] = second;
    this.count += 1;
  }

  each(visit: (first: number, second: number) => void): void {
    for (let at = 0; at < this.count; at += 1) visit(this.values[2 * at] ?? 0, this.values[2 * at + 1] ?? 0);
  }
}

/** The keys that an id may have: of an old one, by the place of its archive. */
function keysOf(id: PaperId, archives: readonly string[]): number[] {
  const slash = id.indexOf('/');
  const digits = id.slice(slash + 1);
  if (slash > 0) return [2_000_000_000 + archives.indexOf(id.slice(0, slash)) * 10_000_000 + Number(digits)];
  return [Number(digits.slice(0, 4)) * 100_000 + Number(digits.slice(5))];
}
