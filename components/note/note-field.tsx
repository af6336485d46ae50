import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import { momentText } from '../format';
import type { Reader } from '../shown';
import { useText } from '../text';
import { NoteText } from './note-text';
import { type NoteWriting, useNote } from './use-note';

const LONGEST_NOTE = 200_000;

type Props = { id: PaperId; reader: Pick<Reader, 'note' | 'saveNote'> };

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
      {note.theirs !== null && <Conflict note={note} />}
      {writing ? (
        <Writing
          note={note}
          onDone={() => {
            note.flush();
            setWriting(false);
          }}
        />
      ) : (
        !isEmpty && <NoteText markdown={note.text} />
      )}
    </section>
  );
}

function Writing({ note, onDone }: { note: NoteWriting; onDone: () => void }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  return (
    <>
      <textarea
        ref={field}
        class="field note-writing"
        aria-label={text('note_title')}
        aria-describedby={hint}
        rows={6}
        maxLength={LONGEST_NOTE}
        value={note.text}
        onInput={(event) => note.write(event.currentTarget.value)}
        onBlur={note.flush}
        onKeyDown={(event) => {
          const isDone =
            event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
          if (!isDone || event.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <p class="note-foot">
        <span id={hint} class="note-hint">
          {text('note_hint')}
        </span>
        <span class={note.state === 'failed' ? 'note-state note-failed' : 'note-state'} role="status">
          {note.state === 'failed' ? text('note_failed') : note.state === 'stored' ? text('note_stored') : ''}
        </span>
        <button type="button" class="button" onClick={onDone}>
          {text('note_done')}
        </button>
      </p>
    </>
  );
}

/** Another window stored something else meanwhile: both are kept until the reader chooses. */
function Conflict({ note }: { note: NoteWriting }) {
  const text = useText();
  const { theirs } = note;
  if (theirs === null) return null;
  return (
    <section class="notice note-conflict" role="alert">
      <h4 class="notice-title">{text('note_conflict')}</h4>
      <p>{text('note_conflict_theirs', { day: momentText(theirs.changedAt) })}</p>
      <pre class="note-theirs">{theirs.text}</pre>
      <p class="note-choices">
        <button type="button" class="button" onClick={note.keepMine}>
          {text('note_keep_mine')}
        </button>
        <button type="button" class="button" onClick={note.takeTheirs}>
          {text('note_take_theirs')}
        </button>
      </p>
    </section>
  );
}
