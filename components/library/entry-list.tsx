import { useRef } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { SavedPaper, Where } from '../shown';
import { VirtualRows } from '../virtual-rows';
import { EntryOption, optionId } from './entry-option';
import type { Marked } from './use-marked';

const ROW_HEIGHT = 54;
const PAGE_OF_ROWS = 10;

type Props = {
  name: string;
  entries: readonly SavedPaper[];
  /** The one shown beside the list. */
  at: number;
  marked: Marked;
  /** True where papers can be put in another order. */
  isOrdered: boolean;
  onMove: (to: number) => void;
  onOpen: (entry: SavedPaper, where: Where) => void;
  /** Those marked, or else the one at hand. */
  onRemove: () => void;
  /** Puts those marked, or else the one at hand, one place up or down. */
  onShift: (by: 1 | -1) => void;
  onCarry: (event: DragEvent, entry: SavedPaper) => void;
  onDropBefore: (index: number, ids: readonly PaperId[]) => void;
};

/** The papers of a list as a listbox: arrows choose, Space marks, Enter opens, Delete removes, Alt and arrows move. */
export function EntryList(props: Props) {
  const { name, entries, at, marked, onMove, onOpen } = props;
  const keyOf = useKeys(entries);
  return (
    <VirtualRows
      count={entries.length}
      estimate={ROW_HEIGHT}
      shown={at}
      keyOf={keyOf}
      rowRole="presentation"
      box={{
        role: 'listbox',
        tabIndex: 0,
        'aria-label': name,
        'aria-multiselectable': true,
        'aria-activedescendant': optionId(at),
        onKeyDown: (event) => onKey(event, props),
      }}
      row={(index) => {
        const entry = entries[index];
        return (
          entry && (
            <EntryOption
              entry={entry}
              index={index}
              count={entries.length}
              isActive={index === at}
              isMarked={marked.has(entry.paper.id)}
              isOrdered={props.isOrdered}
              onChoose={() => onMove(index)}
              onMark={(extend) => {
                if (extend) marked.extend(index);
                else marked.toggle(index);
                onMove(index);
              }}
              onOpen={(where) => onOpen(entry, where)}
              onCarry={(event) => props.onCarry(event, entry)}
              onDropBefore={props.onDropBefore}
            />
          )
        );
      }}
    />
  );
}

/** The same function while the same papers stand in the same places, whatever was changed of them. */
function useKeys(entries: readonly SavedPaper[]): (index: number) => string {
  const held = useRef<{ entries: readonly SavedPaper[]; keyOf: (index: number) => string }>(null);
  const before = held.current;
  const isSame =
    before?.entries.length === entries.length &&
    entries.every((entry, at) => {
      const one = before.entries[at];
      return one === entry || one?.paper.id === entry.paper.id;
    });
  const keyOf = isSame ? before.keyOf : (index: number) => entries[index]?.paper.id ?? String(index);
  held.current = { entries, keyOf };
  return keyOf;
}

function onKey(event: KeyboardEvent, props: Props): void {
  const { entries, at, marked, onMove } = props;
  const last = entries.length - 1;
  const chosen = entries[at];
  const isCommand = event.ctrlKey || event.metaKey;
  const to = movesOf(at, last)[event.key];
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    props.onShift(event.key === 'ArrowUp' ? -1 : 1);
  } else if (to !== undefined) {
    const next = Math.max(0, Math.min(to, last));
    if (event.shiftKey) {
      if (chosen && !marked.has(chosen.paper.id)) marked.toggle(at);
      marked.extend(next);
    }
    onMove(next);
  } else if (event.key === ' ') {
    if (event.shiftKey) marked.extend(at);
    else marked.toggle(at);
  } else if (isCommand && event.key.toLowerCase() === 'a') marked.all();
  else if (event.key === 'Escape' && marked.ids.length > 0) marked.clear();
  else if (event.key === 'Enter' && chosen) props.onOpen(chosen, isCommand ? 'behind' : 'front');
  else if (event.key === 'Delete' && chosen) props.onRemove();
  else return;
  event.preventDefault();
}

function movesOf(at: number, last: number): Record<string, number> {
  return {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_OF_ROWS,
    PageUp: at - PAGE_OF_ROWS,
    Home: 0,
    End: last,
  };
}
