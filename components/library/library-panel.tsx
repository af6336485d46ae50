import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { AdviceNotice } from '../dataset/dataset-notice';
import { adviceOfTrouble } from '../dataset/dataset-words';
import { addressOf, type ListRow, type Reader, type SavedPaper, type Where } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';
import { Detail } from './detail';
import { EntryList } from './entry-list';
import { EVERYTHING, selectEntries, type Selection } from './entry-selection';
import { ListHead } from './list-head';
import { ListsPane } from './lists-pane';

type Props = {
  reader: Reader;
  acts: Acts;
  onOpen: (address: string, where: Where) => void;
  onReload: () => void;
};

/** Lists on the left, their papers in the middle, the chosen paper on the right. */
export function LibraryPanel({ reader, acts, onOpen, onReload }: Props) {
  const text = useText();
  const [chosenList, setChosenList] = useState<ListId | null>(null);
  const [selection, setSelection] = useState<Selection>(EVERYTHING);
  const lists = useWatched('lists', reader.lists);
  const savedIds = useWatched('saved', reader.savedIds);
  // A list deleted here or in another window gives way to all that are saved.
  const list = lists.value?.find(({ id }) => id === chosenList) ?? null;
  const entries = useWatched(list?.id ?? 'all', reader.entries(list?.id ?? null));
  const trouble = lists.trouble ?? entries.trouble;
  if (trouble !== undefined) {
    const advice = adviceOfTrouble(text, trouble);
    return <AdviceNotice advice={advice} act={text('dataset_retry')} onAct={onReload} />;
  }
  return (
    <div class="panes">
      <ListsPane
        lists={lists.value ?? []}
        savedCount={savedIds.value?.size ?? 0}
        chosen={list?.id ?? null}
        acts={acts}
        reader={reader}
        onChoose={setChosenList}
      />
      <EntriesAndDetail
        key={list?.id ?? 'all'}
        list={list}
        lists={lists.value ?? []}
        entries={entries.value}
        selection={selection}
        onSelection={setSelection}
        reader={reader}
        acts={acts}
        onOpen={onOpen}
      />
    </div>
  );
}

type EntriesProps = Omit<Props, 'onReload'> & {
  list: ListRow | null;
  lists: readonly ListRow[];
  entries: readonly SavedPaper[] | undefined;
  selection: Selection;
  onSelection: (selection: Selection) => void;
};

function EntriesAndDetail({
  list,
  lists,
  entries,
  selection,
  onSelection,
  reader,
  acts,
  onOpen,
}: EntriesProps) {
  const text = useText();
  const [chosen, setChosen] = useState<{ id: PaperId; at: number } | null>(null);
  const shown = useMemo(() => selectEntries(entries ?? [], selection), [entries, selection]);
  // When the chosen paper went, the one that took its place is chosen.
  const found = shown.findIndex(({ paper }) => paper.id === chosen?.id);
  const at = found >= 0 ? found : Math.min(chosen?.at ?? 0, shown.length - 1);
  const entry = shown[at];
  const remove = ({ paper }: SavedPaper) =>
    list === null
      ? acts.undoable(text('library_removed'), () => reader.unsave(paper.id))
      : acts.undoable(text('library_removed_from_list'), () => reader.removeFrom(list.id, paper.id));
  const pane = useRef<HTMLElement>(null);
  const wasInDetail = useRef(false);
  useEffect(() => {
    // The button that removed the paper went with it.
    if (!wasInDetail.current || document.activeElement !== document.body) return;
    wasInDetail.current = false;
    pane.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [entry?.paper.id]);
  return (
    <>
      <section ref={pane} class="pane pane-entries" aria-label={list?.name ?? text('library_all_saved')}>
        <ListHead list={list} reader={reader} acts={acts} selection={selection} onSelection={onSelection} />
        {entries !== undefined && shown.length === 0 && (
          <p class="teach">
            {entries.length === 0 ? text('library_list_empty') : text('library_none_match')}
          </p>
        )}
        {shown.length > 0 && (
          <EntryList
            name={list?.name ?? text('library_all_saved')}
            entries={shown}
            at={at}
            onMove={(to) => {
              const next = shown[to];
              if (next !== undefined) setChosen({ id: next.paper.id, at: to });
            }}
            onOpen={(opened, where) => onOpen(addressOf(opened.paper.id), where)}
            onRemove={(removed) => {
              setChosen({ id: removed.paper.id, at });
              remove(removed);
            }}
          />
        )}
      </section>
      <aside
        class="pane pane-detail"
        aria-label={text('library_detail')}
        onFocusIn={() => (wasInDetail.current = true)}
        onFocusOut={({ relatedTarget }) => (wasInDetail.current = relatedTarget === null)}
      >
        {entry !== undefined && (
          <Detail
            key={entry.paper.id}
            entry={entry}
            list={list}
            lists={lists}
            reader={reader}
            acts={acts}
            onRemoveFromList={() => remove(entry)}
          />
        )}
      </aside>
    </>
  );
}
