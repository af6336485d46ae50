import { texToText } from './tex';

// A listing of affiliations, a number or a note after a name, one level of brackets at a time.
const BRACKETED = /\([^()]*\)/g;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/i;
const SEPARATOR = /[,;|]|\s(?:and|&)\s/;
const MAX_LENGTH = 400_000;

/**
 * Splits arXiv's one-string list of authors (`A. B. Foo (MIT), C. Bar and the ATLAS Collaboration`)
 * into `Given Family` names in order. Affiliations are left out, collaborations kept, TeX made readable.
 */
export function splitAuthors(authors: string): string[] {
  const names: string[] = [];
  for (const part of withoutBrackets(texToText(authors.slice(0, MAX_LENGTH))).split(SEPARATOR)) {
    const name = part
      .replace(
        /^[\s.]*(?:(?:and|for|on behalf of)\s+)?(?:the\s+(?=.*(?:collaboration|group|team|consortium)))?/i,
        '',
      )
      .trim();
    const last = names.length - 1;
    if (SUFFIX.test(name) && last >= 0) names[last] = `${names[last] ?? ''} ${name}`;
    else if (/\p{L}/u.test(name) && !/^et al/i.test(name)) names.push(...afterCollaboration(name));
  }
  return names;
}

/** `ATLAS Collaboration: G. Aad` is a collaboration and its first member. */
function afterCollaboration(name: string): string[] {
  return name
    .split(/(?<=collaborations?):/i)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
}

/** Three passes take nested brackets out; what is open at the end is an affiliation cut short. */
function withoutBrackets(text: string): string {
  let bare = text;
  for (let depth = 0; depth < 3; depth += 1) bare = bare.replace(BRACKETED, ' ');
  return bare.replace(/\([^()]*$/, ' ');
}
