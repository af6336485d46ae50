import { citationKey, yearOf } from '@/lib/core/citation-key';
import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { texToText } from '@/lib/core/tex';
import { addressOf } from './address';
import { etAl } from './et-al';
import { listedIn } from './listed-in';
import { writeTime } from './reader-fields';
import type { WriteOptions } from './write-options';

const OWN = ['id', 'title', 'authors', 'year', 'categories', 'doi', 'url', 'citekey'];
const MINE = ['status', 'saved', 'lists', 'tags', 'note'];

/** A table for spreadsheets: RFC 4180, with the mark that makes them read UTF-8. */
export function csvFile(copy: LibraryCopy, { withMine }: WriteOptions): string {
  const listsOf = listedIn(copy);
  const rows = copy.works.map((work) => [
    ...ownOf(work),
    ...(withMine ? mineOf(work, listsOf(work.paper.id)) : []),
  ]);
  const head = withMine ? [...OWN, ...MINE] : OWN;
  return `\ufeff${[head, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function ownOf({ paper, cited, key }: Work): string[] {
  return [
    isOther(paper.id) ? '' : paper.id,
    texToText(paper.title),
    [...paper.authors, ...etAl(paper)].join('; '),
    yearOf(paper)?.toString() ?? '',
    paper.categories.join(' '),
    paper.doi ?? '',
    addressOf(paper, cited) ?? '',
    key ?? citationKey(paper),
  ];
}

function mineOf({ status, savedAt, tags, note }: Work, lists: readonly string[]): string[] {
  return [status ?? '', savedAt === null ? '' : writeTime(savedAt), lists.join('; '), tags.join('; '), note];
}

/** A cell that begins like a formula would be run by the spreadsheet: an apostrophe makes it text. */
function cellOf(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
