import type { RefObject } from 'preact';
import { SearchIcon } from '../icons';
import { useText } from '../text';
import { CHOICES_ELEMENT_ID, choiceElementId } from './choices';

type Props = {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  /** How many rows there are, and which one is active; -1 for none. */
  count: number;
  active: number;
  onQuery: (query: string) => void;
  onMove: (to: number) => void;
  onEnter: (event: KeyboardEvent) => void;
};

/** The one box: a combobox over the rows below it. */
export function SearchBox({ field, query, count, active, onQuery, onMove, onEnter }: Props) {
  const text = useText();
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that choose a word in an input method are not ours.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') onMove(active + 1 < count ? active + 1 : 0);
    else if (event.key === 'ArrowUp') onMove(active > 0 ? active - 1 : count - 1);
    else if (event.key === 'Enter') onEnter(event);
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="search" role="search">
      <SearchIcon />
      <input
        ref={field}
        class="search-field"
        type="text"
        role="combobox"
        aria-label={text('popup_search')}
        aria-expanded={count > 0}
        aria-controls={CHOICES_ELEMENT_ID}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && active < count ? choiceElementId(active) : undefined}
        aria-keyshortcuts="/"
        placeholder={text('popup_search_hint')}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={1000}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
