/** CSL's types by the names of BibLaTeX; the first of two reads back. */
const TYPES: readonly (readonly [csl: string, type: string])[] = [
  ['article', 'misc'],
  ['article', 'unpublished'],
  ['article-journal', 'article'],
  ['paper-conference', 'inproceedings'],
  ['book', 'book'],
  ['chapter', 'incollection'],
  ['chapter', 'inbook'],
  ['thesis', 'phdthesis'],
  ['thesis', 'mastersthesis'],
  ['thesis', 'thesis'],
  ['report', 'techreport'],
  ['report', 'report'],
  ['webpage', 'online'],
  ['dataset', 'dataset'],
  ['software', 'software'],
];

/** CSL's variables, and the BibLaTeX names of what they hold beside a paper's own metadata. */
export const CSL_FIELDS: Readonly<Record<string, string>> = {
  'collection-title': 'series',
  volume: 'volume',
  page: 'pages',
  publisher: 'publisher',
  'publisher-place': 'location',
  edition: 'edition',
  ISBN: 'isbn',
  ISSN: 'issn',
  language: 'language',
  note: 'note',
};

/** Types whose number is their own; that of others is the issue they are in. */
export const NUMBERED = new Set(['techreport', 'report', 'phdthesis', 'mastersthesis', 'thesis']);

export const cslTypeOf = (type: string) => TYPES.find(([, known]) => known === type)?.[0] ?? 'article';

export const typeOfCsl = (csl: string) => TYPES.find(([known]) => known === csl)?.[1] ?? 'misc';
