import { monthOfId } from '@/lib/core/paper-id';
import { type Alternative, type Directory, plainAlternatives } from './alternatives';
import { type Look, lookCloser, type Meaning } from './closer-look';
import { correctedText, either, isFew, isMeant, typedFirst } from './corrected';
import { countFound } from './facets';
import { formAlternatives } from './forms';
import { type Accept, acceptOf } from './filters';
import { asFirstTold, compareIds, hitOf } from './hits';
import { filterOnly, searchById } from './other-searches';
import { parseQuery, type Query } from './query';
import type { PaperRecord } from './records';
import { type Tally, tallySegment, totalCount, unitPoints } from './scoreboard';
import type { Hit, SearchOptions, SearchResult } from './search-types';
import type { Segment } from './segment';
import { standsAsTyped } from './stands';
import { nearAlternatives, splitAlternatives } from './spelling';
import { GROUP_LOOK, standing } from './standing';
import type { ListName } from './terms';
import { type Units, unitsOf } from './units';

/** Candidates whose records are read, beside those that will be shown. */
const LOOK_AT_LEAST = 24;
/** A paper that has less than this part of the query's points is no hit. */
const LEAST_PART = 0.4;
/** A word in more papers than these is no misspelling. */
const COMMON_COUNT = 8;
const COMMON_PART = 1 / 20_000;

type Candidate = { segment: Segment; number: number; points: number; mask: number };
type Looked = Pick<Candidate, 'number' | 'mask'> & {
  record: PaperRecord;
  look: Look;
  score: number;
  rank: number;
  segment: number;
};
/** Papers found, of each segment; null where that is not known. `whole` are the hits that have every word. */
type Reading = {
  hits: readonly Hit[];
  whole: readonly Hit[];
  found: readonly Uint32Array[] | null;
  hasAll: boolean;
  bits: number;
};
type Weighted = { alternatives: Alternative[]; points: number };

/**
 * Searches any number of segments as if they were one. A paper in several is that of the first.
 * Deterministic: by score, then static rank, then id.
 */
export async function search(
  segments: readonly Segment[],
  text: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const query = parseQuery(text);
  const direct = await searchById(segments, query, text);
  if (direct) return direct;
  const units = unitsOf(query);
  if (units.units.length === 0) return filterOnly(segments, query, text, options);
  const words = new WordSearch(segments, query, units, text, options);
  const typed = await words.read();
  const other = isFew(typed) ? await words.corrected() : null;
  if (other === null) return words.told(typed);
  const meantQuery = parseQuery(other);
  const meant = await new WordSearch(segments, meantQuery, unitsOf(meantQuery), other, options).read();
  if (!isMeant(typed, meant)) return words.told(typed);
  const hits = typedFirst(typed.whole, meant.hits).slice(0, options.limit);
  const found = either(typed.found ?? [], meant.found ?? []);
  return { ...(await words.told({ ...typed, hits, found })), corrected: other };
}

class WordSearch {
  private readonly directory: Directory;
  private plain: readonly Alternative[][] = [];
  private weighted: Weighted[] = [];

  constructor(
    private readonly segments: readonly Segment[],
    private readonly query: Query,
    private readonly units: Units,
    private readonly text: string,
    private readonly options: SearchOptions,
  ) {
    this.directory = segments.map((segment) => ({ segment, entries: new Map() }));
  }

  async read(): Promise<Reading> {
    const accepts = await Promise.all(
      this.segments.map((segment) => acceptOf(segment, this.query, this.options)),
    );
    const alternatives = await plainAlternatives(this.directory, this.units);
    this.plain = alternatives;
    // Of a word that no paper has, nothing needs to be added up to know that no paper has them all.
    const isHopeless = alternatives.some((ways) => totalCount(this.directory, ways) === 0);
    let tallies = isHopeless ? [] : await this.score(accepts, alternatives);
    if (!this.hasAll(tallies)) {
      const [guesses, forms] = await Promise.all([this.withGuesses(alternatives), this.forms()]);
      tallies = await this.score(accepts, guesses, forms);
    }
    this.options.signal?.throwIfAborted();
    const candidates = this.segments.flatMap((segment, at) =>
      (tallies[at]?.best ?? []).map(({ doc, points, mask }) => ({ segment, number: doc, points, mask })),
    );
    const bits = Math.max(0, ...tallies.map((tally) => tally.bits));
    const most = tallies.map((tally) => (tally.bits === bits ? tally.found : new Uint32Array(0)));
    const found = await standing(this.segments, this.units.groups, most);
    return { ...(await this.hits(candidates)), found, hasAll: this.hasAll(tallies), bits };
  }

  /** Another query that may have been meant, once this one was read. */
  corrected(): Promise<string | null> {
    const { units, groups } = this.units;
    const asked = { query: this.query, text: this.text, units };
    return groups.length > 0 ? Promise.resolve(null) : correctedText(this.directory, asked, this.plain);
  }

  async told({ hits, found, hasAll, bits }: Reading): Promise<SearchResult> {
    const asked = { query: this.text, hits };
    if (!found) return { ...asked, total: null, facets: null };
    const counted = await countFound(this.segments, found, this.options);
    return { ...asked, ...counted, ...(hasAll || bits === 0 ? {} : { short: true }) };
  }

  /** A word is worth what it is as typed; one that only has other forms, what these are. */
  private async score(
    accepts: readonly (Accept | null)[],
    alternatives: readonly Alternative[][],
    forms: readonly Alternative[][] = [],
  ): Promise<Tally[]> {
    this.weighted = alternatives.map((ways, at) => {
      const own = forms[at] ?? [];
      const count = totalCount(this.directory, ways) || totalCount(this.directory, own);
      return { alternatives: [...ways, ...own], points: unitPoints(this.papers, count) };
    });
    const { units, groups } = this.units;
    const wanted = {
      units: this.weighted,
      required: units.reduce((bits, unit, at) => bits | (unit.required ? 1 << at : 0), 0),
      least: LEAST_PART * this.weighted.reduce((sum, { points }) => sum + points, 0),
      most: groups.length > 0 ? GROUP_LOOK : Math.max(LOOK_AT_LEAST, this.options.limit + 4),
    };
    return Promise.all(
      this.directory.map(({ segment, entries }, at) =>
        tallySegment(segment, entries, { ...wanted, accept: accepts[at] ?? null }),
      ),
    );
  }

  /**
   * Misspelled and run-together words, for a query that no paper has all the words of. A word that many papers
   * have is taken as it is.
   */
  private withGuesses(alternatives: readonly Alternative[][]): Promise<Alternative[][]> {
    const common = COMMON_COUNT + this.papers * COMMON_PART;
    return Promise.all(
      alternatives.map(async (ways, at) => {
        const unit = this.units.units[at];
        const count = totalCount(this.directory, ways);
        if (!unit || count > common) return ways;
        const near = await nearAlternatives(this.directory, unit);
        return [...ways, ...near, ...(count > 0 ? [] : await splitAlternatives(this.directory, unit))];
      }),
    );
  }

  private forms(): Promise<Alternative[][]> {
    const { units, joins } = this.units;
    return Promise.all(
      units.map((unit, at) => {
        const own = joins.filter(({ from, to }) => at >= from && at < to);
        return formAlternatives(this.directory, unit, own);
      }),
    );
  }

  private get papers(): number {
    return this.segments.reduce((sum, segment) => sum + segment.papers, 0);
  }

  private hasAll(tallies: readonly Tally[]): boolean {
    return tallies.some(({ bits }) => bits === this.units.units.length);
  }

  private async hits(candidates: readonly Candidate[]): Promise<Pick<Reading, 'hits' | 'whole'>> {
    const meanings: Meaning[] = this.units.units.map((unit, at) => ({
      unit,
      points: this.weighted[at]?.points ?? 0,
      words: new Set(this.weighted[at]?.alternatives.flatMap(({ terms }) => terms)),
    }));
    const looked: Looked[] = [];
    for (const [at, segment] of this.segments.entries()) {
      const own = candidates.filter((candidate) => candidate.segment === segment);
      const records = await segment.records(own.map(({ number }) => number));
      for (const [index, record] of records.entries()) {
        const { points = 0, number = 0, mask = 0 } = own[index] ?? {};
        const look = lookCloser(record, meanings, this.units.groups);
        const rank = segment.rankOf(number);
        if (look.together)
          looked.push({ record, number, look, mask, score: points + look.points, rank, segment: at });
      }
    }
    looked.sort(
      (a, b) =>
        b.score - a.score || b.rank - a.rank || compareIds(a.record.id, b.record.id) || a.segment - b.segment,
    );
    const speakers = new Map<string, Looked>();
    for (const one of looked) {
      const known = speakers.get(one.record.id);
      if (!known || one.segment < known.segment) speakers.set(one.record.id, one);
    }
    const ids = new Set<string>();
    const shown = looked.filter(({ record: { id } }) => !ids.has(id) && ids.add(id));
    const first = shown.slice(0, this.options.limit);
    const told = first.map(async (one) => {
      const own = speakers.get(one.record.id) ?? one;
      return hitOf(own.record, one.score, await this.whyOf(own), own.look.matched);
    });
    const hits = await asFirstTold(this.segments, await Promise.all(told));
    const every = (1 << this.units.units.length) - 1;
    return { hits, whole: hits.filter((_, at) => first[at]?.mask === every) };
  }

  /** A word that the paper has and the row does not show is in its abstract, a further author's, or one like it is. */
  private async whyOf({ record, number, segment, look, mask }: Looked): Promise<string[]> {
    const hidden = this.units.units.flatMap((unit, at) =>
      look.shown[at] || (mask & (1 << at)) === 0 ? [] : [{ unit, at }],
    );
    const whole = this.directory[segment];
    return Promise.all(
      hidden.map(async ({ unit, at }) => {
        if (unit.raw === String(monthOfId(record.id).year)) return `year: ${unit.raw}`;
        const ways = this.weighted[at]?.alternatives ?? [];
        const isIn = (lists: readonly ListName[]) =>
          whole === undefined || standsAsTyped(whole, ways, number, lists);
        if (await isIn(['title', 'abstract'])) return `abstract: ${unit.raw}`;
        if (unit.field === 'author' || (await isIn(['author']))) return `author: ${unit.raw}`;
        return `abstract, about: ${unit.raw}`;
      }),
    );
  }
}
