import type { Work } from '@/lib/core/library-copy';
import type { Paper } from '@/lib/core/paper';
import type { NoteRow, SavedRow } from '@/lib/db/library';
import { isSame } from './changes';
import { eachOnce } from './marking';

/** What becomes of the reader's own words where a file says otherwise. `both` is for notes; other things stay. */
export type Choice = 'mine' | 'theirs' | 'both';

/** Where a file says otherwise than the reader did. */
export type Conflict = { field: 'note' | 'status' | 'key'; mine: string; theirs: string };

export type Saved = { saved: SavedRow; paper: Paper; note: NoteRow | undefined };

/** What of a saved work changes. Null is what stays. */
export type MergedWork = {
  saved: Partial<SavedRow>;
  paper: Paper | null;
  note: string | null;
  conflicts: readonly Conflict[];
};

/** A work of a file put together with what is saved of it: gaps are filled, nothing is taken away. */
export function mergeWork({ saved, paper, note }: Saved, work: Work, choice: Choice): MergedWork {
  const mine = note?.text ?? '';
  const conflicts = [
    ...conflictOf('note', mine, work.note, (a, b) => a.includes(b)),
    ...conflictOf('status', saved.status, work.status ?? ''),
    ...conflictOf('key', saved.key, work.key ?? ''),
  ];
  const full = filled(paper, work.paper);
  return {
    saved: {
      tags: eachOnce([...saved.tags, ...work.tags]),
      cited: citedBoth(saved.cited, work.cited),
      ...(choice === 'theirs' && work.status !== null ? { status: work.status } : {}),
      ...(choice === 'theirs' && work.key !== null ? { key: work.key } : {}),
    },
    paper: isSame(full, paper) ? null : full,
    note: noteOf(mine, work.note, choice),
    conflicts,
  };
}

function conflictOf(
  field: Conflict['field'],
  mine: string,
  theirs: string,
  holds: (mine: string, theirs: string) => boolean = (a, b) => a === b,
): Conflict[] {
  return mine === '' || theirs === '' || holds(mine, theirs) ? [] : [{ field, mine, theirs }];
}

function noteOf(mine: string, theirs: string, choice: Choice): string | null {
  if (theirs === '' || mine.includes(theirs)) return null;
  if (mine === '' || choice === 'theirs') return theirs;
  return choice === 'both' ? `${mine}\n\n${theirs}` : null;
}

/** Known values stay; what was not known is taken from the file. */
function filled(known: Paper, other: Paper): Paper {
  const isGap = (value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const gaps = Object.entries(other).filter(([field, value]) => {
    return !isGap(value) && isGap(known[field as keyof Paper]);
  });
  return { ...known, ...Object.fromEntries(gaps) };
}

function citedBoth(mine: SavedRow['cited'], theirs: SavedRow['cited']): SavedRow['cited'] {
  if (!mine || !theirs) return mine ?? theirs;
  return { type: mine.type, fields: { ...theirs.fields, ...mine.fields } };
}
