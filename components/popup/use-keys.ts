import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isSaveKey } from '../save-key';
import { isTextField } from '../text-field';

type Given = {
  field: RefObject<HTMLInputElement | null>;
  keysShown: boolean;
  onFocusSearch: () => void;
  onSave: () => void;
  onKeys: () => void;
};

/**
 * The keys that hold wherever the focus is: `/`, `?`, Ctrl or Cmd and S; a letter goes into the box.
 */
export function useKeys(given: Given): void {
  const now = useRef(given);
  now.current = given;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const { field, keysShown, onFocusSearch, onSave, onKeys } = now.current;
      if (isSaveKey(event)) {
        // Whoever writes a note means the note, which its field stores.
        if (!isTextField(event.target) || event.target === field.current) onSave();
      } else if (event.key === 'Escape' && keysShown) onKeys();
      else if (event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      else if (event.key === '?') onKeys();
      else if (event.key === '/') {
        onFocusSearch();
        field.current?.focus();
        field.current?.select();
      } else {
        if (isLetter(event)) field.current?.focus();
        return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
    // Set up once: what changes is read through `now`.
  }, []);
}

/** A select chooses by letters, and buttons are pressed with the space bar. */
function isLetter({ key, altKey, target }: KeyboardEvent): boolean {
  return /^[\p{L}\p{N}]$/u.test(key) && !altKey && !(target instanceof HTMLSelectElement);
}

/** True where `/` and `?` are text. An empty search box begins no query with them. */
function isTyping(target: EventTarget | null): boolean {
  if (!isTextField(target)) return false;
  return target.value !== '' || !target.classList.contains('search-field');
}
