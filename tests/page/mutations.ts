import type { Paper } from '@/lib/core/paper';

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Span = { start: number; end: number };
type Mutation = (html: string, random: () => number) => string;

/** The page with up to `most` things wrong with it: tags gone, attributes changed, text doubled, the end missing. */
export function mutated(html: string, random: () => number, most = 8): string {
  let page = html;
  for (let count = 1 + Math.floor(random() * most); count > 0; count -= 1) {
    page = MUTATIONS[Math.floor(random() * MUTATIONS.length)]?.(page, random) ?? page;
  }
  return page;
}

const TAG = /<\/?[a-z][^>]*>/gi;
const ATTRIBUTE = /(?<=\s[a-z-]+\s?=\s*)(?:"[^"]*"|'[^']*')/gi;
const TEXT = /(?<=>)[^<]*\S[^<]*(?=<)/g;

const dropTag: Mutation = (html, random) => replaced(html, pick(html, TAG, random), '');

const renameAttribute: Mutation = (html, random) => {
  const span = pick(html, /(?<=<[a-z][^>]*\s)[a-z-]+(?=\s?=)/gi, random);
  return replaced(html, span, 'data-gone');
};

const swapAttributes: Mutation = (html, random) => {
  const one = pick(html, ATTRIBUTE, random);
  const other = pick(html, ATTRIBUTE, random);
  return one && other ? replaced(html, one, html.slice(other.start, other.end)) : html;
};

const garbleAttribute: Mutation = (html, random) => {
  const span = pick(html, ATTRIBUTE, random);
  return replaced(html, span, `"${random().toString(36).slice(2)}"`);
};

const doubleText: Mutation = (html, random) => {
  const span = pick(html, TEXT, random);
  return span ? replaced(html, span, html.slice(span.start, span.end).repeat(2)) : html;
};

const dropText: Mutation = (html, random) => replaced(html, pick(html, TEXT, random), '');

const dropEnd: Mutation = (html, random) =>
  random() < 0.3 ? html.slice(0, Math.floor(html.length * random())) : html;

const MUTATIONS: readonly Mutation[] = [
  dropTag,
  dropTag,
  renameAttribute,
  swapAttributes,
  garbleAttribute,
  doubleText,
  dropText,
  dropEnd,
];

function pick(html: string, pattern: RegExp, random: () => number): Span | undefined {
  // Most of a page is header, footer and scripts: look where papers are.
  const from = Math.max(
    html.search(/id=.(?:abs-outer|dlpage|main-container|infobox)|<meta name="citation/),
    0,
  );
  const matches = [...html.slice(from).matchAll(pattern)];
  const match = matches[Math.floor(random() * matches.length)];
  return match && { start: from + match.index, end: from + match.index + match[0].length };
}

function replaced(html: string, span: Span | undefined, text: string): string {
  return span ? html.slice(0, span.start) + text + html.slice(span.end) : html;
}

/** What `paper`, read from a mutated page, has of papers that are not it; `originals` is the page unharmed. */
export function borrowedFacts(paper: Paper, originals: readonly Paper[]): string[] {
  const own = originals.filter(({ id }) => id === paper.id);
  if (own.length === 0) return [`${paper.id} is not on the page`];
  const ownText = JSON.stringify(own);
  const text = JSON.stringify([paper.title, paper.abstract, paper.comments, paper.journalRef, paper.authors]);
  return originals
    .filter(({ id }) => id !== paper.id)
    .flatMap((other) => [other.title, other.abstract ?? '', other.comments ?? '', ...other.authors])
    .filter((fact) => fact.length > 12 && text.includes(quoted(fact)) && !ownText.includes(quoted(fact)))
    .map((fact) => `${paper.id} has "${fact.slice(0, 80)}"`);
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
