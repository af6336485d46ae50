import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { splitName } from '@/lib/core/person-name';
import { addressOf } from './address';
import { etAl } from './et-al';
import { CSL_FIELDS, cslTypeOf, NUMBERED } from './csl-names';
import { listedIn } from './listed-in';
import type { WriteOptions } from './write-options';
import { writtenKeys } from './written-keys';

/** The works of a copy as CSL-JSON. What the reader made of them goes into `custom`, which is for that. */
export function cslFile(copy: LibraryCopy, { withMine }: WriteOptions): string {
  const listsOf = listedIn(copy);
  const keyOf = writtenKeys(copy.works);
  const items = copy.works.map((work) => ({
    ...cslOf(work, keyOf(work)),
    ...(withMine ? mineOf(work, listsOf(work.paper.id)) : {}),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

function cslOf({ paper, cited }: Work, key: string) {
  const fields = cited?.fields ?? {};
  const isPreprint = !isOther(paper.id);
  const isNumbered = !isPreprint && NUMBERED.has(cited?.type ?? '');
  const own = Object.entries(CSL_FIELDS).map(([csl, field]): [string, string | undefined] => [
    csl,
    fields[field],
  ]);
  const item: Record<string, unknown> = {
    id: key,
    type: cslTypeOf(cited?.type ?? null),
    title: paper.title,
    author: [...paper.authors.map(cslName), ...etAl(paper).map((literal) => ({ literal }))],
    issued: issuedOf(paper.submitted, fields['year']),
    abstract: paper.abstract,
    DOI: paper.doi,
    URL: addressOf(paper, cited),
    'container-title': fields['journaltitle'] ?? fields['booktitle'],
    ...(isNumbered ? { number: fields['number'] } : { issue: fields['number'] ?? fields['issue'] }),
    ...(isPreprint ? { number: `arXiv:${paper.id}` } : {}),
    archive: isPreprint ? 'arXiv' : null,
    ...Object.fromEntries(own),
  };
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== undefined),
  );
}

function mineOf(work: Work, lists: readonly string[]) {
  const { tags, note, status, savedAt } = work;
  return {
    ...(tags.length > 0 ? { keyword: tags.join(', ') } : {}),
    custom: { gloss: { status, savedAt, lists, tags, note } },
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
