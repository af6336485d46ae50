import type { CitedAs } from '@/lib/core/cited-as';
import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { splitName } from '@/lib/core/person-name';
import { addressOf } from './address';
import { etAl } from './et-al';
import { containerOf } from './container';
import { CSL_FIELDS, cslTypeOf, NUMBERED, typeOfCsl } from './csl-names';
import { extraLines } from './extra-lines';
import { listedIn, placesIn } from './listed-in';
import type { WriteOptions } from './write-options';
import { writtenKeys } from './written-keys';

/** The works of a copy as CSL-JSON. What the reader made of them goes into `custom`, which is for that. */
export function cslFile(copy: LibraryCopy, { withMine }: WriteOptions): string {
  const listsOf = listedIn(copy);
  const placesOf = placesIn(copy);
  const keyOf = writtenKeys(copy.works);
  const items = copy.works.map((work) => ({
    ...cslOf(work, keyOf(work)),
    ...(withMine ? mineOf(work, listsOf(work.paper.id), placesOf(work.paper.id)) : {}),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

const UNSAID: CitedAs = { type: 'misc', fields: {} };

function cslOf(work: Work, key: string) {
  const { paper, cited } = work;
  const { type, fields } = cited ?? UNSAID;
  const isPreprint = !isOther(paper.id);
  const isNumbered = !isPreprint && NUMBERED.has(type);
  const own = Object.entries(CSL_FIELDS).map(([csl, field]): [string, string | undefined] => [
    csl,
    fields[field],
  ]);
  const item: Record<string, unknown> = {
    id: key,
    type: cslTypeOf(type),
    title: paper.title,
    author: [...paper.authors.map(cslName), ...etAl(paper).map((literal) => ({ literal }))],
    issued: issuedOf(paper.submitted, fields['year']),
    abstract: paper.abstract,
    DOI: paper.doi,
    URL: addressOf(paper, cited),
    'container-title': fields[containerOf(type)] ?? fields['journaltitle'] ?? fields['booktitle'],
    ...(isNumbered ? { number: fields['number'] } : { issue: fields['number'] ?? fields['issue'] }),
    ...(isPreprint ? { number: `arXiv:${paper.id}` } : {}),
    archive: isPreprint ? 'arXiv' : null,
    ...Object.fromEntries(own),
    note:
      [...(fields['note'] ? [fields['note']] : []), ...extraLines(paper, unplaced(work))].join('\n') || null,
  };
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** What is read back from no variable, or as another field. */
function unplaced({ paper, cited }: Work) {
  const { type, fields } = cited ?? UNSAID;
  const placed = new Set([...Object.values(CSL_FIELDS), containerOf(type), 'number', 'url']);
  if (paper.submitted === null) placed.add('year');
  const rest = Object.entries(fields).filter(([name]) => !placed.has(name));
  return { type: typeOfCsl(cslTypeOf(type)) === type ? null : type, fields: Object.fromEntries(rest) };
}

function mineOf(work: Work, lists: readonly string[], places: readonly number[]) {
  const { tags, note, status, savedAt } = work;
  return {
    ...(tags.length > 0 ? { keyword: tags.join(', ') } : {}),
    custom: { gloss: { status, savedAt, lists, ...(places.length > 0 ? { places } : {}), tags, note } },
  };
}

function issuedOf(submitted: string | null, year: string | undefined) {
  const parts = (submitted ?? year ?? '').split('-').map(Number);
  return parts[0] ? { 'date-parts': [parts] } : null;
}

function cslName(name: string) {
  const { family, given, suffix } = splitName(name);
  if (given === '') return { literal: family };
  return { family, given, ...(suffix === '' ? {} : { suffix }) };
}
