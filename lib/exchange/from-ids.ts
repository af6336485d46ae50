import { parseVersionedId } from '@/lib/core/paper-id';
import { arxivIdIn, bareDoi } from './identify';
import type { Problem } from './problem';
import { type FileRecord, workFrom } from './record';

const MOST_LINES = 200_000;

/** Ids, DOIs or addresses, one a line; in a line of words the first of them counts. */
export function fromIds(text: string): { records: FileRecord[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const records: FileRecord[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/, MOST_LINES).entries()) {
    const written = raw.replace(/^\s*(?:[-*•]\s+|\d+[.)]\s+)?/, '').trim();
    if (written === '' || written.startsWith('#')) continue;
    const work = workFrom(draftOf(written));
    if (work) records.push({ work, lists: [], line: index + 1 });
    else problems.push({ line: index + 1, code: 'no-name', detail: written.slice(0, 80) });
  }
  return { records, problems };
}

function draftOf(written: string) {
  const arxiv = firstId(written);
  return {
    ...{ type: 'misc', title: '', authors: [], mentions: [], fields: {}, arxiv },
    doi: bareDoi(written),
    url: /^https?:\/\/\S+$/.test(written) ? written : null,
  };
}

function firstId(written: string) {
  const whole = parseVersionedId(written) ?? arxivIdIn(written);
  if (whole) return whole;
  const words = written.split(/[\s,;"'()<>[\]]+/, 50);
  return words.map((word) => parseVersionedId(word)).find((id) => id !== undefined);
}
