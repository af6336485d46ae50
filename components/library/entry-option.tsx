import { useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import { momentText } from '../format';
import { noteLine } from '../note/note-line';
import { PaperLine } from '../paper-line';
import { addressOf, type SavedPaper, summaryOf, type Where } from '../shown';
import { statusText } from '../status-choice';
import { useText } from '../text';
import { carriedBy, isBelowMiddle, letGo } from './carried';

type OptionProps = {
  entry: SavedPaper;
  index: number;
  count: number;
  /** Shown beside the list. */
  isActive: boolean;
  isMarked: boolean;
  /** True where papers can be put in another order. */
  isOrdered: boolean;
  onChoose: () => void;
  onMark: (extends_: boolean) => void;
  onOpen: (where: Where) => void;
  onCarry: (event: DragEvent) => void;
  /** Papers were dropped before the paper at this place. */
  onDropBefore: (index: number, ids: readonly PaperId[]) => void;
};

/** A row of a list: mark, title and authors, what the reader made of it, status and date. */
export function EntryOption(props: OptionProps) {
  const { entry, index, isActive, isMarked, onChoose, onMark, onOpen } = props;
  const text = useText();
  const drop = useDropLine(props);
  const state = [isActive && 'entry-active', isMarked && 'entry-marked', drop.line].filter(Boolean).join(' ');
  return (
    <a
      id={optionId(index)}
      class={`entry-option ${state}`}
      role="option"
      tabIndex={-1}
      draggable
      href={addressOf(entry.paper)}
      aria-selected={isMarked}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      onClick={(event) => {
        event.preventDefault();
        if (event.shiftKey) onMark(true);
        else if (event.ctrlKey || event.metaKey) onOpen('behind');
        else onChoose();
      }}
      onDblClick={() => onOpen('front')}
      onDragStart={props.onCarry}
      onDragEnd={letGo}
      {...drop.handlers}
    >
      <span
        class="entry-mark"
        aria-hidden="true"
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onMark(event.shiftKey);
        }}
      />
      <span class="entry-words">
        <PaperLine paper={summaryOf(entry.paper)} />
        <Made entry={entry} />
      </span>
      <span class="entry-state">
        <span>{statusText(text, entry.status)}</span>
        <span class="entry-date">{momentText(entry.savedAt)}</span>
      </span>
    </a>
  );
}

export function optionId(index: number): string {
  return `entry-${index}`;
}

/** Tags, and how the note begins. */
function Made({ entry: { tags, note } }: { entry: SavedPaper }) {
  const line = noteLine(note);
  if (tags.length === 0 && line === '') return null;
  return (
    <span class="entry-made">
      {tags.map((tag) => (
        <bdi key={tag} class="entry-tag">
          {tag}
        </bdi>
      ))}
      {line !== '' && <bdi class="entry-note">{line}</bdi>}
    </span>
  );
}

/** Where what is dragged over the row would come to stand. */
function useDropLine({ index, isOrdered, onDropBefore }: OptionProps) {
  const [below, setBelow] = useState<boolean | null>(null);
  const papersIn = (event: DragEvent) => {
    const carried = isOrdered ? carriedBy(event) : null;
    return carried?.kind === 'papers' ? carried.ids : null;
  };
  const handlers = {
    onDragOver: (event: DragEvent & { currentTarget: Element }) => {
      if (papersIn(event) === null) return;
      event.preventDefault();
      setBelow(isBelowMiddle(event, event.currentTarget));
    },
    onDragLeave: () => setBelow(null),
    onDrop: (event: DragEvent) => {
      const ids = papersIn(event);
      if (ids === null) return;
      event.preventDefault();
      setBelow(null);
      onDropBefore(below === true ? index + 1 : index, ids);
    },
  };
  return { handlers, line: below === null ? '' : below ? 'drop-below' : 'drop-above' };
}
