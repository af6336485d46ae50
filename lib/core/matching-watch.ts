import type { Paper } from './paper';
import { texToText } from './tex';
import type { Watch } from './watch';

type Watched = Pick<Paper, 'title' | 'authors' | 'abstract' | 'comments' | 'categories'>;

type Matching = { watch: Watch; parts: readonly string[]; words: string };

/** Gives the first of `watches` that a paper matches, as far as what is known of the paper says. */
export function matcherOf(watches: readonly Watch[]): (paper: Watched) => Watch | undefined {
  // A listing asks for each of its rows: what is of the watches alone is done once.
  const matchings = watches.map((watch): Matching => {
    const isOfWords = watch.kind === 'words' || watch.kind === 'dataset';
    return {
      watch,
      parts: watch.kind === 'author' ? partsOf(watch.text) : [],
      words: isOfWords ? wordsOf(watch.text).trim() : watch.text.trim().toLowerCase(),
    };
  });
  return (paper) => matching(matchings, paper)?.watch;
}

function matching(matchings: readonly Matching[], paper: Watched): Matching | undefined {
  if (matchings.length === 0) return undefined;
  const { title, abstract, comments, authors, categories } = paper;
  const said = ` ${wordsOf(texToText([title, abstract, comments].join(' . ')))} `;
  const names = authors.map(partsOf);
  return matchings.find(({ watch: { kind }, parts, words }) => {
    switch (kind) {
      case 'author':
        return names.some((name) => isSameName(parts, name));
      case 'category':
        return categories.some((one) => isWithin(one.toLowerCase(), words));
      case 'words':
      case 'dataset':
        return words !== '' && said.includes(` ${words} `);
    }
  });
}

const wordsOf = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ');

/** `cs.CL` is within `cs.CL` and within `cs`. */
function isWithin(category: string, watched: string): boolean {
  return watched !== '' && (category === watched || category.startsWith(`${watched}.`));
}

/**
 * `Christopher Manning` and `Christopher D. Manning` are taken for one. A full name is not found in
 * an initial, for that may be anyone's; an initial in the watch finds every name it begins.
 */
function isSameName(watched: readonly string[], name: readonly string[]): boolean {
  const family = watched.at(-1);
  if (family === undefined || family !== name.at(-1) || watched.length > name.length) return false;
  let at = 0;
  for (const part of watched.slice(0, -1)) {
    const isInitial = part.length === 1;
    const begins = (given: string): boolean => (isInitial ? given.startsWith(part) : given === part);
    while (at < name.length - 1 && !begins(name[at] ?? '')) at += 1;
    if (at >= name.length - 1) return false;
    at += 1;
  }
  return true;
}

function partsOf(name: string): string[] {
  return plain(texToText(name))
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((part) => part !== '');
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
