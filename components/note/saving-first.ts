import type { Paper } from '@/lib/core/paper';
import type { NoteReader, Reader } from '../shown';

/** A note is worth keeping: a paper that is not saved yet is saved when a note is written on it. */
export function savingFirst(paper: Paper, reader: NoteReader & Pick<Reader, 'save'>): NoteReader {
  return {
    note: reader.note,
    noteDrafts: reader.noteDrafts,
    saveNote: async (id, words, basedOn) => {
      await reader.save(paper);
      return reader.saveNote(id, words, basedOn);
    },
  };
}
