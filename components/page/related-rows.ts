import type { PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { RelatedPaper } from '@/lib/core/related-paper';
import type { RelatedRow } from '@/lib/core/shown';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import type { Text } from '../make-text';
import { reasonText } from '../reason-text';

const LONGEST_TITLE = 300;
const LONGEST_NAME = 60;
const AUTHORS_SHOWN = 2;
const REASONS_SHOWN = 3;

/** Related papers as a page shows them, saved ones first. */
export function relatedRows(
  related: readonly RelatedPaper[],
  saved: { has: (id: PaperId) => boolean },
  text: Text,
): RelatedRow[] {
  const rows = related.map(({ paper, reasons }) => ({
    id: paper.id,
    title: clipped(texToText(paper.title), LONGEST_TITLE),
    byline: bylineOf(paper, text),
    reasons: reasons.slice(0, REASONS_SHOWN).map((reason) => reasonText(reason, text)),
    saved: saved.has(paper.id),
  }));
  return [...rows.filter((row) => row.saved), ...rows.filter((row) => !row.saved)];
}

/** `A. Zeng, X. Liu +8 · 2022` */
export function bylineOf(paper: PaperSummary, text: Text): string {
  return `${authorsLine(paper, text)} · ${paper.year}`;
}

function authorsLine({ authors, authorCount }: PaperSummary, text: Text): string {
  const shown = authors.slice(0, AUTHORS_SHOWN).map(shortName);
  if (authorCount === null) return `${shown.join(', ')} ${text('library_other_authors')}`;
  const more = authorCount - shown.length;
  return more > 0 ? `${shown.join(', ')} ${text('page_more_authors', { count: more })}` : shown.join(', ');
}

// Not a person: "ATLAS Collaboration" has no given name.
const GROUP = /\b(?:collaboration|consortium|team|group|project)\b/i;

/** `Aohan Zeng` -> `A. Zeng`. */
function shortName(name: string): string {
  const whole = clipped(texToText(name), LONGEST_NAME);
  const [given = '', ...rest] = whole.split(' ');
  const family = rest.at(-1);
  if (family === undefined || GROUP.test(whole)) return whole;
  return `${[...given][0] ?? ''}. ${family}`;
}
