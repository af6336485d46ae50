import type { StatedFacts } from '@/lib/core/facts';
import { available } from './available';
import { first } from './first';
import { links } from './links';
import { parameters } from './parameters';
import { readAll, readingOf, type StatableText } from './reading';
import { sota } from './sota';

/** The facts arXiv's own lines do not already say: those of the line under the abstract and of listing rows. */
export type LineFacts = Pick<StatedFacts, 'links' | 'available' | 'parameters' | 'sota' | 'first'>;

/**
 * A part of `extractStated`, value for value the same, at about a quarter of its size: what a content
 * script draws at once. The others (venue, counts, new dataset, acronyms, ...) come from the background.
 */
export function extractLine(paper: StatableText): LineFacts {
  return readAll<LineFacts>({ links, available, parameters, sota, first }, readingOf(paper));
}

/** Whether a short form stands in brackets: what it is short for, the background says. */
export function explainsNames({ abstract }: StatableText): boolean {
  return /[a-z] ?\([^()a-z]{0,3}[A-Z][^() ]{1,9}\)/.test(abstract?.slice(0, 5_000) ?? '');
}
