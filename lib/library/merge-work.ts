import { isAutomaticKey, isKeyWithLetter } from '@/lib/core/citation-key';
import { citedBoth } from '@/lib/core/cited-as';
import type { EarlierValues, Work } from '@/lib/core/library-copy';
import { withGapsFilled } from '@/lib/core/merge-paper';
import type { NoteRow, PaperRow, SavedRow } from '@/lib/db/library';
import { eachOnce } from './marking';

/** What becomes of the reader's own words where a file says otherwise. `both` is for notes; other things stay. */
export type Choice = 'mine' | 'theirs' | 'both';

/** Where a file says otherwise than the reader did. */
export type Conflict = { field: 'note' | 'status' | 'key'; mine: string; theirs: string };

export type Saved = { saved: SavedRow; copy: PaperRow; note: NoteRow };

/** What a saved work becomes. */
export type MergedWork = {
  saved: Partial<SavedRow>;
  copy: Pick<PaperRow, 'paper' | 'earlier'>;
  note: Pick<NoteRow, 'text' | 'earlier'>;
  conflicts: readonly Conflict[];
};

/** True for a key that a file or the reader said, which stays unless they choose otherwise. */
export const isOwnKey = ({ saved, copy }: Saved) => !isAutomaticKey(saved.key, copy.paper, copy.earlier);

/**
 * A work of a file put together with what is saved of it: gaps are filled, nothing is taken away. `key` is what
 * it is cited by afterwards, where that changes.
 */
export function mergeWork(old: Saved, work: Work, choice: Choice, key: string | undefined): MergedWork {
  const { saved, copy, note } = old;
  const mine = note.text;
  const conflicts = [
    ...conflictOf('note', mine, work.note, (a, b) => a.includes(b)),
    ...conflictOf('status', saved.status, work.status ?? ''),
    ...(isOwnKey(old) ? conflictOf('key', saved.key, work.key ?? '', isKeyWithLetter) : []),
  ];
  return {
    saved: {
      tags: eachOnce([...saved.tags, ...work.tags]),
      cited: citedBoth(saved.cited, work.cited),
      ...(choice === 'theirs' && work.status !== null ? { status: work.status } : {}),
      ...(key === undefined ? {} : { key }),
    },
    copy: {
      paper: withGapsFilled(copy.paper, work.paper),
      earlier: united(copy.earlier, work.earlier, signOfValues),
    },
    note: {
      text: noteOf(mine, work.note, choice),
      earlier: united(note.earlier, work.noteEarlier, ({ until, text }) => `${until} ${text}`),
    },
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

function noteOf(mine: string, theirs: string, choice: Choice): string {
  if (theirs === '' || mine.includes(theirs)) return mine;
  if (mine === '' || choice === 'theirs') return theirs;
  return choice === 'both' ? `${mine}\n\n${theirs}` : mine;
}

/** What stood in either, oldest first; what both know counts once. */
function united<T extends { until: number }>(
  mine: readonly T[],
  theirs: readonly T[],
  signOf: (one: T) => string,
): T[] {
  const known = new Set(mine.map(signOf));
  const added = theirs.filter((one) => !known.has(signOf(one)));
  return added.length === 0 ? [...mine] : [...mine, ...added].sort((a, b) => a.until - b.until);
}

/** The same values are the same in whatever order they are stored. */
const signOfValues = ({ until, values }: EarlierValues) =>
  JSON.stringify([until, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);
