import { datasetPattern } from './dataset-pattern';
import type { Paper } from './paper';
import { texToText } from './tex';
import type { Watch } from './watch';

/** What is known of a paper: its own text, and the datasets that are known to be named in it. */
type Watched = Pick<
  Paper,
  'title' | 'authors' | 'hasMoreAuthors' | 'abstract' | 'comments' | 'categories'
> & {
  datasets?: readonly string[];
};

/** `unknown`: none matches, but one may, for what it looks at is not known of the paper. */
export type WatchAnswer = { watch: Watch } | 'none' | 'unknown';

/** Names of datasets that are words too: only where they are known to be meant is the dataset found. */
type IsWordToo = (name: string) => boolean;

type Text = { said: string; plain: string; names: readonly string[][] };
type Matching = { watch: Watch; finds: (paper: Watched, text: Text) => boolean };

/** Gives the first of `watches` that a paper matches, as far as what is known of the paper says. */
export function matcherOf(
  watches: readonly Watch[],
  isWordToo: IsWordToo = () => false,
): (paper: Watched) => WatchAnswer {
  // A listing asks for each of its rows: what is of the watches alone is done once.
  const matchings = watches.map((watch): Matching => ({ watch, finds: findsOf(watch, isWordToo) }));
  return (paper) => {
    if (matchings.length === 0) return 'none';
    const plain = texToText([paper.title, paper.abstract, paper.comments].join(' . '));
    const text = { plain, said: ` ${wordsOf(plain)} `, names: paper.authors.map(partsOf) };
    const found = matchings.find(({ finds }) => finds(paper, text));
    if (found) return { watch: found.watch };
    return watches.some(({ kind }) => !isKnown(kind, paper)) ? 'unknown' : 'none';
  };
}

function findsOf({ kind, text }: Watch, isWordToo: IsWordToo): Matching['finds'] {
  switch (kind) {
    case 'author': {
      const parts = partsOf(text);
      return (_, { names }) => names.some((name) => isSameName(parts, name));
    }
    case 'category': {
      const watched = text.trim().toLowerCase();
      return ({ categories }) => categories.some((one) => isWithin(one.toLowerCase(), watched));
    }
    case 'words': {
      const words = wordsOf(text).trim();
      return (_, { said }) => words !== '' && said.includes(` ${words} `);
    }
    case 'dataset': {
      const pattern = datasetPattern(text);
      const inText = pattern && !isWordToo(text.trim()) ? pattern : null;
      return ({ datasets = [] }, { plain }) =>
        inText?.test(plain) === true || datasets.some((name) => pattern?.exec(name)?.index === 0);
    }
  }
}

/** Whether enough is known of a paper to say that a watch does not match it. */
function isKnown(kind: Watch['kind'], { abstract, authors, hasMoreAuthors, categories }: Watched): boolean {
  if (kind === 'author') return hasMoreAuthors !== true && authors.length > 0;
  return kind === 'category' ? categories.length > 0 : abstract !== null;
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
