import type { SavedState, Status } from '@/lib/core/reading';
import { StatusChoice } from '../status-choice';
import { useText } from '../text';
import { Brand } from './brand';
import { SaveButton } from './save-button';
import { Unfound } from './unfound';

/** What came of the reader's last click: told where it was made. */
export type SideNote = { text: string; isProblem: boolean };

type Props = {
  title: string;
  saved: SavedState | null;
  /** What the reader read of it, and what has become of it since. */
  standing: string | null;
  note: SideNote | null;
  onToggleSaved: () => void;
  onStatus: (status: Status) => void;
  onCopy: () => void;
};

/** The reader's side of a paper, in arXiv's right column. Its height is the same whatever it says. */
export function SideBlock({ title, saved, standing, note, onToggleSaved, onStatus, onCopy }: Props) {
  const text = useText();
  return (
    <section class="side" aria-label={text('page_side_name')}>
      <div>
        <Brand />
        <button type="button" class="copy" onClick={onCopy}>
          {text('page_copy_bibtex')}
        </button>
      </div>
      <div>
        <SaveButton isSaved={saved !== null} onToggle={onToggleSaved} of={title} />
        {saved !== null && (
          <>
            <StatusChoice status={saved.status} onChoose={onStatus} of={title} />
            {saved.lists > 0 && (
              <span class="lists">
                <Unfound
                  words={
                    saved.lists === 1
                      ? text('page_in_one_list')
                      : text('page_in_lists', { count: saved.lists })
                  }
                />
              </span>
            )}
          </>
        )}
      </div>
      <p
        class={note?.isProblem === true ? 'note problem' : 'note'}
        role="status"
        title={note ? undefined : (standing ?? undefined)}
      >
        {note ? note.text : standing !== null && <Unfound words={standing} />}
      </p>
    </section>
  );
}
