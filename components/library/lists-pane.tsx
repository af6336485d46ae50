import type { ListId } from '@/lib/core/reading';
import { countText } from '../format';
import { NameField } from '../name-field';
import type { ListRow, Reader } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';

type Props = {
  lists: readonly ListRow[];
  savedCount: number;
  /** Null for all that are saved. */
  chosen: ListId | null;
  reader: Reader;
  acts: Acts;
  onChoose: (list: ListId | null) => void;
};

/** All that are saved, then the lists in the reader's order, then a field for a new one. */
export function ListsPane({ lists, savedCount, chosen, reader, acts, onChoose }: Props) {
  const text = useText();
  return (
    <nav class="pane pane-lists" aria-label={text('library_lists')}>
      <ul>
        <ListButton
          name={text('library_all_saved')}
          papers={savedCount}
          isChosen={chosen === null}
          onChoose={() => onChoose(null)}
        />
      </ul>
      <h2 class="label lists-label">{text('library_lists')}</h2>
      {lists.length === 0 && <p class="teach lists-teach">{text('library_no_lists')}</p>}
      <ul>
        {lists.map((list) => (
          <ListButton
            key={list.id}
            name={list.name}
            papers={list.papers}
            isChosen={chosen === list.id}
            onChoose={() => onChoose(list.id)}
          />
        ))}
      </ul>
      <NameField
        label={text('library_new_list')}
        act={text('library_create')}
        onName={(name) => acts.attempt(async () => onChoose(await reader.createList(name)))}
      />
    </nav>
  );
}

type ButtonProps = { name: string; papers: number; isChosen: boolean; onChoose: () => void };

function ListButton({ name, papers, isChosen, onChoose }: ButtonProps) {
  return (
    <li>
      <button
        type="button"
        class="list-button"
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <bdi>{name}</bdi>
        <span class="list-count">{countText(papers)}</span>
      </button>
    </li>
  );
}
