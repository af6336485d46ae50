import { yearOf } from '@/lib/core/citation-key';
import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { splitName } from '@/lib/core/person-name';
import { addressOf } from './address';
import { etAl } from './et-al';
import { listedIn } from './listed-in';
import { writeStatus, writeTime } from './reader-fields';
import { RIS_FIELDS, risTypeOf } from './ris-tags';
import type { WriteOptions } from './write-options';
import { writtenKeys } from './written-keys';

/** The works of a copy as RIS. `U1` to `U3`, which the format leaves to its users, hold status, lists and date. */
export function risFile(copy: LibraryCopy, { withMine }: WriteOptions): string {
  const listsOf = listedIn(copy);
  const keyOf = writtenKeys(copy.works);
  return copy.works
    .map((work) => risOf(work, keyOf(work), withMine ? listsOf(work.paper.id) : null))
    .join('\r\n');
}

type Line = readonly [tag: string, value: string | null | undefined];

function risOf(work: Work, key: string, lists: readonly string[] | null): string {
  const { paper, cited } = work;
  const fields = cited?.fields ?? {};
  const isPreprint = !isOther(paper.id);
  const lines: Line[] = [
    ['TY', risTypeOf(cited?.type ?? 'unpublished')],
    ['ID', key],
    ['TI', paper.title],
    ...[...paper.authors.map(risName), ...etAl(paper)].map((name): Line => ['AU', name]),
    ['PY', fields['year'] ?? yearOf(paper)?.toString()],
    ['DA', paper.submitted?.replaceAll('-', '/')],
    ...RIS_FIELDS.map(([tag, name]): Line => [tag, fields[name]]),
    ['AB', paper.abstract],
    ['DO', paper.doi],
    ['UR', addressOf(paper, cited)],
    ['DB', isPreprint ? 'arXiv' : null],
    ['AN', isPreprint ? `arXiv:${paper.id}` : null],
    ...(lists === null ? [] : mineOf(work, lists)),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [lineOf(tag, value)] : []));
  return [...written, 'ER  - ', ''].join('\r\n');
}

function mineOf(work: Work, lists: readonly string[]): Line[] {
  return [
    ...work.tags.map((tag): Line => ['KW', tag]),
    ['N1', work.note],
    ['U1', work.status && writeStatus(work.status)],
    ...lists.map((name): Line => ['U2', name]),
    ['U3', work.savedAt === null ? null : writeTime(work.savedAt)],
  ];
}

/** A line that goes on is one without a tag; what would read as a tag is pushed aside by a space. */
const lineOf = (tag: string, value: string) =>
  `${tag}  - ${value.replace(/\r\n?|\n/g, '\r\n').replace(/\n(?=[A-Z][A-Z0-9] {1,2}-)/g, '\n ')}`;

function risName(name: string): string {
  const { family, given, suffix } = splitName(name);
  return [family, given, suffix].filter((part) => part !== '').join(', ');
}
