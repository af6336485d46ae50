import { useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import { STATUSES } from '@/lib/core/reading';
import { countText } from '../format';
import type { Exchange } from '../exchange/exchange';
import { formatNames } from '../exchange/format-names';
import { RemoveIcon } from '../icons';
import type { Text } from '../make-text';
import type { ListRow, Reader } from '../shown';
import { statusText } from '../status-choice';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { Marked } from './use-marked';

type Props = {
  marked: Marked;
  /** The list they are seen in; null for all that are saved. */
  list: ListRow | null;
  lists: readonly ListRow[];
  reader: Reader;
  acts: Acts;
  exchange: Pick<Exchange, 'write'>;
  onCopyBibtex: (ids: readonly PaperId[]) => Promise<unknown>;
  onRemove: () => void;
};

/** What can be done to all marked papers at once; each can be undone as one. */
export function MarkedBar(props: Props) {
  const text = useText();
  const { marked, list, lists, reader, acts, exchange, onCopyBibtex, onRemove } = props;
  const { ids } = marked;
  const count = countText(ids.length);
  return (
    <div class="marked-bar" role="group" aria-label={text('marked_acts')}>
      <span class="marked-count" role="status">
        {text('marked_count', { count })}
      </span>
      <ActChoice
        label={text('marked_status')}
        choices={STATUSES.map((status) => ({ value: status, words: statusText(text, status) }))}
        onChoose={(status) =>
          acts.undoable(text('marked_status_set', { count }), () => reader.setStatusOf(ids, status))
        }
      />
      <ActChoice
        label={text('marked_add_to')}
        choices={lists
          .filter(({ id }) => id !== list?.id)
          .map(({ id, name }) => ({ value: id, words: name }))}
        onChoose={(to) => acts.undoable(text('marked_added', { count }), () => reader.addTo(to, ids))}
      />
      {list !== null && (
        <ActChoice
          label={text('marked_move_to')}
          choices={lists
            .filter(({ id }) => id !== list.id)
            .map(({ id, name }) => ({ value: id, words: name }))}
          onChoose={(to) =>
            acts.undoable(text('marked_moved', { count }), () =>
              reader.moveEntries(ids, { from: list.id, to, before: null }),
            )
          }
        />
      )}
      <TagAll
        onTag={(tag) => acts.undoable(text('marked_tagged', { count, tag }), () => reader.addTag(ids, tag))}
      />
      <button
        type="button"
        class="button"
        title={text('page_copy_bibtex')}
        onClick={() => acts.attempt(() => onCopyBibtex(ids))}
      >
        {text('marked_bibtex')}
      </button>
      <ActChoice
        label={text('marked_export')}
        choices={exportChoices(text).map(({ words }, index) => ({ value: String(index), words }))}
        onChoose={(index) => {
          const chosen = exportChoices(text)[Number(index)];
          if (chosen) acts.attempt(() => exchange.write({ ids }, chosen.format, chosen.withMine));
        }}
      />
      <button
        type="button"
        class="button"
        title={list === null ? text('library_remove') : text('library_remove_from_list')}
        onClick={onRemove}
      >
        {text('marked_remove')}
      </button>
      <button
        type="button"
        class="button-icon"
        aria-label={text('marked_clear')}
        title={text('marked_clear')}
        onClick={marked.clear}
      >
        <RemoveIcon />
      </button>
    </div>
  );
}

/** Each format with what the reader made, then without; ids have nothing of that. */
function exportChoices(text: Text) {
  const names = formatNames(text);
  return [
    ...names.map(({ format, name }) => ({ format, words: name, withMine: true })),
    ...names
      .filter(({ format }) => format !== 'ids')
      .map(({ format, name }) => ({
        format,
        words: text('marked_export_without', { name }),
        withMine: false,
      })),
  ];
}

type ChoiceProps<V extends string> = {
  label: string;
  choices: readonly { value: V; words: string }[];
  onChoose: (value: V) => void;
};

/** A select that does what is chosen, and then shows its name again. */
function ActChoice<V extends string>({ label, choices, onChoose }: ChoiceProps<V>) {
  return (
    <select
      class="choice"
      aria-label={label}
      disabled={choices.length === 0}
      value=""
      onChange={({ currentTarget }) => {
        const chosen = choices.find(({ value }) => value === currentTarget.value);
        currentTarget.value = '';
        if (chosen !== undefined) onChoose(chosen.value);
      }}
    >
      <option value="">{label}</option>
      {choices.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

function TagAll({ onTag }: { onTag: (tag: string) => void }) {
  const text = useText();
  const [tag, setTag] = useState('');
  return (
    <form
      class="marked-tag"
      onSubmit={(event) => {
        event.preventDefault();
        if (tag.trim() === '') return;
        onTag(tag.trim());
        setTag('');
      }}
    >
      <input
        class="field"
        type="text"
        aria-label={text('tags_add')}
        placeholder={text('tags_add')}
        maxLength={100}
        value={tag}
        onInput={(event) => setTag(event.currentTarget.value)}
      />
    </form>
  );
}
