import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListId } from '@/lib/core/reading';
import { countText } from '../format';
import { NameField } from '../name-field';
import type { ListRow, Reader, SavedPaper, Where } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';
import { OpenList } from './open-list';

type Props = {
  /** Undefined while they are not known. */
  lists: readonly ListRow[] | undefined;
  reader: Reader;
  acts: Acts;
  onOpen: (entry: SavedPaper, where: Where) => void;
};

/** The second view of the popup: the reading lists, and the papers of one of them. */
export function ListsView({ lists, reader, acts, onOpen }: Props) {
  const [open, setOpen] = useState<ListId | 'all' | null>(null);
  // A list deleted here or in another window closes.
  const list = lists?.find(({ id }) => id === open);
  const isGone = open !== null && open !== 'all' && list === undefined;
  useEffect(() => {
    if (isGone) setOpen(null);
  }, [isGone]);
  if (open !== null && !isGone) {
    return (
      <OpenList
        key={open}
        list={list ?? null}
        reader={reader}
        acts={acts}
        onOpen={onOpen}
        onBack={() => setOpen(null)}
      />
    );
  }
  return <Overview lists={lists} reader={reader} acts={acts} onChoose={setOpen} />;
}

type OverviewProps = Omit<Props, 'onOpen'> & { onChoose: (list: ListId | 'all') => void };

function Overview({ lists, reader, acts, onChoose }: OverviewProps) {
  const text = useText();
  const savedCount = useWatched('count', reader.savedCount).value ?? 0;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="view">
      <header class="view-head">
        <h2 ref={title} class="view-title" tabIndex={-1}>
          {text('library_lists')}
        </h2>
      </header>
      <ul class="list-names">
        <ListName name={text('library_all_saved')} papers={savedCount} onChoose={() => onChoose('all')} />
        {lists?.map((list) => (
          <ListName key={list.id} name={list.name} papers={list.papers} onChoose={() => onChoose(list.id)} />
        ))}
      </ul>
      {lists?.length === 0 && <p class="teach">{text('library_no_lists')}</p>}
      <NameField
        label={text('library_new_list')}
        act={text('library_create')}
        onName={(name) => acts.attempt(() => reader.createList(name))}
      />
    </section>
  );
}

function ListName({ name, papers, onChoose }: { name: string; papers: number; onChoose: () => void }) {
  return (
    <li>
      <button type="button" class="list-name" onClick={onChoose}>
        <bdi>{name}</bdi>
        <span class="list-count">{countText(papers)}</span>
      </button>
    </li>
  );
}
