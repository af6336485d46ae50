import { useMemo, useState } from 'preact/hooks';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { PaperSummary } from '@/lib/core/paper';
import { DatasetNotice } from '../dataset/dataset-notice';
import { noHitsText } from '../dataset/no-hits';
import { countText, dayText } from '../format';
import type { Text } from '../make-text';
import type { Reader, Where } from '../shown';
import { useText } from '../text';
import { useLatest } from '../use-latest';
import type { Acts } from '../use-notice';
import { yearColumns } from '../year-columns';
import type { Explored, Explorer } from './explorer';
import { Facets } from './facets';
import { MapView } from './map-view';
import { PaperRow } from './paper-row';
import { withYears, yearsOf } from './query-words';
import { useSaved } from './use-saved';
import { YearFilter } from './year-filter';

const ROWS = 30;
const MOST_ROWS = 300;
/** As in explore.css. */
const ONE_COLUMN = 704;

export type ExploreProps = {
  explorer: Explorer;
  status: CorpusStatus;
  reader: Reader;
  acts: Acts;
  onOpen: (address: string, where: Where) => void;
  onRetryImport: () => void;
};

/** Search over all papers with what is known of them, and the neighbourhood of each as a map. */
export function ExplorePanel({ explorer, status, reader, acts, onOpen, onRetryImport }: ExploreProps) {
  const text = useText();
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState({ of: '', limit: ROWS });
  const [centre, setCentre] = useState<PaperSummary | null>(null);
  const asked = query.trim();
  const limit = rows.of === asked ? rows.limit : ROWS;
  const ask = useMemo(
    () => async (question: string, signal: AbortSignal) => {
      const [count = '', words = ''] = question.split(/\n([^]*)/);
      return words === '' ? null : explorer.search(words, Number(count), signal);
    },
    [explorer, status.papers],
  );
  const { answer, failed } = useLatest(`${limit}\n${asked}`, ask);
  const found = asked === '' ? null : (answer ?? null);
  const years = useYears(query, ask, found);
  const savedIds = useSaved(reader, found?.hits.map(({ paper }) => paper.id) ?? []);
  if (status.papers === 0) return <DatasetNotice status={status} onRetry={onRetryImport} />;
  const columns = yearColumns(years ?? status.coverage?.years ?? {});
  const row = {
    savedIds,
    onOpen,
    onSave: (paper: PaperSummary, saved: boolean) =>
      saved
        ? acts.undoable(text('library_removed'), () => reader.unsave(paper.id))
        : acts.attempt(() => reader.save(paper)),
  };
  return (
    <div class="explore">
      <h2 class="visually-hidden">{text('explore_title')}</h2>
      <form role="search" class="explore-search" onSubmit={(event) => event.preventDefault()}>
        <input
          class="field"
          type="search"
          autocomplete="off"
          aria-label={text('explore_search')}
          placeholder={text('explore_search')}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </form>
      <p class="explore-said" role="status">
        {failed ? text('popup_search_failed') : saidOf(text, asked, found, status)}
      </p>
      {columns.length > 0 && (
        <YearFilter
          columns={columns}
          years={yearsOf(query)}
          onYears={(chosen) => setQuery(withYears(query, chosen))}
        />
      )}
      <div class="explore-found">
        <div class="explore-facets">
          {found?.facets && (
            <details open={hasRoom()}>
              <summary>{text('explore_facets')}</summary>
              <Facets facets={found.facets} status={status} query={query} onQuery={setQuery} />
            </details>
          )}
          {asked === '' && <p class="facet-hint">{text('explore_teach')}</p>}
        </div>
        <div class="explore-papers">
          {centre && (
            <MapView
              key={centre.id}
              centre={centre}
              related={explorer.related}
              reader={reader}
              row={row}
              onCentre={setCentre}
              onClose={() => setCentre(null)}
            />
          )}
          <ul aria-label={text('explore_papers')}>
            {found?.hits.map((finding) => (
              <PaperRow key={finding.paper.id} finding={finding} {...row} onMap={setCentre} />
            ))}
          </ul>
          {found !== null && found.hits.length === limit && limit < MOST_ROWS && (
            <button
              type="button"
              class="button explore-more"
              onClick={() => setRows({ of: asked, limit: Math.min(MOST_ROWS, limit + ROWS * 3) })}
            >
              {text('explore_more')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

type Ask = (question: string, signal: AbortSignal) => Promise<Explored | null>;

/**
 * Papers by year of what is asked for, whichever years are chosen: the others can be chosen still. Undefined
 * where that is all papers.
 */
function useYears(
  query: string,
  ask: Ask,
  found: Explored | null,
): Readonly<Record<string, number>> | undefined {
  const asked = query.trim();
  const anyYear = yearsOf(asked) === null ? '' : withYears(asked, null);
  const { answer } = useLatest(`1\n${anyYear}`, ask);
  if (asked === '' || (anyYear === '' && yearsOf(asked) !== null)) return undefined;
  const facets = (anyYear === '' ? found : answer)?.facets;
  return facets ? Object.fromEntries(facets.year) : {};
}

/** Where there is one column, facets would push down what was found: they are unfolded when asked for. */
function hasRoom(): boolean {
  return window.innerWidth >= ONE_COLUMN;
}

/** How many there are, as exactly as it is known, and of which dataset; at rest, how many there are to find. */
function saidOf(text: Text, asked: string, found: Explored | null, status: CorpusStatus): string {
  const day = status.date === null ? '' : dayText(status.date);
  if (asked === '') return text('explore_rest', { count: countText(status.papers), day });
  if (found === null) return '';
  if (found.hits.length === 0) return noHitsText(text, asked, status);
  const { total, short, corrected } = found;
  if (total === null) return text('explore_least', { count: countText(found.hits.length), day });
  const count = countText(total);
  if (short) return text('explore_short', { count, day });
  const counted = text('explore_count', { count, day });
  if (corrected === undefined) return counted;
  return `${counted}. ${text('search_corrected', { query: corrected.trim() })}`;
}
