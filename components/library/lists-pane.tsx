import { useState } from 'preact/hooks';
import { countText } from '../format';
import { NameField } from '../name-field';
import type { ListRow, Reader, TagRow } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { type Carried, carriedBy, carry, isBelowMiddle, letGo } from './carried';
import { TagPlace } from './tag-place';
import type { View } from './view';

type Props = {
  /** Undefined while they are not known. */
  lists: readonly ListRow[] | undefined;
  tags: readonly TagRow[];
  savedCount: number;
  view: View;
  reader: Reader;
  acts: Acts;
  onView: (view: View) => void;
  onTag: (tag: string) => void;
  /** Papers were dropped onto a list. */
  onDropPapers: (list: ListRow, carried: Extract<Carried, { kind: 'papers' }>) => void;
};

/** All that are saved, the lists in the reader's order, the tags, and what looks twice or was deleted. */
export function ListsPane(props: Props) {
  const { lists, tags, view, reader, acts, onView } = props;
  const text = useText();
  return (
    <nav class="pane pane-lists" aria-label={text('library_lists')}>
      <ul>
        <PlaceButton
          name={text('library_all_saved')}
          papers={props.savedCount}
          isChosen={view.kind === 'all'}
          onChoose={() => onView({ kind: 'all' })}
        />
      </ul>
      <h2 class="label lists-label">{text('library_lists')}</h2>
      {lists?.length === 0 && <p class="teach lists-teach">{text('library_no_lists')}</p>}
      <ul>
        {lists?.map((list, at) => (
          <ListButton key={list.id} {...props} lists={lists} list={list} at={at} />
        ))}
      </ul>
      <NameField
        label={text('library_new_list')}
        act={text('library_create')}
        onName={(name) =>
          acts.attempt(async () => onView({ kind: 'list', id: await reader.createList(name) }))
        }
      />
      {tags.length > 0 && (
        <>
          <h2 class="label lists-label">{text('tags_title')}</h2>
          <ul>
            {tags.map(({ tag, papers }) => (
              <TagPlace key={tag} {...{ tag, papers, reader, acts }} onChoose={() => props.onTag(tag)} />
            ))}
          </ul>
        </>
      )}
      <ul class="lists-apart">
        <PlaceButton
          name={text('library_duplicates')}
          isChosen={view.kind === 'duplicates'}
          onChoose={() => onView({ kind: 'duplicates' })}
        />
        <PlaceButton
          name={text('library_deleted')}
          isChosen={view.kind === 'deleted'}
          onChoose={() => onView({ kind: 'deleted' })}
        />
      </ul>
    </nav>
  );
}

type PlaceProps = { name: string; papers?: number; isChosen: boolean; onChoose: () => void };

function PlaceButton({ name, papers, isChosen, onChoose }: PlaceProps) {
  return (
    <li>
      <button
        type="button"
        class="list-button"
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <bdi>{name}</bdi>
        {papers !== undefined && <span class="list-count">{countText(papers)}</span>}
      </button>
    </li>
  );
}

type Over = 'papers' | 'above' | 'below' | null;

/** A list: papers can be dropped on it, and it can be put elsewhere among the lists. */
function ListButton({
  list,
  at,
  lists,
  view,
  reader,
  acts,
  onView,
  onDropPapers,
}: Props & { lists: readonly ListRow[]; list: ListRow; at: number }) {
  const text = useText();
  const [over, setOver] = useState<Over>(null);
  const isChosen = view.kind === 'list' && view.id === list.id;
  const put = (id: ListRow['id'], place: number) =>
    acts.attempt(() => reader.moveList(id, lists[place]?.id ?? null));
  return (
    <li>
      <button
        type="button"
        class={over === null ? 'list-button' : `list-button list-over-${over}`}
        aria-current={isChosen ? 'true' : undefined}
        title={text('library_list_hint')}
        draggable
        onClick={() => onView({ kind: 'list', id: list.id })}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          if (event.key === 'ArrowUp' ? at > 0 : at < lists.length - 1)
            put(list.id, event.key === 'ArrowUp' ? at - 1 : at + 2);
        }}
        onDragStart={(event) => carry(event, { kind: 'list', id: list.id })}
        onDragEnd={letGo}
        onDragOver={(event) => {
          const carried = carriedBy(event);
          if (carried === null) return;
          event.preventDefault();
          const half = isBelowMiddle(event, event.currentTarget) ? 'below' : 'above';
          setOver(carried.kind === 'papers' ? 'papers' : half);
        }}
        onDragLeave={() => setOver(null)}
        onDrop={(event) => {
          const carried = carriedBy(event);
          setOver(null);
          if (carried === null) return;
          event.preventDefault();
          if (carried.kind === 'papers') onDropPapers(list, carried);
          else if (carried.id !== list.id) put(carried.id, over === 'below' ? at + 1 : at);
        }}
      >
        <bdi>{list.name}</bdi>
        <span class="list-count">{countText(list.papers)}</span>
      </button>
    </li>
  );
}
