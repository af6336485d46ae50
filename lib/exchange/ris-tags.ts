/** Types by the names of BibLaTeX, and what RIS calls them. The first of two reads back. */
const TYPES: readonly (readonly [ris: string, type: string])[] = [
  ['UNPB', 'unpublished'],
  ['JOUR', 'article'],
  ['CPAPER', 'inproceedings'],
  ['CONF', 'inproceedings'],
  ['CONF', 'proceedings'],
  ['BOOK', 'book'],
  ['CHAP', 'incollection'],
  ['CHAP', 'inbook'],
  ['THES', 'phdthesis'],
  ['THES', 'mastersthesis'],
  ['THES', 'thesis'],
  ['RPRT', 'techreport'],
  ['RPRT', 'report'],
  ['ELEC', 'online'],
  ['DATA', 'dataset'],
  ['COMP', 'software'],
  ['GEN', 'misc'],
];

const OTHER_RIS = new Map([
  ['EJOUR', 'article'],
  ['ECHAP', 'incollection'],
]);

/** Fields by the names of BibLaTeX. The first tag that reads as a field is the one it is written with. */
export const RIS_FIELDS: readonly (readonly [tag: string, field: string])[] = [
  ['JO', 'journaltitle'],
  ['T2', 'booktitle'],
  ['VL', 'volume'],
  ['IS', 'number'],
  ['SP', 'pages'],
  ['PB', 'publisher'],
  ['CY', 'location'],
  ['SN', 'isbn'],
  ['ET', 'edition'],
  ['LA', 'language'],
];

export const risTypeOf = (type: string) => TYPES.find(([, known]) => known === type)?.[0] ?? 'GEN';

export const typeOfRis = (ris: string) =>
  TYPES.find(([known]) => known === ris)?.[1] ?? OTHER_RIS.get(ris) ?? 'misc';
