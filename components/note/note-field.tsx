import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { NoteReader } from '../shown';
import { useText } from '../text';
import { EarlierNotes } from './earlier-notes';
import { NoteText } from './note-text';
import { NoteConflict, NoteWritingField } from './note-writing';
import { useNote } from './use-note';

type Props = { id: PaperId; reader: NoteReader };

/** The reader's note: shown as its Markdown means it, written as Markdown, stored by itself. */
export function NoteField({ id, reader }: Props) {
  const text = useText();
  const note = useNote(id, reader);
  const [writing, setWriting] = useState(false);
  const open = useRef<HTMLButtonElement>(null);
  const hasWritten = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone.
    if (!writing && hasWritten.current) open.current?.focus();
    hasWritten.current = writing;
  }, [writing]);
  if (note.text === undefined) return null;
  const isEmpty = note.text.trim() === '';
  return (
    <section class="note-field">
      <header class="note-head">
        <h3 class="label">{text('note_title')}</h3>
        {!writing && (
          <button ref={open} type="button" class="button-text" onClick={() => setWriting(true)}>
            {isEmpty ? text('note_write') : text('note_edit')}
          </button>
        )}
      </header>
      <NoteConflict note={note} />
      {writing ? (
        <NoteWritingField
          note={note}
          onDone={() => {
            note.flush();
            setWriting(false);
          }}
        />
      ) : (
        !isEmpty && <NoteText markdown={note.text} />
      )}
      <EarlierNotes note={note} />
    </section>
  );
}
