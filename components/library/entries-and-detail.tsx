import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import { addressOf, type ListRow, type SavedPaper, type TagRow } from '../shown';
import { useText } from '../text';
import { carry } from './carried';
import { Detail } from './detail';
import { EntryList } from './entry-list';
import { openOrder } from './entry-order';
import type { Selection } from './entry-selection';
import type { LibraryPanelProps } from './library-panel';
import { ListHead } from './list-head';
import { MarkedBar } from './marked-bar';
import { useBeside } from './use-beside';
import { useMarked } from './use-marked';
import { useSelected } from './use-selected';

type Props = Omit<LibraryPanelProps, 'onReload'> & {
  list: ListRow | null;
  lists: readonly ListRow[];
  tags: readonly TagRow[];
  /** Undefined while they are not known. */
  entries: readonly SavedPaper[] | undefined;
  /** False while these are only the first of many. */
  isAll: boolean;
  selection: Selection;
  onSelection: (selection: Selection) => void;
};

/** The papers of a list, and the one at hand beside them. */
export function EntriesAndDetail(props: Props) {
  const { list, lists, entries, selection, onSelection, reader, acts, filterOf, onOpen } = props;
  const text = useText();
  const [chosen, setChosen] = useState<{ id: PaperId; at: number } | null>(null);
  const putInOrder = useMemo(openOrder, []);
  const { words } = selection;
  const matching = useMemo(() => filterOf(words, lists), [filterOf, words, lists]);
  const { shown, isWhole } = useSelected(entries ?? NONE, selection, matching, putInOrder);
  const isAll = props.isAll && isWhole;
  const marked = useMarked(shown, isAll);
  // When the chosen paper went, the one that took its place is chosen.
  const found = chosen === null ? -1 : placeOf(chosen, shown);
  const at = found >= 0 ? found : Math.min(chosen?.at ?? 0, shown.length - 1);
  const entry = shown[at];
  const beside = useBeside(entry, words);
  const isOrdered =
    list !== null && isAll && selection.order === 'as-kept' && shown.length === entries?.length;
  /** What is done to the paper at hand is done to all marked ones; one that is dragged unmarked goes alone. */
  const meant = (hand: SavedPaper | undefined): readonly PaperId[] => {
    if (hand === undefined || marked.has(hand.paper.id)) return marked.ids;
    return marked.ids.length > 0 && hand === entry ? marked.ids : [hand.paper.id];
  };
  const remove = (ids: readonly PaperId[]) =>
    list === null
      ? acts.undoable(text('library_removed'), () => reader.unsave(ids))
      : acts.undoable(text('library_removed_from_list'), () => reader.removeFrom(list.id, ids));
  const putBefore = (ids: readonly PaperId[], index: number) => {
    if (list === null || ids.length === 0) return;
    const before = shown.slice(index).find(({ paper }) => !ids.includes(paper.id))?.paper.id ?? null;
    acts.undoable(text('library_moved'), () => reader.moveEntries(ids, { from: null, to: list.id, before }));
  };
  const shift = (by: 1 | -1) => {
    const ids = meant(entry);
    const places = shown.flatMap(({ paper }, place) => (ids.includes(paper.id) ? [place] : []));
    const first = places[0] ?? 0;
    const last = places.at(-1) ?? 0;
    if (!isOrdered || (by < 0 ? first === 0 : last === shown.length - 1)) return;
    // It stays at hand where it goes.
    if (entry !== undefined) setChosen({ id: entry.paper.id, at });
    putBefore(ids, by < 0 ? first - 1 : last + 2);
  };
  const pane = useRef<HTMLElement>(null);
  const wasInDetail = useRef(false);
  useEffect(() => {
    // The button that removed the paper went with it.
    if (!wasInDetail.current || document.activeElement !== document.body) return;
    wasInDetail.current = false;
    pane.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [entry?.paper.id]);
  const name = list?.name ?? text('library_all_saved');
  return (
    <>
      <section ref={pane} class="pane pane-entries" aria-label={name}>
        <ListHead
          list={list}
          reader={reader}
          acts={acts}
          selection={selection}
          onSelection={onSelection}
          instead={
            marked.ids.length > 0 ? (
              <MarkedBar
                marked={marked}
                list={list}
                lists={lists}
                reader={reader}
                acts={acts}
                exchange={props.exchange}
                onCopyBibtex={props.onCopyBibtex}
                onRemove={() => remove(marked.ids)}
              />
            ) : null
          }
        />
        {entries !== undefined && shown.length === 0 && isAll && (
          <p class="teach">
            {entries.length === 0 ? text('library_list_empty') : text('library_none_match')}
          </p>
        )}
        {shown.length > 0 && (
          <EntryList
            name={name}
            entries={shown}
            at={at}
            marked={marked}
            isOrdered={isOrdered}
            onMove={(to) => {
              const next = shown[to];
              if (next !== undefined) setChosen({ id: next.paper.id, at: to });
            }}
            onOpen={({ paper }, where) => onOpen(addressOf(paper), where)}
            onRemove={() => {
              if (entry !== undefined) setChosen({ id: entry.paper.id, at });
              remove(meant(entry));
            }}
            onShift={shift}
            onCarry={(event, hand) =>
              carry(event, { kind: 'papers', ids: meant(hand), from: list?.id ?? null })
            }
            onDropBefore={(index, ids) => putBefore(ids, index)}
          />
        )}
      </section>
      <aside
        class="pane pane-detail"
        aria-label={text('library_detail')}
        onFocusIn={() => (wasInDetail.current = true)}
        onFocusOut={({ relatedTarget }) => (wasInDetail.current = relatedTarget === null)}
      >
        {beside !== undefined && (
          <Detail
            key={beside.paper.id}
            entry={beside}
            list={list}
            lists={lists}
            tags={props.tags}
            reader={reader}
            acts={acts}
            onRemoveFromList={() => remove([beside.paper.id])}
          />
        )}
      </aside>
    </>
  );
}

const NONE: readonly never[] = [];

/** Mostly it is where it was. */
function placeOf({ id, at }: { id: PaperId; at: number }, shown: readonly SavedPaper[]): number {
  return shown[at]?.paper.id === id ? at : shown.findIndex(({ paper }) => paper.id === id);
}
