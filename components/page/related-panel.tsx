import { useId, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { RelatedRow } from '@/lib/core/shown';
import { countOnPage } from './page-count';
import { dayOnPage } from './page-day';
import type { Text } from '../make-text';
import { useText } from '../text';
import { Brand } from './brand';
import { RelatedPaperRow } from './related-row';
import { UnfoundButton } from './unfound';

const ROWS_AT_FIRST = 3;

/** `waiting` says nothing: no answer has come, or none will. */
export type RelatedState =
  | { kind: 'waiting' | 'empty' | 'failed' }
  | { kind: 'importing'; percent: number | null }
  | { kind: 'found'; papers: readonly RelatedRow[]; among: number; date: string | null };

type Props = {
  state: RelatedState;
  saved: ReadonlySet<PaperId>;
  problem: string | null;
  onToggleSaved: (row: RelatedRow) => void;
};

/** One line of related papers; the rows are unfolded on demand, saved ones first. */
export function RelatedPanel({ state, saved, problem, onToggleSaved }: Props) {
  const text = useText();
  const rowsId = useId();
  const [isOpen, setOpen] = useState(false);
  const papers = state.kind === 'found' ? state.papers : [];
  return (
    <section class="related" aria-label={text('page_related_name')}>
      <div class="line">
        <Brand />
        <span>{text('page_related')}</span>
        <span class="found">
          {papers.length === 0 ? (
            stateText(state, text)
          ) : (
            <UnfoundButton
              class="fold"
              words={foundText(papers, saved, text)}
              aria-expanded={isOpen}
              aria-controls={rowsId}
              onClick={() => setOpen(!isOpen)}
            />
          )}
        </span>
        {state.kind === 'found' && state.date !== null && (
          <DatasetDate date={state.date} among={state.among} />
        )}
      </div>
      <div id={rowsId} hidden={!isOpen}>
        {isOpen && <Rows papers={papers} saved={saved} onToggleSaved={onToggleSaved} />}
        {problem !== null && (
          <p class="note problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </section>
  );
}

function DatasetDate({ date, among }: { date: string; among: number }) {
  const text = useText();
  const day = dayOnPage(date, text);
  return (
    <span
      class="date"
      title={text('page_dataset_date_title', { count: countOnPage(among, text), date: day })}
    >
      {text('page_dataset_date', { date: day })}
    </span>
  );
}

function Rows({
  papers,
  saved,
  onToggleSaved,
}: Pick<Props, 'saved' | 'onToggleSaved'> & { papers: readonly RelatedRow[] }) {
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? papers : papers.slice(0, ROWS_AT_FIRST);
  const more = papers.length - shown.length;
  return (
    <>
      <ul class="rows">
        {shown.map((row) => (
          <RelatedPaperRow
            key={row.id}
            row={row}
            isSaved={saved.has(row.id)}
            onToggleSaved={() => onToggleSaved(row)}
          />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="more" onClick={() => setShowsAll(true)}>
          {text('page_show_more', { count: more })}
        </button>
      )}
    </>
  );
}

function foundText(papers: readonly RelatedRow[], saved: ReadonlySet<PaperId>, text: Text): string {
  const savedCount = papers.filter(({ id }) => saved.has(id)).length;
  const count = papers.length - savedCount;
  if (savedCount === 0) return count === 1 ? text('page_related_one') : text('page_related_count', { count });
  const ofThem = text('page_related_saved', { count: savedCount });
  return count === 0 ? ofThem : `${ofThem} · ${text('page_related_more', { count })}`;
}

function stateText(state: RelatedState, text: Text): string {
  switch (state.kind) {
    case 'waiting':
      return '';
    case 'empty':
      return text('page_related_empty');
    case 'failed':
      return text('page_related_failed');
    case 'importing':
      return state.percent === null
        ? text('page_related_waiting')
        : text('page_related_importing', { percent: state.percent });
    case 'found':
      return text('page_related_none', { count: countOnPage(state.among, text) });
  }
}
