import { monthOfId } from '@/lib/core/paper-id';
import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { splitName } from './author-name';

const STOP = new Set(
  'a an and are as at by do for from how in is it of on or the to towards toward via what when why with'.split(
    ' ',
  ),
);
const FOLDED = new Map(
  Object.entries({ ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }),
);

/**
 * `zeng2022glm`: family name of the first author, year of the first version, first telling word of
 * the title. It depends on the paper alone, so it is the same wherever and whenever it is copied.
 */
export function citationKey(paper: Pick<Paper, 'id' | 'title' | 'authors' | 'submitted'>): string {
  const family = plain(splitName(paper.authors[0] ?? '').family);
  const words = texToText(paper.title)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(plain);
  const word = words.find((candidate) => candidate.length > 1 && !STOP.has(candidate)) ?? '';
  if (family === '') return `arxiv:${paper.id.replace('/', ':')}`;
  return `${family.slice(0, 40)}${yearOf(paper)}${word.slice(0, 30)}`;
}

/** Year of the first version. */
export function yearOf({ id, submitted }: Pick<Paper, 'id' | 'submitted'>): number {
  return submitted === null ? monthOfId(id).year : Number(submitted.slice(0, 4));
}

function plain(text: string): string {
  const small = text.toLowerCase().normalize('NFD');
  return Array.from(small, (char) => FOLDED.get(char) ?? char)
    .join('')
    .replace(/[^a-z0-9]/g, '');
}
