import type { Paper } from '@/lib/core/paper';
import type { Reader } from '../shown';

/** A note is worth keeping: a paper that is not saved yet is saved when a note is written on it. */
export function savingFirst(
  paper: Paper,
  reader: Pick<Reader, 'note' | 'save' | 'saveNote'>,
): Pick<Reader, 'note' | 'saveNote'> {
  return {
    note: reader.note,
    saveNote: async (id, words, basedOn) => {
      await reader.save(paper);
      return reader.saveNote(id, words, basedOn);
    },
  };
}
