import { patternFor } from '@/lib/core/scripts';
import { texToText } from '@/lib/core/tex';
import { analyse, type Token } from '@/lib/search/analyse';

/** How a paper says things: read once, asked for every reason. */
export type Wording = {
  /** How it writes a term: `INT4` for `int4`, `GLM-130B` for `glm130b`. */
  surfaces: ReadonlyMap<string, string>;
  /** Terms that stand side by side, as `first second`. */
  pairs: ReadonlySet<string>;
  /** Its words in order with the terms of each, those of the abstract first. */
  words: readonly { word: string; terms: readonly string[] }[];
};

type Word = { word: string; asWritten: boolean; tokens: readonly Token[] };

const LONGEST_TEXT = 20_000;
const LONGEST_WORD = 60;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const ASCII_EDGES = /^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g;

/**
 * Words keep the capitals they have inside a sentence; those of a title, or of a sentence's beginning,
 * say nothing and are kept only within a word.
 */
export function wordingOf(title: string, abstract: string | null): Wording {
  const sentences = texToText((abstract ?? '').slice(0, LONGEST_TEXT))
    .split(/(?<=[.!?:])\s+/)
    .map((sentence) => wordsOf(sentence).map((word, at) => readWord(word, at > 0)));
  const inTitle = wordsOf(texToText(title.slice(0, LONGEST_TEXT))).map((word) => readWord(word, false));
  const words = [...sentences.flat(), readWord('', false), ...inTitle];
  const surfaces = new Map<string, string>();
  for (const word of words) if (word.asWritten) addSurfaces(word, surfaces);
  for (const word of words) if (!word.asWritten) addSurfaces(word, surfaces);
  const written = words.map((word) => ({ word: spelled(word), terms: plain(word.tokens) }));
  return { surfaces, pairs: pairsOf(written.map(({ terms }) => terms)), words: written };
}

/** The terms of a text in order, without those that stand for several. */
export function plainTerms(text: string): string[] {
  return plain(analyse(text));
}

/** How a run of terms is written where it first stands in whole words; undefined if it nowhere does. */
export function writtenAs({ words }: Wording, run: readonly string[]): string | undefined {
  for (let from = 0; from < words.length; from += 1) {
    let matched = 0;
    for (let to = from; matched < run.length; to += 1) {
      const terms = words[to]?.terms ?? [];
      if (terms.length === 0 || !terms.every((term, at) => term === run[matched + at])) break;
      matched += terms.length;
      if (matched < run.length) continue;
      return words
        .slice(from, to + 1)
        .map(({ word }) => word)
        .join(' ');
    }
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(patternFor(word, ASCII_EDGES, EDGES), '').replace(/['’]s$/, ''))
    .filter((word) => word !== '' && word.length <= LONGEST_WORD);
}

function readWord(word: string, asWritten: boolean): Word {
  return { word, asWritten, tokens: word === '' ? [] : analyse(word) };
}

/** A word of one term is its spelling; one of several is that of all together, its parts of each. */
function addSurfaces(word: Word, surfaces: Map<string, string>): void {
  const terms = plain(word.tokens);
  const [first] = terms;
  if (terms.length === 1 && first !== undefined) {
    if (!surfaces.has(first)) surfaces.set(first, spelled(word));
    return;
  }
  for (const { term, joined } of word.tokens) {
    if (joined && !surfaces.has(term)) surfaces.set(term, spelled(word));
  }
  for (const part of word.word.split(patternFor(word.word, /[^A-Za-z0-9]+/, /[^\p{L}\p{N}]+/u))) {
    if (part !== '' && part !== word.word) addSurfaces(readWord(part, word.asWritten), surfaces);
  }
}

function spelled({ word, asWritten }: Word): string {
  return asWritten || patternFor(word, /[A-Z0-9]/, /[\p{Lu}\p{N}]/u).test(word.slice(1))
    ? word
    : word.toLowerCase();
}

function plain(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ term, joined }) => (joined ? [] : [term]));
}

function pairsOf(words: readonly (readonly string[])[]): Set<string> {
  const pairs = new Set<string>();
  let last: string | undefined;
  for (const terms of words) {
    if (terms.length === 0) last = undefined;
    for (const term of terms) {
      if (last !== undefined) pairs.add(`${last} ${term}`);
      last = term;
    }
  }
  return pairs;
}
