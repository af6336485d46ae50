import type { LineFacts } from '@/components/page/fact-items';
import { acronyms } from '@/lib/extract/acronyms';
import { extractLine } from '@/lib/extract/line';
import { readingOf, type StatableText } from '@/lib/extract/reading';

/**
 * The part of a paper's stated facts that pages show without asking anyone: what the line under the
 * abstract and listing rows are made of. Every rule would make the content script twice as large; the
 * others are the background's.
 */
export function lineFacts(paper: StatableText): LineFacts {
  return { ...extractLine(paper), acronyms: acronyms.read(readingOf(paper)) };
}
