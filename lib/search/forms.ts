import { type Alternative, countOf, type Directory, loadTerms } from './alternatives';
import type { ListName } from './terms';
import type { Join, Unit } from './units';

const TEXT: readonly ListName[] = ['title', 'abstract'];
const MOST_BLOCKS = 2;
const MOST_FORMS = 4;
/** What a match counts for, of 64. */
const FACTOR = 34;
const SHORTEST_STEM = 4;
const ENDINGS =
  /(?:i[sz]ations?|i[sz]ing|i[sz]ed|i[sz]ers?|i[sz]e|ations?|ating|ated|ators?|ate|ically|ical|ic|ities|ity|ments?|ness|ings?|ions?|ively|ive|ally|als?|able|ible|ers?|ors?|ed|es|ly|e|y)$/;

/**
 * What the forms of a word begin with: `travel` of `travelling` and `traveler`. Rougher than Porter's stemmer, as it only
 * chooses among words that the index has.
 */
export function stemOf(word: string): string {
  let stem = word;
  for (let round = 0; round < 2; round += 1) {
    const shorter = stem.replace(ENDINGS, '');
    if (shorter.length < SHORTEST_STEM) break;
    stem = shorter;
  }
  return stem.replace(/([b-df-hj-np-rtv-z])\1$/, '$1');
}

/** Other forms of a unit's word, and of the word it is one of, the most frequent first. */
export async function formAlternatives(
  directory: Directory,
  unit: Unit,
  joins: readonly Join[],
): Promise<Alternative[]> {
  if (unit.field === 'author') return [];
  const lists: readonly ListName[] = unit.field === 'title' ? ['title'] : TEXT;
  const found = await Promise.all(
    [unit.term, ...joins.map(({ term }) => term)].map((word) => formsOf(directory, word)),
  );
  const forms = [...new Set(found.flat())];
  await loadTerms(directory, forms);
  const counts = new Map(forms.map((term) => [term, countOf(directory, term, lists)]));
  const known = forms.filter((term) => (counts.get(term) ?? 0) > 0);
  known.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  return known.slice(0, MOST_FORMS).map((term) => ({ terms: [term], lists, factor: FACTOR, spelled: term }));
}

async function formsOf(directory: Directory, word: string): Promise<string[]> {
  const stem = stemOf(word);
  if (stem.length < SHORTEST_STEM || !/^[a-z]+$/.test(word)) return [];
  const found: string[] = [];
  for (const { segment } of directory) {
    for (const { term } of await segment.termsWithPrefix(stem, MOST_BLOCKS))
      if (term !== word && stemOf(term) === stem) found.push(term);
  }
  return found;
}
