import { patternFor } from '@/lib/core/scripts';
import { fold } from './analyse';

/**
 * What an author is found by: every part of the name without accents or case, hyphenated parts
 * together too, and `e.` for a given name of which only the initial is known.
 */
export function nameTerms(name: string): string[] {
  const terms = new Set<string>();
  for (const word of fold(name)
    .toLowerCase()
    .split(/[\s.,~]+/)) {
    const parts = word.split(patternFor(word, /[^a-z0-9]+/, /[^\p{L}\p{N}]+/u)).filter((part) => part !== '');
    for (const part of parts) terms.add(part.length === 1 ? `${part}.` : part.slice(0, 40));
    if (parts.length > 1) terms.add(parts.join('').slice(0, 40));
  }
  return [...terms];
}
