import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { EarlierText } from '@/lib/core/reading';
import type { NoteReader, NoteShown } from '../shown';
import { useWatched } from '../use-watched';

const PAUSE_MS = 500;
const NONE: readonly never[] = [];

/** What is written, on which revision it is based, and whether it is stored. */
type Draft = { text: string; base: number; state: 'stored' | 'waiting' | 'failed' };

export type NoteWriting = {
  /** Undefined while it is not known. */
  text: string | undefined;
  state: Draft['state'];
  /** What another window stored meanwhile: nothing is stored here until the reader has chosen. */
  theirs: NoteShown | null;
  write: (text: string) => void;
  /** Stores what is written now, without waiting for a pause. */
  flush: () => void;
  keepMine: () => void;
  takeTheirs: () => void;
  /** What stood there before, oldest first. */
  earlier: readonly EarlierText[];
  /** Puts back, below the other, what was written here; null unless the other was taken. */
  bringBack: (() => void) | null;
};

/**
 * A note that stores itself in every pause of the writing. What another window stored is taken over
 * while nothing is unstored here; else the reader is asked. Nothing is overwritten in silence, and what is written and not stored is kept for the
 * next time the note is shown, also when the window is closed in the middle of a word.
 */
export function useNote(id: PaperId, reader: NoteReader): NoteWriting {
  const stored = useWatched(`note ${id}`, reader.note(id)).value;
  const [draft, setDraft] = useState<Draft | null>(() => {
    const kept = reader.noteDrafts.read(id);
    return kept && { ...kept, state: 'waiting' };
  });
  const [theirs, setTheirs] = useState<NoteShown | null>(null);
  const [givenUp, setGivenUp] = useState<string | null>(null);
  // Read by timers and by the end of a save, which come later than the drawing they were made in.
  const now = useRef({ draft, theirs, reader, saving: false, kept: draft?.text ?? null });
  now.current.draft = draft;
  now.current.theirs = theirs;
  now.current.reader = reader;

  const keep = useCallback(() => {
    const { draft: latest, reader: at } = now.current;
    if (latest === null || latest.state === 'stored') return;
    now.current.kept = latest.text;
    at.noteDrafts.keep(id, { text: latest.text, base: latest.base });
  }, [id]);
  const change = useCallback(
    (next: Draft) => {
      now.current.draft = next;
      const { noteDrafts } = now.current.reader;
      // What another window keeps of the same note is not ours to forget.
      if (next.state !== 'stored') keep();
      else if (noteDrafts.read(id)?.text === now.current.kept) noteDrafts.forget(id);
      setDraft(next);
    },
    [id, keep],
  );
  const ask = useCallback((other: NoteShown | null) => {
    now.current.theirs = other;
    setTheirs(other);
  }, []);
  const save = useCallback(async () => {
    const { draft: begun, saving, theirs: other } = now.current;
    if (begun === null || begun.state === 'stored' || saving || other !== null) return;
    now.current.saving = true;
    try {
      const result = await now.current.reader.saveNote(id, begun.text, begun.base);
      const latest = now.current.draft ?? begun;
      if (!result.saved) {
        ask(result.theirs);
        // The other window may have forgotten it with its own.
        keep();
      } else if (latest.text === begun.text) change({ ...latest, base: result.revision, state: 'stored' });
      else change({ ...latest, base: result.revision });
    } catch {
      // Said beside the field; the text stays there, and is tried again with the next letter.
      change({ ...(now.current.draft ?? begun), state: 'failed' });
    } finally {
      now.current.saving = false;
    }
    if (now.current.draft?.state === 'waiting' && now.current.theirs === null) void save();
  }, [id, ask, change, keep]);

  useEffect(() => {
    if (draft?.state !== 'waiting') return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, save]);
  useEffect(() => {
    const onHide = () => {
      keep();
      void save();
    };
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      onHide();
    };
  }, [save, keep]);

  const isNewer = stored !== undefined && (draft === null || stored.revision > draft.base);
  const adopts = isNewer && (draft === null || draft.state === 'stored');
  const shown = adopts ? stored.text : draft?.text;
  const write = (text: string) => {
    const base = adopts ? stored.revision : (draft?.base ?? stored?.revision ?? 0);
    change({ text, base, state: 'waiting' });
  };
  return {
    text: shown ?? stored?.text,
    state: draft?.state ?? 'stored',
    theirs,
    earlier: stored?.earlier ?? NONE,
    write,
    flush: () => void save(),
    keepMine: () => {
      const current = now.current.draft;
      if (current === null || theirs === null) return;
      ask(null);
      change({ ...current, base: theirs.revision, state: 'waiting' });
    },
    takeTheirs: () => {
      if (theirs === null) return;
      ask(null);
      setGivenUp(now.current.draft?.text ?? null);
      change({ text: theirs.text, base: theirs.revision, state: 'stored' });
    },
    bringBack:
      givenUp === null
        ? null
        : () => {
            setGivenUp(null);
            write([shown, givenUp].filter((words) => words).join('\n\n'));
          },
  };
}
