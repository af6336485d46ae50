import type { StatedFacts } from '@/lib/core/facts';
import { acronyms } from '@/lib/extract/acronyms';
import { extractLine } from '@/lib/extract/line';
import { readingOf, type StatableText } from '@/lib/extract/reading';

/**
 * The part of a paper's stated facts that pages show without asking anyone: what the line under the
 * abstract and listing rows are made of. Every rule would make the content script twice as large; the
 * others are the background's, and are null or empty here.
 */
export function lineFacts(paper: StatableText): StatedFacts {
  return {
    venue: null,
    pages: null,
    figures: null,
    tables: null,
    improvements: [],
    hardware: [],
    datasets: [],
    ...extractLine(paper),
    acronyms: acronyms.read(readingOf(paper)),
  };
}

/** Every stated fact, where the background's answer has them; it knows of no other paper than the one sent. */
export function wholeFacts(answer: object): StatedFacts | undefined {
  const stated: unknown = 'stated' in answer ? answer.stated : undefined;
  return isStated(stated) ? stated : undefined;
}

function isStated(value: unknown): value is StatedFacts {
  return typeof value === 'object' && value !== null && 'venue' in value && 'acronyms' in value;
}
