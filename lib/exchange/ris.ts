import { yearOf } from '@/lib/core/citation-key';
import type { CitedAs } from '@/lib/core/cited-as';
import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { splitName } from '@/lib/core/person-name';
import { addressOf } from './address';
import { containerOf } from './container';
import { etAl } from './et-al';
import { extraLines } from './extra-lines';
import { listedIn, placesIn } from './listed-in';
import { writeStatus, writeTime } from './reader-fields';
import { RIS_FIELDS, risTypeOf, typeOfRis } from './ris-tags';
import type { WriteOptions } from './write-options';
import { writtenKeys } from './written-keys';

/** The works of a copy as RIS. `U1` to `U4`, which the format leaves to its users, hold status, lists, date, places in the lists. */
export function risFile(copy: LibraryCopy, { withMine }: WriteOptions): string {
  const listsOf = listedIn(copy);
  const placesOf = placesIn(copy);
  const keyOf = writtenKeys(copy.works);
  return copy.works
    .map((work) => {
      const { id } = work.paper;
      return risOf(work, keyOf(work), withMine ? mineOf(work, listsOf(id), placesOf(id)) : []);
    })
    .join('\r\n');
}

type Line = readonly [tag: string, value: string | null | undefined];

function risOf(work: Work, key: string, mine: readonly Line[]): string {
  const { paper, cited } = work;
  const fields = cited?.fields ?? {};
  const isPreprint = !isOther(paper.id);
  const type = cited?.type ?? 'unpublished';
  const lines: Line[] = [
    ['TY', risTypeOf(type)],
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
    ...extraLines(paper, unplaced(type, fields)).map((line): Line => ['M2', line]),
    ...mine,
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [lineOf(tag, value)] : []));
  return [...written, 'ER  - ', ''].join('\r\n');
}

/** What is read back from no tag, or as another field. */
function unplaced(type: string, fields: CitedAs['fields']) {
  const isElsewhere = fields['booktitle'] !== undefined && containerOf(type) !== 'booktitle';
  const placed = new Set(['year', 'url', ...RIS_FIELDS.map(([, name]) => name)]);
  const rest = Object.entries(fields).filter(
    ([name]) => !placed.has(name) || (isElsewhere && /^(?:book|journal)title$/.test(name)),
  );
  return { type: typeOfRis(risTypeOf(type)) === type ? null : type, fields: Object.fromEntries(rest) };
}

function mineOf(work: Work, lists: readonly string[], places: readonly number[]): Line[] {
  return [
    ...work.tags.map((tag): Line => ['KW', tag]),
    ['N1', work.note],
    ['U1', work.status && writeStatus(work.status)],
    ...lists.map((name): Line => ['U2', name]),
    ['U3', work.savedAt === null ? null : writeTime(work.savedAt)],
    ...places.map((place): Line => ['U4', String(place)]),
  ];
}

/** A line that goes on is one without a tag; what would read as a tag is pushed aside by a space. */
const lineOf = (tag: string, value: string) =>
  `${tag}  - ${value.replace(/\r\n?|\n/g, '\r\n').replace(/\n(?=[A-Z][A-Z0-9] {1,2}-)/g, '\n ')}`;

function risName(name: string): string {
  const { family, given, suffix } = splitName(name);
  return [family, given, suffix].filter((part) => part !== '').join(', ');
}
