import type { Evidence, Stated } from '@/lib/core/facts';
import { clipped } from '../format';
import type { Text } from '../make-text';
import type { LineFacts } from './fact-items';
import { safeLink } from './safe-link';

/** A fact at the end of a row's line. */
export type RowMark = {
  label: string;
  tone: 'stated' | 'promised' | 'claim';
  link: string | null;
  evidence: Evidence;
};

/** With what the reader watches first. */
export const MOST_MARKS = 3;
const LONGEST_LABEL = 40;

/** Code, then one claim of the authors. */
export function rowMarks(facts: LineFacts, text: Text): RowMark[] {
  const mark = (
    label: string,
    { evidence: [evidence] }: Stated<unknown>,
    tone: RowMark['tone'],
  ): RowMark => ({
    label: clipped(label, LONGEST_LABEL),
    tone,
    link: null,
    evidence,
  });
  const marks: RowMark[] = [];
  const link = facts.links.find(({ value }) => value.kind === 'code');
  const code = facts.available.find(({ value }) => value.what === 'code');
  const stated = code ?? link;
  if (code?.value.state === 'promised') marks.push(mark(text('page_row_code_promised'), code, 'promised'));
  else if (stated) {
    marks.push({
      ...mark(text('page_row_code'), stated, 'stated'),
      link: link ? safeLink(link.value.url) : null,
    });
  }
  if (facts.sota) marks.push(mark(text('page_row_sota'), facts.sota, 'claim'));
  else if (facts.first) marks.push(mark(text('page_row_first'), facts.first, 'claim'));
  return marks;
}
