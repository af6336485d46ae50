import type { StatedFacts } from '@/lib/core/facts';
import { available } from './available';
import { first } from './first';
import { links } from './links';
import { parameters } from './parameters';
import { readAll, readingOf, type StatableText } from './reading';
import { releasedDataset } from './released-dataset';
import { sota } from './sota';

/** The facts arXiv's own lines do not already say: those of the line under the abstract and of listing rows. */
export type LineFacts = Pick<
  StatedFacts,
  'links' | 'available' | 'parameters' | 'sota' | 'first' | 'releasedDataset'
>;

/**
 * A part of `extractStated`, value for value the same, at about a third of its size: what a content
 * script draws at once. The others (venue, counts, acronyms, ...) come from the background.
 */
export function extractLine(paper: StatableText): LineFacts {
  return readAll<LineFacts>({ links, available, parameters, sota, first, releasedDataset }, readingOf(paper));
}
