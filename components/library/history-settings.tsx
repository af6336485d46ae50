import { useState } from 'preact/hooks';
import { useText } from '../text';

const DAYS = [30, 90, 365];

type Props = {
  days: number | null;
  onDays: (days: number | null) => void;
  onForget: (which: 'today' | 'all') => Promise<unknown>;
};

/** How long visits are kept, and forgetting them now: that cannot be undone, so it is asked twice. */
export function HistorySettings({ days, onDays, onForget }: Props) {
  const text = useText();
  const [asked, setAsked] = useState<'today' | 'all' | null>(null);
  const [said, setSaid] = useState('');
  const forget = (which: 'today' | 'all') => {
    setAsked(null);
    void onForget(which).then(
      () => setSaid(text('history_forgotten')),
      () => setSaid(text('library_change_failed')),
    );
  };
  return (
    <section class="sheet-part history">
      <label class="history-days">
        {text('history_keep')}{' '}
        <select
          class="choice"
          value={days ?? ''}
          onChange={({ currentTarget: { value } }) => onDays(value === '' ? null : Number(value))}
        >
          <option value="">{text('history_keep_all')}</option>
          {[...new Set([...DAYS, ...(days === null ? [] : [days])])]
            .sort((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {text('history_days', { count })}
              </option>
            ))}
        </select>
      </label>
      <div class="history-acts">
        {asked === null ? (
          <>
            <button type="button" class="button" onClick={() => setAsked('today')}>
              {text('history_forget_today')}
            </button>
            <button type="button" class="button" onClick={() => setAsked('all')}>
              {text('history_forget_all')}
            </button>
          </>
        ) : (
          <>
            <span>{text('history_sure')}</span>
            <button type="button" class="button button-danger" onClick={() => forget(asked)}>
              {asked === 'today' ? text('history_forget_today') : text('history_forget_all')}
            </button>
            <button type="button" class="button-text" onClick={() => setAsked(null)}>
              {text('library_cancel')}
            </button>
          </>
        )}
        <span class="history-said" role="status">
          {said}
        </span>
      </div>
    </section>
  );
}
