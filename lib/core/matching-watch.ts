import type { Paper } from './paper';
import { texToText } from './tex';
import type { Watch } from './watch';

type Watched = Pick<Paper, 'title' | 'authors' | 'abstract' | 'comments' | 'categories'>;

/** The first of `watches` that a paper matches, as far as what is known of the paper says. */
export function matchingWatch(watches: readonly Watch[], paper: Watched): Watch | undefined {
  if (watches.length === 0) return undefined;
  const { title, abstract, comments, authors, categories } = paper;
  const said = ` ${plain(texToText([title, abstract, comments].join(' . '))).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const names = authors.map(partsOf);
  return watches.find(({ kind, text }) => {
    switch (kind) {
      case 'author':
        return names.some((name) => isSameName(partsOf(text), name));
      case 'category':
        return categories.some((one) => isWithin(one.toLowerCase(), text.trim().toLowerCase()));
      case 'words':
      case 'dataset': {
        const words = plain(text)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        return words !== '' && said.includes(` ${words} `);
      }
    }
  });
}

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
