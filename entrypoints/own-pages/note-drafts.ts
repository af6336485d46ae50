import type { NoteDraft, NoteDrafts } from '@/components/shown';

type Texts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Notes being written, in a storage that has them on the disk before the next letter: a popup that is
 * closed takes with it what a database was only asked to store.
 */
export function noteDraftsIn(storage: () => Texts): NoteDrafts {
  const nameOf = (id: string) => `note ${id}`;
  return {
    read: (id) => attempt(() => draftIn(storage().getItem(nameOf(id))), null),
    keep: (id, { text, base }) => attempt(() => storage().setItem(nameOf(id), `${base} ${text}`), undefined),
    forget: (id) => attempt(() => storage().removeItem(nameOf(id)), undefined),
  };
}

/** A storage that is full or refused: the note is stored in the next pause all the same. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    console.warn('[gloss] a note is not kept between pauses', error);
    return otherwise;
  }
}

/** Written as the revision, a space, and the text as it is. */
function draftIn(kept: string | null): NoteDraft | null {
  const [, base, text] = /^(\d+) ([^]*)$/.exec(kept ?? '') ?? [];
  return base === undefined || text === undefined ? null : { text, base: Number(base) };
}
