import { useEffect, useState } from 'preact/hooks';
import type { Advice } from '../dataset/dataset-words';
import { countText, momentText } from '../format';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { Exchange, Snapshot } from './exchange';

type Props = {
  advice: Advice;
  exchange: Pick<Exchange, 'kept' | 'rescue'>;
  acts: Acts;
  onReload: () => void;
};

/** A library that cannot be opened: what to try, how to have what is in it as a file, and how to go on without it. */
export function RescueNotice({ advice, exchange, acts, onReload }: Props) {
  const text = useText();
  const { rescue } = exchange;
  const [said, setSaid] = useState('');
  const [isSaved, setIsSaved] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  useEffect(() => {
    // Without it the rest is offered all the same.
    void exchange.kept().then(
      (kept) => setSnapshot(kept.snapshot),
      () => setSnapshot(null),
    );
  }, [exchange]);
  const unread = (error: unknown) => {
    console.error('[gloss] rows', error);
    setIsSaved(false);
    setIsAsked(false);
    setSaid(text('rescue_unread'));
  };
  const saveRows = async () => {
    const saved = await rescue.saveRows();
    setIsSaved(true);
    if (saved === null) setSaid(text('rescue_none'));
    else if (saved.unread.length > 0)
      setSaid(text('rescue_part', { count: countText(saved.rows), names: saved.unread.join(', ') }));
    else setSaid(text('rescue_saved', { count: countText(saved.rows) }));
  };
  return (
    <section class="notice rescue">
      <h2 class="notice-title">{advice.what}</h2>
      <p>{advice.todo}</p>
      <button type="button" class="button" onClick={onReload}>
        {text('dataset_retry')}
      </button>
      <h3 class="sheet-subtitle">{text('rescue_title')}</h3>
      <ol class="rescue-steps">
        <li>
          <p>{text('rescue_rows')}</p>
          <button type="button" class="button" onClick={() => acts.attempt(() => saveRows().catch(unread))}>
            {text('rescue_rows_save')}
          </button>
          <p role="status">{said}</p>
        </li>
        {snapshot && (
          <li>
            <p>
              {text('rescue_snapshot', {
                count: countText(snapshot.works),
                day: momentText(snapshot.at),
              })}
            </p>
            <button type="button" class="button" onClick={() => acts.attempt(rescue.saveSnapshot)}>
              {text('rescue_snapshot_save')}
            </button>
          </li>
        )}
        <li>
          <p>{text('rescue_anew')}</p>
          <button
            type="button"
            class={isAsked ? 'button button-danger' : 'button'}
            disabled={!isSaved}
            onClick={() =>
              isAsked ? acts.attempt(() => rescue.beginAnew().then(onReload, unread)) : setIsAsked(true)
            }
          >
            {isAsked ? text('rescue_anew_sure') : text('rescue_anew_begin')}
          </button>
        </li>
      </ol>
    </section>
  );
}
