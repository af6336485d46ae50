import { patternFor } from '@/lib/core/scripts';
import { analyse, fold, type Token } from './analyse';
import { nameTerms } from './names';
import type { PaperRecord } from './records';
import { POINTS } from './scoreboard';
import { type Group, standTogether } from './together';
import type { Unit } from './units';

/** What is known of a candidate once its record is read. */
export type Look = {
  /** Points for how the words stand together. */
  points: number;
  /** False when a phrase is not in the title, or a name is that of no one author. */
  together: boolean;
  /** For each unit whether title or names show it. */
  shown: readonly boolean[];
  matched: readonly string[];
};

/** What stands around a word and is none of it; TeX is. */
const EDGES = /^[^\p{L}\p{N}$\\]+|[^\p{L}\p{N}$}]+$/gu;
const ASCII_EDGES = /^[^A-Za-z0-9$\\]+|[^A-Za-z0-9$}]+$/g;

const NEIGHBOURS = POINTS * 0.65;
const SAME_AUTHOR = POINTS * 1.5;
const WHOLE_TITLE = POINTS * 6;
const BEGINS_TITLE = POINTS * 2;
/** The name before the colon: of all papers that speak of *BERT*, the one whose title says what it is. */
const NAME_OF_TITLE = POINTS * 1.5;
/** A title twice as long says half as much with each word it has. */
const BREVITY = POINTS * 0.4;
const USUAL_LENGTH = 9;
const IN_ORDER = POINTS * 0.4;
const FIRST_AUTHOR = POINTS * 0.25;
/** Letters of what may be short for words of the title, and the part of its worth that this is worth. */
const SHORTEST_SHORT = 3;
const LONGEST_SHORT = 6;
const SHORT_PART = 0.3;

/** Words that count as a unit: itself, joins, completions and near spellings, as the scores used them; and its worth. */
export type Meaning = { unit: Unit; words: ReadonlySet<string>; points: number };

/** Reads a candidate's title and names against the query: order, closeness, whole titles, whole names. */
export function lookCloser(
  record: PaperRecord,
  meanings: readonly Meaning[],
  groups: readonly Group[],
): Look {
  const title = analyse(record.title);
  const places = meanings.map(({ unit, words }) =>
    unit.field === 'author'
      ? []
      : title.filter((token) => isMeant(unit, words, token.term, token.raw)).map((token) => token.at),
  );
  const initials = initialsOf(title);
  const abbreviated = meanings.map(
    ({ unit }, at) => places[at]?.length === 0 && unit.field !== 'author' && isShortFor(unit, initials),
  );
  const names = record.authors.map(nameTerms);
  const inNames = meanings.map(({ unit, words }) =>
    unit.field === 'title'
      ? []
      : names.flatMap((terms, at) => (terms.some((term) => isNamed(unit, words, term)) ? [at] : [])),
  );
  const length = title.filter((token) => !token.joined).length;
  return {
    points: Math.round(
      titlePoints(places, length, nameLength(record.title)) +
        namePoints(inNames) +
        shortPoints(meanings, abbreviated),
    ),
    together: groups.every((group) => standTogether(record, group)),
    shown: meanings.map(
      (_, at) => (places[at]?.length ?? 0) > 0 || (inNames[at]?.length ?? 0) > 0 || abbreviated[at] === true,
    ),
    matched: [
      ...shownWords(record.title, meanings, false),
      ...record.authors.flatMap((name) => shownWords(name, meanings, true)),
    ],
  };
}

/** The first letters of a text's words, in a row. */
function initialsOf(tokens: readonly Token[]): string {
  return tokens.flatMap(({ joined, raw }) => (joined ? [] : [raw.charAt(0)])).join('');
}

/** `cnn` where a title has *Convolutional Neural Networks*. */
function isShortFor({ term }: Unit, initials: string): boolean {
  return term.length >= SHORTEST_SHORT && term.length <= LONGEST_SHORT && initials.includes(term);
}

function shortPoints(meanings: readonly Meaning[], abbreviated: readonly boolean[]): number {
  return meanings.reduce(
    (sum, { points }, at) => sum + (abbreviated[at] === true ? points * SHORT_PART : 0),
    0,
  );
}

function isMeant(unit: Unit, words: ReadonlySet<string>, term: string, raw: string): boolean {
  return term === unit.term || words.has(term) || (unit.open && raw.startsWith(unit.raw));
}

function isNamed(unit: Unit, words: ReadonlySet<string>, term: string): boolean {
  return (
    term === unit.raw ||
    words.has(term) ||
    (unit.open && term.startsWith(unit.raw)) ||
    term === `${unit.raw}.`
  );
}

/** Words before the colon; as good as endless in a title without. */
function nameLength(title: string): number {
  const colon = title.indexOf(': ');
  return colon < 0 ? Infinity : analyse(title.slice(0, colon)).filter((token) => !token.joined).length;
}

function titlePoints(places: readonly (readonly number[])[], length: number, name: number): number {
  let points = 0;
  let ordered = 0;
  for (let at = 0; at + 1 < places.length; at += 1) {
    const next = places[at + 1] ?? [];
    if ((places[at] ?? []).some((place) => next.includes(place + 1))) {
      points += NEIGHBOURS;
      ordered += 1;
    } else if ((places[at] ?? []).some((place) => next.some((other) => other > place))) points += IN_ORDER;
  }
  const covered = new Set(places.flat()).size;
  if (length > 0) points += BREVITY * covered * Math.log2(USUAL_LENGTH / length);
  const begins = places[0]?.includes(0) === true && ordered === places.length - 1;
  if (begins && places.length >= name) points += NAME_OF_TITLE;
  if (begins) points += places.length >= length ? WHOLE_TITLE : places.length > 1 ? BEGINS_TITLE : 0;
  return points;
}

/** Neighbouring words of the query in one name. */
function namePoints(inNames: readonly (readonly number[])[]): number {
  let points = inNames.some((own) => own.includes(0)) ? FIRST_AUTHOR : 0;
  for (let at = 0; at + 1 < inNames.length; at += 1) {
    const next = inNames[at + 1] ?? [];
    if ((inNames[at] ?? []).some((name) => next.includes(name))) points += SAME_AUTHOR;
  }
  return points;
}

/** The words of a text, as they stand in it, that are meant by some unit. */
function shownWords(text: string, meanings: readonly Meaning[], isName: boolean): string[] {
  const shown = new Set<string>();
  for (const word of text.split(/[\s,;:!?()]+/)) {
    const wanted = isName
      ? nameTerms(word).some((term) =>
          meanings.some(({ unit, words }) => unit.field !== 'title' && isNamed(unit, words, term)),
        )
      : analyse(word).some(({ term, raw }) =>
          meanings.some(({ unit, words }) => unit.field !== 'author' && isMeant(unit, words, term, raw)),
        );
    if (wanted && fold(word) !== '') shown.add(word.replace(patternFor(word, ASCII_EDGES, EDGES), ''));
  }
  return [...shown].filter((word) => word !== '');
}
