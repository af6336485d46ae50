import type { Evidence } from '@/lib/core/facts';
import { clipped } from '../format';
import type { Text } from '../make-text';
import type { LineFacts } from './fact-items';
import { safeLink } from './safe-link';

/** A fact at the end of a row's line. */
export type RowMark = {
  label: string;
  isPromise: boolean;
  link: string | null;
  evidence: Evidence;
};

/** With what the reader watches first. */
export const MOST_MARKS = 3;
const LONGEST_LABEL = 40;

/** At most three: code, then what the authors claim. */
export function rowMarks(facts: LineFacts, text: Text): RowMark[] {
  const marks: RowMark[] = [];
  const add = (label: string, [evidence]: readonly Evidence[], link: string | null = null): void => {
    if (evidence) marks.push({ label: clipped(label, LONGEST_LABEL), isPromise: false, link, evidence });
  };
  const link = facts.links.find(({ value }) => value.kind === 'code');
  const code = facts.available.find(({ value }) => value.what === 'code');
  const address = link ? safeLink(link.value.url) : null;
  if (code?.value.state === 'promised') {
    marks.push({
      label: text('page_row_code_promised'),
      isPromise: true,
      link: null,
      evidence: code.evidence[0],
    });
  } else if (code ?? link) add(text('page_row_code'), (code ?? link)?.evidence ?? [], address);
  if (facts.sota) add(text('page_row_sota'), facts.sota.evidence);
  if (facts.first) add(text('page_row_first'), facts.first.evidence);
  return marks.slice(0, MOST_MARKS);
}
