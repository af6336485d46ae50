import { momentText } from '../format';
import { useText } from '../text';
import type { NoteWriting } from './use-note';

/** What stood in the note before, newest first: each can be put back, and then stands before what it replaced. */
export function EarlierNotes({ note }: { note: NoteWriting }) {
  const text = useText();
  const earlier = note.earlier.filter((one) => one.text !== note.text);
  // What is written and not stored stands nowhere else: nothing is put in its place.
  if (earlier.length === 0 || note.theirs !== null || note.state === 'failed') return null;
  return (
    <details class="earlier">
      <summary class="label">{text('note_earlier')}</summary>
      {[...earlier].reverse().map(({ until, text: words }) => (
        <section key={until} class="note-before">
          <p class="note-foot">
            <span class="note-hint">{text('earlier_until', { day: momentText(until) })}</span>
            <button
              type="button"
              class="button-text"
              onClick={() => {
                note.write(words);
                note.flush();
              }}
            >
              {text('note_earlier_bring_back')}
            </button>
          </p>
          <pre class="note-theirs">{words}</pre>
        </section>
      ))}
    </details>
  );
}
