import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { STATUSES } from '@/lib/core/reading';
import { ListName } from '../list-name';
import type { ListRow, Reader } from '../shown';
import { statusText } from '../status-choice';
import type { Text } from '../make-text';
import { useText } from '../text';
import { isTextField } from '../text-field';
import type { Acts } from '../use-notice';
import { type Order, ORDERS, type Selection } from './entry-selection';

type Props = {
  /** Null for all that are saved. */
  list: ListRow | null;
  reader: Reader;
  acts: Acts;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  /** What can be done to the marked papers: stands in the same place, so that nothing moves. */
  instead: ComponentChildren;
};

/** Name of the list with rename and delete, and what of it is shown: words, status, order. */
export function ListHead({ list, reader, acts, selection, onSelection, instead }: Props) {
  const text = useText();
  return (
    <header class="list-head">
      <div class="list-head-name">
        {list === null ? (
          <h2 class="list-title">{text('library_all_saved')}</h2>
        ) : (
          <ListName key={list.id} list={list} reader={reader} acts={acts} titleClass="list-title" />
        )}
      </div>
      {instead ?? <ShownChoice selection={selection} onSelection={onSelection} />}
    </header>
  );
}

function ShownChoice({ selection, onSelection }: Pick<Props, 'selection' | 'onSelection'>) {
  const text = useText();
  return (
    <div class="list-head-selection">
      <FilterField words={selection.words} onWords={(words) => onSelection({ ...selection, words })} />
      <select
        class="choice"
        aria-label={text('library_status_shown')}
        value={selection.status ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onSelection({ ...selection, status: STATUSES.find((status) => status === value) ?? null })
        }
      >
        <option value="">{text('library_any_status')}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {statusText(text, status)}
          </option>
        ))}
      </select>
      <select
        class="choice"
        aria-label={text('library_order')}
        value={selection.order}
        onChange={({ currentTarget: { value } }) =>
          onSelection({ ...selection, order: ORDERS.find((order) => order === value) ?? 'as-kept' })
        }
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {orderText(text, order)}
          </option>
        ))}
      </select>
    </div>
  );
}

function FilterField({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTextField(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <input
      ref={field}
      class="field"
      type="search"
      aria-label={text('library_filter')}
      aria-keyshortcuts="/"
      placeholder={text('library_filter')}
      maxLength={200}
      value={words}
      onInput={(event) => onWords(event.currentTarget.value)}
    />
  );
}

function orderText(text: Text, order: Order): string {
  if (order === 'title') return text('library_order_title');
  if (order === 'author') return text('library_order_author');
  if (order === 'oldest-paper') return text('library_order_oldest');
  return order === 'newest-paper' ? text('library_order_newest') : text('library_order_kept');
}
