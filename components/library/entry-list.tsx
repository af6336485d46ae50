import { PaperLine } from '../paper-line';
import { momentText } from '../format';
import { addressOf, type SavedPaper, summaryOf, type Where } from '../shown';
import { statusText } from '../status-choice';
import { useText } from '../text';
import { VirtualRows } from '../virtual-rows';

const ROW_HEIGHT = 54;
const PAGE_OF_ROWS = 10;

type Props = {
  name: string;
  entries: readonly SavedPaper[];
  /** The chosen one. */
  at: number;
  onMove: (to: number) => void;
  onOpen: (entry: SavedPaper, where: Where) => void;
  onRemove: (entry: SavedPaper) => void;
};

/** The papers of a list as a listbox: arrows choose, Enter opens, Delete removes. */
export function EntryList({ name, entries, at, onMove, onOpen, onRemove }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const chosen = entries[at];
    const to = movesOf(at, last)[event.key];
    if (to !== undefined) onMove(Math.max(0, Math.min(to, last)));
    else if (event.key === 'Enter' && chosen)
      onOpen(chosen, event.ctrlKey || event.metaKey ? 'behind' : 'front');
    else if (event.key === 'Delete' && chosen) onRemove(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <VirtualRows
      count={entries.length}
      estimate={ROW_HEIGHT}
      shown={at}
      keyOf={(index) => entries[index]?.paper.id ?? String(index)}
      rowRole="presentation"
      box={{
        role: 'listbox',
        tabIndex: 0,
        'aria-label': name,
        'aria-activedescendant': optionId(at),
        onKeyDown,
      }}
      row={(index) => {
        const entry = entries[index];
        return (
          entry && (
            <EntryOption
              entry={entry}
              index={index}
              count={entries.length}
              isChosen={index === at}
              onChoose={() => onMove(index)}
              onOpen={(where) => onOpen(entry, where)}
            />
          )
        );
      }}
    />
  );
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

function optionId(index: number): string {
  return `entry-${index}`;
}

type OptionProps = {
  entry: SavedPaper;
  index: number;
  count: number;
  isChosen: boolean;
  onChoose: () => void;
  onOpen: (where: Where) => void;
};

function EntryOption({ entry, index, count, isChosen, onChoose, onOpen }: OptionProps) {
  const text = useText();
  return (
    <a
      id={optionId(index)}
      class="entry-option"
      role="option"
      tabIndex={-1}
      href={addressOf(entry.paper.id)}
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      onClick={(event) => {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) onOpen('behind');
        else onChoose();
      }}
      onDblClick={() => onOpen('front')}
    >
      <PaperLine paper={summaryOf(entry.paper)} />
      <span class="entry-state">
        <span>{statusText(text, entry.status)}</span>
        <span class="entry-date">{momentText(entry.savedAt)}</span>
      </span>
    </a>
  );
}
