import { monthOfId } from './paper-id';
import type { Paper } from './paper';
import { isOther } from './other-work';
import { splitName } from './person-name';
import { texToText } from './tex';

const STOP = new Set(
  'a an and are as at by do for from how in is it of on or the to towards toward via what when why with'.split(
    ' ',
  ),
);
const FOLDED = new Map(
  Object.entries({ ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }),
);

type Keyed = Pick<Paper, 'id' | 'title' | 'authors' | 'submitted'>;

/**
 * `zeng2022glm`: family name of the first author, year of the first version, first telling word of
 * the title. It depends on the paper alone, so it is the same wherever and whenever it is copied.
 */
export function citationKey(paper: Keyed): string {
  const family = plain(splitName(paper.authors[0] ?? '').family);
  const words = texToText(paper.title)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(plain);
  const word = words.find((candidate) => candidate.length > 1 && !STOP.has(candidate)) ?? '';
  if (family === '' && !isOther(paper.id)) return `arxiv:${paper.id.replace('/', ':')}`;
  return `${family.slice(0, 40) || 'anon'}${yearOf(paper) ?? ''}${word.slice(0, 30)}`;
}

/**
 * True for a key that Gloss gives this paper by itself, now or by what was known of it earlier: nobody
 * wrote it. Of a paper without metadata no other kind of key is known.
 */
export function isAutomaticKey(
  key: string,
  paper: Keyed | undefined,
  earlier: readonly { values: Partial<Keyed> }[] = [],
): boolean {
  if (!paper) return true;
  const stages = [{ title: '', authors: [] }, {}, ...earlier.map(({ values }) => values)];
  return stages.some((values) => isKeyWithLetter(key, citationKey({ ...paper, ...values, id: paper.id })));
}

/** True for `plain`, and for what `keyGiver` makes of it where that is taken. */
export const isKeyWithLetter = (key: string, plain: string) =>
  key.startsWith(plain) && /^[a-z]{0,2}$/.test(key.slice(plain.length));

/** Year of the first version; null for a work that is not on arXiv and does not say. */
export function yearOf({ id, submitted }: Pick<Paper, 'id' | 'submitted'>): number | null {
  if (submitted !== null) return Number(submitted.slice(0, 4));
  return isOther(id) ? null : monthOfId(id).year;
}

/**
 * Gives keys that no other has: the key itself, or with a letter behind it where it is taken already
 * (`zeng2022glma`). What it gives is taken from then on.
 */
export function keyGiver(taken: Set<string>): (key: string) => string {
  const tried = new Map<string, number>();
  return (key) => {
    let number = tried.get(key) ?? 0;
    let free = key;
    while (taken.has(free)) free = key + lettersOf(number++);
    tried.set(key, number);
    taken.add(free);
    return free;
  };
}

/** 0 is `a`, 25 `z`, 26 `aa`. */
function lettersOf(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last;
}

function plain(text: string): string {
  const small = text.toLowerCase().normalize('NFD');
  return Array.from(small, (char) => FOLDED.get(char) ?? char)
    .join('')
    .replace(/[^a-z0-9]/g, '');
}
