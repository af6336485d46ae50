import { citationKey, yearOf } from '@/lib/core/citation-key';
import type { Work } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { texToText } from '@/lib/core/tex';
import { addressOf } from './address';
import { etAl } from './et-al';
import { markdownText } from './markdown-text';
import type { WriteOptions } from './write-options';

/** A paper as a note for Obsidian: YAML front matter, then title, abstract and what the reader wrote. */
export function markdownOf(work: Work, lists: readonly string[], { withMine }: WriteOptions): string {
  const { paper, cited, key, tags, status, note } = work;
  const front: [name: string, value: string | readonly string[] | null][] = [
    ['title', texToText(paper.title)],
    ['authors', [...paper.authors, ...etAl(paper)]],
    ['year', yearOf(paper)?.toString() ?? null],
    ['arxiv', isOther(paper.id) ? null : paper.id],
    ['doi', paper.doi],
    ['url', addressOf(paper, cited)],
    ['categories', paper.categories],
    ['citekey', key ?? citationKey(paper)],
    ...(withMine ? mineOf(tags, status, lists) : []),
  ];
  const abstract = paper.abstract === null ? [] : [`> ${markdownText(paper.abstract)}`, ''];
  return [
    '---',
    ...front.flatMap(([name, value]) => yamlOf(name, value)),
    '---',
    '',
    `# ${markdownText(texToText(paper.title))}`,
    '',
    ...abstract,
    ...(withMine && note !== '' ? [note, ''] : []),
  ].join('\n');
}

function mineOf(
  tags: readonly string[],
  status: string | null,
  lists: readonly string[],
): [string, string | readonly string[] | null][] {
  // Obsidian's tags have no spaces.
  return [
    ['tags', tags.map((tag) => tag.replace(/\s+/g, '-'))],
    ['status', status],
    ['lists', lists],
  ];
}

/** JSON's strings are YAML's, so nothing in a title can break out of its line. */
function yamlOf(name: string, value: string | readonly string[] | null): string[] {
  if (value === null || value.length === 0) return [];
  if (typeof value === 'string') return [`${name}: ${quoted(value)}`];
  return [`${name}:`, ...value.map((one) => `  - ${quoted(one)}`)];
}

const quoted = (text: string) =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
