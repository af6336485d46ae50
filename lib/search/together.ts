import { analyse } from './analyse';
import { nameTerms } from './names';
import type { PaperRecord } from './records';

/** A word of a phrase or of a name. */
export type GroupWord = { raw: string; term: string; open: boolean; given: boolean };

/** Words that must stand together: next to each other in the title, or in the name of one author. */
export type Group = { in: 'title' | 'name'; words: readonly GroupWord[] };

/** True too for a name of which the record may not have the author: it has only the first of them. */
export function standTogether(record: PaperRecord, group: Group): boolean {
  return group.in === 'title' ? isInTitle(record.title, group.words) : isOneAuthor(record, group.words);
}

/** Whether part of a name is this word, or where it is a given name the initial of it. */
function isPartOfName(parts: readonly string[], { raw, open, given }: GroupWord): boolean {
  return nameForms(raw, given).some((form) => parts.includes(form)) || (open && startsAny(parts, raw));
}

/** What a word may be among the parts of a name. */
export function nameForms(raw: string, given: boolean): string[] {
  const [first = ''] = raw;
  if (first === raw) return [`${raw}.`];
  return given ? [raw, `${first}.`] : [raw];
}

function isInTitle(title: string, words: readonly GroupWord[]): boolean {
  const places = analyse(title).filter((token) => !token.joined);
  return places.some((_, start) =>
    words.every(({ raw, term, open }, index) => {
      const token = places[start + index];
      return token !== undefined && (token.term === term || (open && token.raw.startsWith(raw)));
    }),
  );
}

function isOneAuthor({ authors, authorCount }: PaperRecord, words: readonly GroupWord[]): boolean {
  if (authors.length < authorCount) return true;
  return authors.some((name) => {
    const parts = nameTerms(name);
    return words.every((word) => isPartOfName(parts, word));
  });
}

function startsAny(parts: readonly string[], beginning: string): boolean {
  return parts.some((part) => part.startsWith(beginning));
}
