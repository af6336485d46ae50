import { analyse, singular } from './analyse';
import type { Query, QueryWord } from './query';
import type { Group } from './together';

/** One word of a query as the index may know it. */
export type Unit = {
  /** As typed, without accents, lower case: what names are kept as. */
  raw: string;
  /** Singular: what text is kept as. */
  term: string;
  field: QueryWord['field'];
  /** Its completions count too. */
  open: boolean;
  /** A given name beside a family name, which may be there as its initial. */
  given: boolean;
  /** Papers without it are no hits. */
  required: boolean;
};

/** A run of neighbouring units, `to` exclusive. */
type Run = { from: number; to: number };

/** Neighbours that may also be written as one word. */
export type Join = Run & { raw: string; term: string };

export type Units = { units: readonly Unit[]; joins: readonly Join[]; groups: readonly Group[] };

/** One bit each in a paper's mask. */
const MOST_UNITS = 14;

/** The words to look for, which of them may be one, and which must stand together. */
export function unitsOf(query: Query): Units {
  const units: Unit[] = [];
  const joins: Join[] = [];
  const phrases: Run[] = [];
  const people = new Map<number, Run>();
  for (const word of query.words) {
    if (word.excluded) continue;
    const from = units.length;
    for (const part of partsOf(word.text).slice(0, MOST_UNITS - from)) {
      units.push({
        ...part,
        field: word.field,
        open: false,
        given: word.given,
        required: word.field !== 'any',
      });
    }
    if (word.person !== null) {
      people.set(word.person, { from: people.get(word.person)?.from ?? from, to: units.length });
    }
    if (word.phrase) phrases.push({ from, to: units.length });
    else if (units.length - from > 2) joins.push(joinOf(units, from, units.length));
  }
  const last = units[units.length - 1];
  if (query.open && last) last.open = true;
  for (let at = 0; at + 1 < units.length; at += 1) {
    if (units[at]?.field === 'any' && units[at + 1]?.field === 'any') joins.push(joinOf(units, at, at + 2));
  }
  const groupOf = (place: Group['in']) => (run: Run) => ({ in: place, words: units.slice(run.from, run.to) });
  const groups = [...phrases.map(groupOf('title')), ...[...people.values()].map(groupOf('name'))];
  return { units, joins, groups: groups.filter(({ words }) => words.length > 1) };
}

/** A word's plain parts: `GLM-130B` has two. */
export function partsOf(text: string): { raw: string; term: string }[] {
  return analyse(text)
    .filter((token) => !token.joined)
    .map(({ raw, term }) => ({ raw, term }));
}

/** `gpt4` may be `gpt 4`: where letters meet digits. */
export function splitAtDigits(term: string): string[] {
  const parts = term.split(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u);
  return parts.length > 1 && parts.length <= 3 ? parts : [];
}

function joinOf(units: readonly Unit[], from: number, to: number): Join {
  const raw = units
    .slice(from, to)
    .map((unit) => unit.raw)
    .join('');
  return { from, to, raw, term: singular(raw) };
}
