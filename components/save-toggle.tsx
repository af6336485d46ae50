import type { Paper } from '@/lib/core/paper';
import { SaveIcon } from './icons';
import type { Reader } from './shown';
import { useText } from './text';
import type { Acts } from './use-notice';

type Props = { paper: Paper; saved: boolean; reader: Reader; acts: Acts };

/** Save, or saved: pressed again it removes, which can be undone. */
export function SaveToggle({ paper, saved, reader, acts }: Props) {
  const text = useText();
  const toggle = () =>
    saved
      ? acts.undoable(text('library_removed'), () => reader.unsave(paper.id))
      : acts.attempt(() => reader.save(paper));
  return (
    <button
      type="button"
      class={saved ? 'button button-saved' : 'button button-main'}
      aria-pressed={saved}
      aria-keyshortcuts="Control+S Meta+S"
      onClick={toggle}
    >
      <SaveIcon saved={saved} />
      {saved ? text('library_saved') : text('library_save')}
    </button>
  );
}
