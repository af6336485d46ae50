const GROUP = /\b(?:collaborations?|consortium|team|group|project|community|network|committee|initiative)\b/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
// Parts of a family name that stand before it, when written small: Mark van der Wilk, Ian de Vries.
const PARTICLE =
  /^(?:af|al|ben|bin|da|dal|de|del|della|den|der|di|do|dos|du|el|la|le|ibn|ten|ter|tot|van|vom|von|zu|zum|zur|'t)$/;

export type PersonName = { family: string; given: string; suffix: string };

/** Splits `Given Family`. Groups and names of one word are all family. */
export function splitName(name: string): PersonName {
  const words = name.trim().split(/\s+/);
  if (GROUP.test(name) || words.length < 2) return { family: name.trim(), given: '', suffix: '' };
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : '';
  const parts = suffix === '' ? words : words.slice(0, -1);
  let start = parts.length - 1;
  while (start > 1 && PARTICLE.test(parts[start - 1] ?? '')) start--;
  return { family: parts.slice(start).join(' '), given: parts.slice(0, start).join(' '), suffix };
}
