import { useState } from 'preact/hooks';
import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { SaveIcon } from '../icons';
import { ListChoice } from '../list-choice';
import { PaperLine } from '../paper-line';
import { type ListRow, type Reader, type SavedPaper, summaryOf } from '../shown';
import { StatusChoice } from '../status-choice';
import { useText } from '../text';
import type { Acts } from '../use-notice';

type Props = {
  paper: Paper;
  saved: SavedPaper | null;
  lists: readonly ListRow[];
  reader: Reader;
  acts: Acts;
};

/** The paper of the active tab, on top of the popup: save, status, lists. */
export function TabPaper({ paper, saved, lists, reader, acts }: Props) {
  const text = useText();
  const [choosing, setChoosing] = useState(false);
  const title = clipped(texToText(paper.title), 200);
  return (
    <section class="tab-paper" aria-label={text('popup_this_paper')}>
      <h2 class="label">{text('popup_this_paper')}</h2>
      <PaperLine paper={summaryOf(saved?.paper ?? paper)} />
      <div class="tab-paper-acts">
        <SaveButton paper={paper} saved={saved !== null} reader={reader} acts={acts} />
        {saved !== null && (
          <StatusChoice
            of={title}
            status={saved.status}
            onChoose={(status) => acts.attempt(() => reader.setStatus(paper.id, status))}
          />
        )}
        <button
          type="button"
          class="button-text"
          aria-expanded={choosing}
          aria-controls="tab-paper-lists"
          onClick={() => setChoosing(!choosing)}
        >
          {saved === null
            ? text('popup_choose_lists')
            : text('popup_lists_of_paper', { count: saved.lists.length })}
        </button>
      </div>
      <div id="tab-paper-lists" class="tab-paper-lists" hidden={!choosing}>
        {choosing && (
          <ListChoice
            lists={lists}
            chosen={saved?.lists ?? []}
            onToggle={(list, chosen) =>
              chosen
                ? acts.attempt(() => reader.save(paper, list))
                : acts.undoable(text('library_removed_from_list'), () => reader.removeFrom(list, paper.id))
            }
            onCreate={(name) => acts.attempt(async () => reader.save(paper, await reader.createList(name)))}
          />
        )}
      </div>
    </section>
  );
}

type SaveProps = { paper: Paper; saved: boolean; reader: Reader; acts: Acts };

function SaveButton({ paper, saved, reader, acts }: SaveProps) {
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
