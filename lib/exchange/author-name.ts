import { escapeTex } from './escape-tex';

const GROUP = /\b(?:collaborations?|consortium|team|group|project|community|network|committee|initiative)\b/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
// Parts of a family name that stand before it, when written small: Mark van der Wilk, Ian de Vries.
const PARTICLE =
  /^(?:af|al|ben|bin|da|dal|de|del|della|den|der|di|do|dos|du|el|la|le|ibn|ten|ter|tot|van|vom|von|zu|zum|zur|'t)$/;

export type AuthorName = { family: string; given: string; suffix: string };

/** Splits `Given Family`. Groups and names of one word are all family. */
export function splitName(name: string): AuthorName {
  const words = name.trim().split(/\s+/);
  if (GROUP.test(name) || words.length < 2) return { family: name.trim(), given: '', suffix: '' };
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : '';
  const parts = suffix === '' ? words : words.slice(0, -1);
  let start = parts.length - 1;
  while (start > 1 && PARTICLE.test(parts[start - 1] ?? '')) start--;
  return { family: parts.slice(start).join(' '), given: parts.slice(0, start).join(' '), suffix };
}

/** One name as BibTeX takes it: `Family, Given`, and whole in braces where it must not be taken apart. */
export function bibtexName(name: string): string {
  const { family, given, suffix } = splitName(name);
  if (given === '') return `{${escapeTex(family)}}`;
  return [family, suffix, given]
    .filter((part) => part !== '')
    .map(namePart)
    .join(', ');
}

// A comma or the word "and" inside a part would be read as the border of one.
function namePart(part: string): string {
  const escaped = escapeTex(part);
  return /,|(?:^|\s)and(?:\s|$)/i.test(escaped) ? `{${escaped}}` : escaped;
}
