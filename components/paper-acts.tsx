import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { clipped } from './format';
import { ListChoice } from './list-choice';
import { SaveToggle } from './save-toggle';
import type { ListRow, Reader, SavedPaper } from './shown';
import { StatusChoice } from './status-choice';
import { useText } from './text';
import type { Acts } from './use-notice';

type Props = {
  paper: Paper;
  saved: SavedPaper | null;
  lists: readonly ListRow[];
  reader: Reader;
  acts: Acts;
  /** What else stands in the line. */
  children?: ComponentChildren;
};

/** What a reader does with the paper before them, in one line: save, status; its lists unfold. */
export function PaperActs({ paper, saved, lists, reader, acts, children }: Props) {
  const text = useText();
  const listsId = useId();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <div class="paper-acts">
        <SaveToggle paper={paper} saved={saved !== null} reader={reader} acts={acts} />
        {saved !== null && (
          <StatusChoice
            of={clipped(texToText(paper.title), 200)}
            status={saved.status}
            onChoose={(status) => acts.attempt(() => reader.setStatus(paper.id, status))}
          />
        )}
        <button
          type="button"
          class="button-text"
          aria-expanded={choosing}
          aria-controls={listsId}
          onClick={() => setChoosing(!choosing)}
        >
          {saved === null
            ? text('popup_choose_lists')
            : text('popup_lists_of_paper', { count: saved.lists.length })}
        </button>
        {children}
      </div>
      <div id={listsId} class="paper-acts-lists" hidden={!choosing}>
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
    </>
  );
}
