import { useEffect, useRef } from 'preact/hooks';
import { RemoveIcon } from './icons';
import { useText } from './text';
import { isTextField } from './text-field';
import type { Undo } from './shown';
import type { Notice } from './use-notice';

type Props = { notice: Notice | null; onUndo: (undo: Undo) => void; onDismiss: () => void };

/** One line over the foot of a surface: what was done with Undo, or what failed. Ctrl or Cmd and Z undoes. */
export function NoticeBar({ notice, onUndo, onDismiss }: Props) {
  const text = useText();
  const undo = useRef(onUndo);
  undo.current = onUndo;
  useEffect(() => {
    if (notice === null || 'failed' in notice) return;
    // What was written after it is taken back first, by the field it was written in.
    let hasWritten = false;
    const onInput = () => (hasWritten = true);
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      if (hasWritten && isTextField(event.target)) return;
      event.preventDefault();
      undo.current(notice.undo);
    };
    document.addEventListener('input', onInput);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('input', onInput);
      document.removeEventListener('keydown', onKey);
    };
  }, [notice]);
  return (
    <div class="notice-place" role="status">
      {notice !== null && (
        <div class="notice-bar">
          <span class="notice-words">
            {'failed' in notice ? text('library_change_failed') : notice.words}
          </span>
          {!('failed' in notice) && (
            <button type="button" class="button-text" onClick={() => onUndo(notice.undo)}>
              {text('library_undo')}
            </button>
          )}
          <button
            type="button"
            class="button-icon"
            aria-label={text('library_dismiss')}
            title={text('library_dismiss')}
            onClick={onDismiss}
          >
            <RemoveIcon />
          </button>
        </div>
      )}
    </div>
  );
}
