import type { CorpusStatus } from '@/lib/core/corpus-status';
import { ImportBar, isComing } from '../dataset/dataset-notice';
import { countText, dayText } from '../format';
import { AwayIcon } from '../icons';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { Search } from './use-search';

export type View = 'papers' | 'lists';

type Props = {
  view: View;
  status: CorpusStatus | null;
  found: Search;
  onView: (view: View) => void;
  onKeys: () => void;
  onOpenLibrary: () => void;
};

/** The two views, the library page, the keys; and one line that says how much was found or is here. */
export function Foot({ view, status, found, onView, onKeys, onOpenLibrary }: Props) {
  const text = useText();
  const tab = (name: View, words: string) => (
    <button
      type="button"
      class="foot-tab"
      aria-current={view === name ? 'page' : undefined}
      onClick={() => onView(name)}
    >
      {words}
    </button>
  );
  return (
    <footer class="foot">
      {status !== null && isComing(status) && <ImportBar status={status} />}
      <nav class="foot-tabs" aria-label={text('popup_views')}>
        {tab('papers', text('popup_papers'))}
        {tab('lists', text('library_lists'))}
        <button type="button" class="foot-tab" onClick={onOpenLibrary}>
          {text('popup_library')}
          <AwayIcon />
        </button>
      </nav>
      <span class="foot-status" role="status">
        {view === 'papers' ? statusLine(text, status, found) : ''}
      </span>
      <button
        type="button"
        class="button-icon"
        aria-label={text('popup_keys')}
        title={text('popup_keys')}
        aria-keyshortcuts="?"
        onClick={onKeys}
      >
        ?
      </button>
    </footer>
  );
}

function statusLine(text: Text, status: CorpusStatus | null, found: Search): string {
  if (found.findings !== null) {
    const { hits, total } = found.findings;
    if (hits.length === 0) return text('popup_found_none');
    if (total === null) return text('popup_found_many', { count: countText(hits.length) });
    return total === 1 ? text('popup_found_one') : text('popup_found', { count: countText(total) });
  }
  if (status === null) return '';
  if (status.papers === 0 && isComing(status) && (status.total ?? 0) > 0) {
    return text('popup_importing', {
      done: countText(status.done ?? 0),
      total: countText(status.total ?? 0),
    });
  }
  if (status.papers === 0) return '';
  const count = countText(status.papers);
  return status.date === null
    ? text('popup_here', { count })
    : text('popup_here_to', { count, day: dayText(status.date) });
}
