import { useState } from 'preact/hooks';
import { clipped, countText } from '../format';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { ChangedPart, Choice, OpenedFile } from './exchange';
import { ConflictChoice } from './conflict-choice';
import { problemWords } from './problem-words';

type Props = { file: OpenedFile; acts: Acts; onDone: () => void };

/** Of works and problems only the first are drawn: a file may have tens of thousands. */
const SHOWN = 50;

/** What a file would change, before anything is changed. */
export function FilePreview({ file, acts, onDone }: Props) {
  const text = useText();
  const [choice, setChoice] = useState<Choice>('mine');
  const [list, setList] = useState('');
  const [withSettings, setWithSettings] = useState(file.settings?.isFirst ?? false);
  const [done, setDone] = useState<number | null>(null);
  const [stop, setStop] = useState<AbortController | null>(null);
  const of = (state: string) => file.works.filter((work) => work.state === state);
  const conflicts = file.works.filter((work) => work.conflicts.length > 0);
  const fresh = of('new');
  const counts = { added: countText(fresh.length), changed: countText(of('changed').length) };
  const bringIn = () =>
    acts.attempt(async () => {
      const stopping = new AbortController();
      setStop(stopping);
      setDone(0);
      const how = { choice, list: list.trim() || null, withSettings, progress: setDone };
      const undo = await file.bringIn({ ...how, signal: stopping.signal }).finally(() => setDone(null));
      if (undo === null) return;
      onDone();
      acts.undoable(text('exchange_brought_in', { count: countText(file.works.length) }), async () => undo);
    });
  return (
    <div class="exchange-preview">
      <h4 class="exchange-name">
        <bdi>{clipped(file.name, 80)}</bdi>
      </h4>
      <p role="status">
        {text('exchange_counts', { ...counts, same: countText(of('same').length) })}{' '}
        {file.problems.length > 0 &&
          text('exchange_not_understood', { count: countText(file.problems.length) })}
      </p>
      {file.newLists.length > 0 && (
        <p>{text('exchange_new_lists', { names: file.newLists.slice(0, 10).join(', ') })}</p>
      )}
      <Titles label={text('exchange_show_new')} titles={fresh.map(({ title, id }) => title || id)} />
      <Titles
        label={text('exchange_show_changed')}
        titles={of('changed').map(({ title, id, changes, conflicts }) => {
          const parts = [...changes, ...conflicts.map(({ field }) => field)];
          return `${title || id}: ${[...new Set(parts)].map((part) => changedWord(text, part)).join(', ')}`;
        })}
      />
      <Titles
        label={text('exchange_show_keys')}
        titles={file.keys.map(({ id, title, from, to }) => `${from} → ${to}: ${title || id}`)}
      />
      <Titles
        label={text('exchange_show_problems')}
        titles={file.problems.map((one) => problemWords(text, one))}
      />
      {conflicts.length > 0 && <ConflictChoice works={conflicts} choice={choice} onChoice={setChoice} />}
      {!file.hasLists && (
        <label class="exchange-check">
          {text('exchange_into_list')}
          <input
            value={list}
            maxLength={200}
            placeholder={text('exchange_into_list_none')}
            onInput={(event) => setList(event.currentTarget.value)}
          />
        </label>
      )}
      {file.settings && (
        <label class="exchange-check">
          <input
            type="checkbox"
            checked={withSettings}
            onChange={(event) => setWithSettings(event.currentTarget.checked)}
          />
          {text('exchange_with_settings')}
        </label>
      )}
      <div class="exchange-row">
        <button type="button" class="button" disabled={done !== null} onClick={bringIn}>
          {text('exchange_bring_in')}
        </button>
        {done === null ? (
          <button type="button" class="button-text" onClick={onDone}>
            {text('library_cancel')}
          </button>
        ) : (
          <button type="button" class="button-text" onClick={() => stop?.abort()}>
            {text('dataset_stop')}
          </button>
        )}
        {done !== null && (
          <progress aria-label={text('exchange_bring_in')} value={done} max={file.works.length} />
        )}
        <span role="status">{done === null && stop?.signal.aborted && text('exchange_stopped')}</span>
      </div>
    </div>
  );
}

function changedWord(text: Text, part: ChangedPart): string {
  switch (part) {
    case 'lists':
      return text('exchange_changed_lists');
    case 'tags':
      return text('exchange_changed_tags');
    case 'status':
      return text('exchange_changed_status');
    case 'key':
      return text('exchange_changed_key');
    case 'note':
      return text('exchange_changed_note');
    case 'dates':
      return text('exchange_changed_dates');
    case 'description':
      return text('exchange_changed_description');
  }
}

function Titles({ label, titles }: { label: string; titles: readonly string[] }) {
  const text = useText();
  if (titles.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <ul class="exchange-titles">
        {titles.slice(0, SHOWN).map((title, index) => (
          <li key={index}>
            <bdi>{clipped(title, 200)}</bdi>
          </li>
        ))}
        {titles.length > SHOWN && (
          <li>{text('exchange_and_more', { count: countText(titles.length - SHOWN) })}</li>
        )}
      </ul>
    </details>
  );
}
