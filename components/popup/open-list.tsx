import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { BackIcon, RemoveIcon } from '../icons';
import { ListName } from '../list-name';
import { PaperLine } from '../paper-line';
import { addressOf, type ListRow, type Reader, type SavedPaper, summaryOf, type Where } from '../shown';
import { StatusChoice } from '../status-choice';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';
import { VirtualRows } from '../virtual-rows';

const ROW_HEIGHT = 68;

type Props = {
  /** Null for all that are saved. */
  list: ListRow | null;
  reader: Reader;
  acts: Acts;
  onOpen: (entry: SavedPaper, where: Where) => void;
  onBack: () => void;
};

/** One list in the popup: its papers with status, open and remove; rename and delete the list. */
export function OpenList({ list, reader, acts, onOpen, onBack }: Props) {
  const text = useText();
  const { value: entries } = useWatched(list?.id ?? 'all', reader.entries(list?.id ?? null));
  const keyOf = useCallback((at: number) => entries?.[at]?.paper.id ?? String(at), [entries]);
  const name = list?.name ?? text('library_all_saved');
  const view = useRef<HTMLElement>(null);
  const removed = useRef<{ id: PaperId; at: number } | null>(null);
  useEffect(() => {
    const gone = removed.current;
    if (gone === null || entries === undefined || entries.some(({ paper }) => paper.id === gone.id)) return;
    focusRow(view, gone.at, entries.length - 1);
    removed.current = null;
  }, [entries]);
  const remove = ({ paper }: SavedPaper, at: number) => {
    removed.current = { id: paper.id, at };
    if (list === null) acts.undoable(text('library_removed'), () => reader.unsave(paper.id));
    else acts.undoable(text('library_removed_from_list'), () => reader.removeFrom(list.id, paper.id));
  };
  return (
    <section ref={view} class="view">
      <header class="view-head">
        <BackButton onBack={onBack} />
        {list === null ? (
          <h2 class="view-title">{name}</h2>
        ) : (
          <ListName list={list} reader={reader} acts={acts} titleClass="view-title" />
        )}
      </header>
      {entries?.length === 0 && <p class="teach">{text('library_list_empty')}</p>}
      {entries !== undefined && entries.length > 0 && (
        <VirtualRows
          count={entries.length}
          estimate={ROW_HEIGHT}
          keyOf={keyOf}
          box={{ role: 'list', 'aria-label': name }}
          rowRole="listitem"
          row={(at) => {
            const entry = entries[at];
            if (entry === undefined) return null;
            const onRemove = () => remove(entry, at);
            return <EntryRow entry={entry} reader={reader} acts={acts} onOpen={onOpen} onRemove={onRemove} />;
          }}
        />
      )}
    </section>
  );
}

/** The button that had the focus went with its row: the one that took its place gets it. */
function focusRow(view: RefObject<HTMLElement | null>, at: number, last: number): void {
  const row = view.current?.querySelector(`[data-index="${Math.min(at, last)}"] .button-icon`);
  const target = row ?? view.current?.querySelector('.button-icon');
  if (target instanceof HTMLElement) target.focus();
}

function BackButton({ onBack }: { onBack: () => void }) {
  const text = useText();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <button
      ref={back}
      type="button"
      class="button-icon"
      aria-label={text('library_back')}
      title={text('library_back')}
      onClick={onBack}
    >
      <BackIcon />
    </button>
  );
}

type RowProps = Pick<Props, 'reader' | 'acts' | 'onOpen'> & { entry: SavedPaper; onRemove: () => void };

function EntryRow({ entry, reader, acts, onOpen, onRemove }: RowProps) {
  const text = useText();
  const { paper } = entry;
  const title = clipped(texToText(paper.title), 200);
  const removeText = text('library_remove_named', { title });
  return (
    <div class="entry-row">
      <a
        class="entry-open"
        href={addressOf(paper)}
        onClick={(event) => {
          event.preventDefault();
          onOpen(entry, event.ctrlKey || event.metaKey ? 'behind' : 'front');
        }}
      >
        <PaperLine paper={summaryOf(paper)} />
      </a>
      <StatusChoice
        of={title}
        status={entry.status}
        onChoose={(status) => acts.attempt(() => reader.setStatus(paper.id, status))}
      />
      <button type="button" class="button-icon" aria-label={removeText} title={removeText} onClick={onRemove}>
        <RemoveIcon />
      </button>
    </div>
  );
}
