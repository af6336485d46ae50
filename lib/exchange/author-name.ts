import { splitName } from '@/lib/core/person-name';
import { escapeTex } from './escape-tex';

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
