import { useId, useState } from 'preact/hooks';
import { useText } from '../text';
import { Brand } from './brand';
import { Unfound, UnfoundButton } from './unfound';
import { ListingFilter, type FilterProps } from './listing-filter';

export type { Comparing } from './listing-filter';

export type BarProps = FilterProps & {
  total: number;
  /** Null until the background has said which rows were seen. */
  done: number | null;
  canUndo: boolean;
  /** Saved papers of which a new version is listed here. */
  replaced: number;
  /** Rows that match a watch; null where the reader watches nothing. */
  watched: number | null;
  /** What could not be done, told where it was asked for. */
  problem: string | null;
  onResume: () => void;
  onUndo: () => void;
  onOpenFilter: () => void;
  onKey: (event: KeyboardEvent) => void;
};

/** One line above a listing: where the reader stands in it, and what to show of it. */
export function ListingBar(props: BarProps) {
  const text = useText();
  const filterId = useId();
  const [isOpen, setOpen] = useState(false);
  const { total, done, canUndo, replaced, watched, problem, filter, isFiltered, onFilter, shown } = props;
  return (
    <section class="bar" aria-label={text('page_bar_name')} onKeyDown={props.onKey}>
      <div class="line">
        <Brand />
        {done !== null && total > 0 && (
          <span class="progress">
            <Unfound words={text('page_bar_done', { done, total })} />
            {done < total && (
              <UnfoundButton
                class="resume"
                words={done === 0 ? text('page_bar_start') : text('page_bar_resume')}
                title={text('page_bar_keys')}
                onClick={props.onResume}
              />
            )}
            {canUndo && <UnfoundButton class="undo" words={text('page_bar_undo')} onClick={props.onUndo} />}
          </span>
        )}
        {replaced > 0 && (
          <UnfoundButton
            class="replaced"
            words={
              replaced === 1 ? text('page_bar_one_replaced') : text('page_bar_replaced', { count: replaced })
            }
            aria-pressed={filter.replaced}
            onClick={() => onFilter({ replaced: !filter.replaced, saved: !filter.replaced })}
          />
        )}
        {watched !== null && (watched > 0 || filter.watched) && (
          <UnfoundButton
            class="watched"
            words={text('page_bar_watched', { count: watched })}
            aria-pressed={filter.watched}
            onClick={() => onFilter({ watched: !filter.watched })}
          />
        )}
        <span class="found" role="status">
          {problem !== null && <span class="problem">{problem}</span>}
          {isFiltered && text('page_bar_shown', { shown, total })}
        </span>
        <button
          type="button"
          class="fold"
          aria-expanded={isOpen}
          aria-controls={filterId}
          onClick={() => {
            setOpen(!isOpen);
            props.onOpenFilter();
          }}
        >
          {text('page_bar_filter')}
        </button>
      </div>
      <div id={filterId} hidden={!isOpen}>
        {isOpen && <ListingFilter {...props} />}
      </div>
    </section>
  );
}
