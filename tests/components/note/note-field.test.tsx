// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { NoteField } from '@/components/note/note-field';
import { MemoryReader, paperNamed } from '../memory-reader';
import { click, draw, english, named, one, press, settled } from '../surface';

const { id } = paperNamed('2301.13442', 'Scaling laws');
const PAUSE_MS = 600;

let reader: MemoryReader;
let root: HTMLElement;

beforeEach(async () => {
  vi.useFakeTimers();
  reader = new MemoryReader();
  root = await draw(<NoteField id={id} reader={reader} />);
  await settled();
  return () => vi.useRealTimers();
});

const field = () => one<HTMLTextAreaElement>(root, 'textarea');

async function write(words: string): Promise<void> {
  field().value = words;
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled();
}

async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  await settled();
}

/** What is stored, as another window would see it. */
async function stored(): Promise<{ text: string; revision: number }> {
  return new Promise((answer) => {
    const stop = reader.note(id)(
      (note) => {
        answer(note);
        queueMicrotask(() => stop());
      },
      () => undefined,
    );
  });
}

test('what is written is stored in a pause, and shown as Markdown when done', async () => {
  await click(named(root, english('note_write')));
  await write('An **idea**');
  expect((await stored()).text).toBe('');
  await pause();
  expect((await stored()).text).toBe('An **idea**');
  await press('Escape');
  await settled();
  expect(one(root, '.note-text strong').textContent).toBe('idea');
  expect(document.activeElement).toBe(named(root, english('note_edit')));
});

test('what is not stored yet is stored when the field goes away', async () => {
  await click(named(root, english('note_write')));
  await write('Half a sent');
  await draw(<p />, root);
  await settled();
  expect((await stored()).text).toBe('Half a sent');
});

test('what another window wrote comes in while nothing is unstored here', async () => {
  await reader.saveNote(id, 'From elsewhere', 0);
  await settled();
  expect(root.textContent).toContain('From elsewhere');
  await click(named(root, english('note_edit')));
  await write('From elsewhere, and here');
  await pause();
  expect((await stored()).text).toBe('From elsewhere, and here');
});

test('two windows that write at once: nothing is overwritten before the reader has chosen', async () => {
  await click(named(root, english('note_write')));
  await write('Mine');
  await reader.saveNote(id, 'Theirs', 0);
  await pause();
  expect((await stored()).text).toBe('Theirs');
  expect(one(root, '[role=alert]').textContent).toContain('Theirs');
  expect(field().value).toBe('Mine');
  await write('Mine, still');
  await pause();
  expect((await stored()).text).toBe('Theirs');

  await click(named(root, english('note_keep_mine')));
  await pause();
  expect((await stored()).text).toBe('Mine, still');
  expect(root.querySelector('[role=alert]')).toBeNull();
});

test('the other note can be taken instead', async () => {
  await click(named(root, english('note_write')));
  await write('Mine');
  await reader.saveNote(id, 'Theirs', 0);
  await pause();
  await click(named(root, english('note_take_theirs')));
  await pause();
  expect(field().value).toBe('Theirs');
  expect((await stored()).text).toBe('Theirs');
});

test('what was given up for the other note can be put back', async () => {
  await click(named(root, english('note_write')));
  await write('Mine');
  await reader.saveNote(id, 'Theirs', 0);
  await pause();
  await click(named(root, english('note_take_theirs')));
  await click(named(root, english('note_bring_back')));
  await pause();
  expect((await stored()).text).toBe('Theirs\n\nMine');
});

test('what was written stays when the field goes away before the reader has chosen', async () => {
  await click(named(root, english('note_write')));
  await write('Mine');
  await reader.saveNote(id, 'Theirs', 0);
  await pause();
  await draw(<p />, root);
  await settled();
  expect((await stored()).text).toBe('Theirs');
  await draw(<NoteField id={id} reader={reader} />, root);
  await pause();
  expect(one(root, '[role=alert]').textContent).toContain('Theirs');
  expect(root.textContent).toContain('Mine');
  await click(named(root, english('note_keep_mine')));
  await pause();
  expect((await stored()).text).toBe('Mine');
});

test('what one window has not stored is still kept when another stores the same note', async () => {
  await click(named(root, english('note_write')));
  await write('A paragraph of mine');
  // As another window does: it keeps its own draft there, stores it, and forgets it.
  reader.noteDrafts.keep(id, { text: 'A paragraph of theirs', base: 0 });
  await reader.saveNote(id, 'A paragraph of theirs', 0);
  reader.noteDrafts.forget(id);
  await pause();
  expect(one(root, '[role=alert]').textContent).toContain('theirs');
  await draw(<p />, root);
  expect(reader.noteDrafts.read(id)?.text).toBe('A paragraph of mine');
});

test('a window that has stored its note leaves what another keeps of it', async () => {
  await click(named(root, english('note_write')));
  await write('Mine');
  reader.noteDrafts.keep(id, { text: 'Theirs, not stored yet', base: 0 });
  await pause();
  expect((await stored()).text).toBe('Mine');
  expect(reader.noteDrafts.read(id)?.text).toBe('Theirs, not stored yet');
});

test('what a window had no time to store is there when the note is shown again, once', async () => {
  await click(named(root, english('note_write')));
  // As a popup that is closed: nothing asked of the database is done any more.
  reader.trouble = 'failed';
  await write('Half a sent');
  await draw(<p />, root);
  await settled();
  reader.trouble = null;
  await draw(<NoteField id={id} reader={reader} />, root);
  await pause();
  expect((await stored()).text).toBe('Half a sent');
  expect(reader.noteDrafts.read(id)).toBeNull();
});

test('Ctrl and S stores the note without waiting for a pause', async () => {
  await click(named(root, english('note_write')));
  await write('An idea');
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true }));
  await settled();
  expect((await stored()).text).toBe('An idea');
});

test('a note that cannot be stored says so, stays in the field, and is stored when it can be', async () => {
  await click(named(root, english('note_write')));
  reader.trouble = 'quota';
  await write('Precious');
  await pause();
  expect(root.textContent).toContain(english('note_failed'));
  expect(field().value).toBe('Precious');
  reader.trouble = null;
  await write('Precious!');
  await pause();
  expect((await stored()).text).toBe('Precious!');
});

test('what stood there before can be read, and put back', async () => {
  await reader.saveNote(id, 'A long text that was here first', 0);
  await reader.saveNote(id, 'Another', 1);
  await settled();
  expect([...root.querySelectorAll('.note-before pre')].map((one) => one.textContent)).toEqual([
    'A long text that was here first',
  ]);
  await click(named(root, english('note_earlier_bring_back')));
  await settled();
  expect((await stored()).text).toBe('A long text that was here first');
  expect([...root.querySelectorAll('.note-before pre')].map((one) => one.textContent)).toEqual(['Another']);
});
