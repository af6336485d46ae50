import { useText } from '../text';
import { Unfound } from './unfound';

/** What a reader asked to see of a listing; the same as `RowFilter` of lib/features. */
type Filter = {
  words: string;
  category: string;
  code: boolean;
  unknown: boolean;
  unseen: boolean;
  saved: boolean;
  watched: boolean;
  replaced: boolean;
};
export type Order = 'arxiv' | 'near';
/** `none`: there is nothing saved that rows could be compared with. */
export type Comparing = 'idle' | 'busy' | 'none';

export type FilterProps = {
  filter: Filter;
  isFiltered: boolean;
  shown: number;
  /** Of the rows that pass all else: those that state code or match, and those of which nothing says. */
  found: { stated: number; unknown: number };
  categories: readonly string[];
  order: Order;
  comparing: Comparing;
  onFilter: (change: Partial<Filter>) => void;
  onOrder: (order: Order) => void;
  onClear: () => void;
};

type Toggle = 'code' | 'unseen' | 'saved' | 'watched';

/** What to show of a listing, and in which order; unfolded on demand. */
export function ListingFilter(props: FilterProps) {
  const { filter, found, categories, order, comparing, isFiltered, onFilter, onOrder, onClear } = props;
  const text = useText();
  const toggles: readonly [Toggle, string][] = [
    ['code', text('page_filter_code')],
    ['unseen', text('page_filter_unseen')],
    ['saved', text('page_filter_saved')],
    ['watched', text('page_filter_watched')],
  ];
  return (
    <div class="filter">
      <input
        type="search"
        value={filter.words}
        placeholder={text('page_filter_words')}
        aria-label={text('page_filter_words')}
        onInput={(event) => onFilter({ words: event.currentTarget.value })}
      />
      <select
        value={filter.category}
        aria-label={text('page_filter_category')}
        onChange={(event) => onFilter({ category: event.currentTarget.value })}
      >
        <option value="">{text('page_filter_any')}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {category}
          </option>
        ))}
      </select>
      {toggles.map(([name, label]) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={filter[name]}
            onChange={(event) => onFilter({ [name]: event.currentTarget.checked })}
          />
          {label}
        </label>
      ))}
      <select
        value={order}
        aria-label={text('page_order')}
        onChange={(event) => onOrder(event.currentTarget.value === 'near' ? 'near' : 'arxiv')}
      >
        <option value="arxiv">{text('page_order_arxiv')}</option>
        <option value="near">{text('page_order_near')}</option>
      </select>
      {comparing !== 'idle' && (
        <span role="status">{comparing === 'busy' ? text('page_order_busy') : text('page_order_none')}</span>
      )}
      {(filter.code || filter.watched) && (
        <span class="found" role="status">
          <Unfound
            words={[
              text(filter.watched ? 'page_filter_match' : 'page_filter_stated', { count: found.stated }),
              ...(found.unknown > 0 ? [text('page_filter_unknown', { count: found.unknown })] : []),
            ].join(', ')}
          />
          {found.unknown > 0 && (
            <button type="button" onClick={() => onFilter({ unknown: !filter.unknown })}>
              {filter.unknown ? text('page_filter_hide') : text('page_filter_show')}
            </button>
          )}
        </span>
      )}
      {(isFiltered || order === 'near') && (
        <button type="button" class="clear" onClick={onClear}>
          {text('page_filter_clear')}
        </button>
      )}
    </div>
  );
}
