import type { PaperId } from '@/lib/core/paper-id';
import { NoteConflict, NoteWritingField } from '../note/note-writing';
import { useNote } from '../note/use-note';
import type { NoteReader } from '../shown';

type Props = { id: PaperId; reader: NoteReader; onDone: () => void };

/** The note of this tab's paper, to be written; it is read in the side panel and the library. */
export function TabNote({ id, reader, onDone }: Props) {
  const note = useNote(id, reader);
  if (note.text === undefined) return null;
  return (
    <>
      <NoteConflict note={note} />
      <NoteWritingField
        note={note}
        onDone={() => {
          note.flush();
          onDone();
        }}
      />
    </>
  );
}
