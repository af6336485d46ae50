import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { momentText } from '../format';
import { useText } from '../text';
import { isSaveKey } from '../save-key';
import type { NoteWriting } from './use-note';

const LONGEST_NOTE = 200_000;

/** The field a note is written in; Esc, or Ctrl and Enter, ends the writing. */
export function NoteWritingField({ note, onDone }: { note: NoteWriting; onDone: () => void }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useLayoutEffect(() => {
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
          if (isSaveKey(event)) note.flush();
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

/** Another window stored something else meanwhile: both are kept until the reader chooses, and after that too. */
export function NoteConflict({ note }: { note: NoteWriting }) {
  const text = useText();
  const { theirs, bringBack } = note;
  if (theirs === null && bringBack === null) return null;
  if (theirs === null) {
    return (
      <p class="note-choices">
        <button type="button" class="button" onClick={() => bringBack?.()}>
          {text('note_bring_back')}
        </button>
      </p>
    );
  }
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
