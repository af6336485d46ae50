import { citationKey, yearOf } from '@/lib/core/citation-key';
import type { CitedAs } from '@/lib/core/cited-as';
import { isOther } from '@/lib/core/other-work';
import type { Paper } from '@/lib/core/paper';
import { bibtexName } from './author-name';
import { escapeTex, escapeVerbatim } from './escape-tex';
import { protectCapitals } from './title-case';

export type Dialect = 'bibtex' | 'biblatex';

export type CitedPaper = Pick<
  Paper,
  | 'id'
  | 'title'
  | 'authors'
  | 'hasMoreAuthors'
  | 'categories'
  | 'submitted'
  | 'doi'
  | 'journalRef'
  | 'reportNo'
>;

/** What the library knows of how a paper is cited. */
export type Citation = { key: string; cited: CitedAs | null };

/** Fields whose names BibLaTeX changed. */
const CLASSIC_NAMES = new Map([
  ['journaltitle', 'journal'],
  ['location', 'address'],
]);
const CLASSIC_TYPES = new Map([
  ['online', 'misc'],
  ['electronic', 'misc'],
  ['www', 'misc'],
  ['report', 'techreport'],
  ['thesis', 'phdthesis'],
  ['collection', 'book'],
  ['dataset', 'misc'],
  ['software', 'misc'],
]);
const VERBATIM = new Set(['url', 'doi', 'ee', 'howpublished', 'isbn', 'issn', 'date', 'urldate']);

/**
 * One paper as a BibTeX entry, ending in a line break. arXiv does not say which part of a journal
 * reference is the volume and which the page, so it goes into `note` as it is.
 */
export function toBibtex(
  paper: CitedPaper,
  citation: Citation | null = null,
  dialect: Dialect = 'bibtex',
  more: readonly (readonly [name: string, tex: string])[] = [],
): string {
  const { type, fields } = citation?.cited ?? { type: null, fields: {} };
  const plain = dialect === 'bibtex' ? 'misc' : 'online';
  const own: (readonly [name: string, tex: string | null])[] = [
    ['author', authorsOf(paper)],
    ['title', protectCapitals(escapeTex(paper.title))],
    ...Object.entries(fields).map(([name, value]) => [fieldName(name, dialect), texOf(name, value)] as const),
    ...whenOf(paper, fields, dialect),
    ...(isOther(paper.id) ? [] : eprintOf(paper, dialect)),
    ['reportNumber', paper.reportNo && escapeTex(paper.reportNo)],
    ['doi', paper.doi && escapeVerbatim(paper.doi)],
    ...(isOther(paper.id) ? [] : [['url', `https://arxiv.org/abs/${paper.id}`] as const]),
    ['note', hasOwn(fields, 'note') ? null : paper.journalRef && escapeTex(paper.journalRef)],
  ];
  const lines = [...own, ...more].flatMap(([name, tex]) => (tex ? [`  ${name} = {${tex}},`] : []));
  const head = `@${typeOf(type, dialect) ?? plain}{${citation?.key ?? citationKey(paper)},`;
  return [head, ...lines, '}', ''].join('\n');
}

function authorsOf({ authors, hasMoreAuthors }: CitedPaper): string {
  const names = authors.map(bibtexName);
  return (hasMoreAuthors ? [...names, 'others'] : names).join(' and ');
}

function eprintOf({ id, categories }: CitedPaper, dialect: Dialect) {
  const [primary] = categories;
  return [
    ['eprint', id],
    [dialect === 'bibtex' ? 'archivePrefix' : 'eprinttype', 'arXiv'],
    [dialect === 'bibtex' ? 'primaryClass' : 'eprintclass', primary ?? null],
  ] as const;
}

function whenOf(paper: CitedPaper, fields: CitedAs['fields'], dialect: Dialect) {
  if (hasOwn(fields, 'year') || hasOwn(fields, 'date')) return [];
  const isDay = dialect === 'biblatex' && paper.submitted !== null;
  if (isDay) return [['date', paper.submitted] as const];
  return [['year', yearOf(paper)?.toString() ?? null] as const];
}

function typeOf(type: string | null, dialect: Dialect): string | null {
  return type !== null && dialect === 'bibtex' ? (CLASSIC_TYPES.get(type) ?? type) : type;
}

const fieldName = (name: string, dialect: Dialect) =>
  dialect === 'bibtex' ? (CLASSIC_NAMES.get(name) ?? name) : name;

const texOf = (name: string, value: string) =>
  VERBATIM.has(name) ? escapeVerbatim(value) : escapeTex(value);

const hasOwn = (fields: CitedAs['fields'], name: string) => Object.hasOwn(fields, name);
