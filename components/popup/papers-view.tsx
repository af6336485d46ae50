import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { StatedFacts } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { DatasetNotice } from '../dataset/dataset-notice';
import { TroubleNotice } from '../exchange/trouble-notice';
import type { ListRow, Reader, SavedPaper, Trouble, Where } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { Choice } from './choice';
import { Choices } from './choices';
import { noHitsText } from '../dataset/no-hits';
import { TabPaper } from './tab-paper';
import type { Search } from './use-search';

type Props = {
  found: Search;
  status: CorpusStatus | null;
  trouble: Trouble | undefined;
  tabPaper: Paper | null | undefined;
  /** What is saved of it; undefined while it is not known. */
  tabSaved: SavedPaper | null | undefined;
  /** Those saved last, newest first; undefined while it is not known. */
  entries: readonly SavedPaper[] | undefined;
  lists: readonly ListRow[];
  savedIds: ReadonlySet<PaperId>;
  reader: Reader;
  acts: Acts;
  onOpen: (choice: Choice, where: Where) => void;
  onToggleSaved: (choice: Choice) => void;
  onRetryImport: () => void;
  onReload: () => void;
  factsOf: (paper: Paper) => StatedFacts;
  onOpenBeside: () => void;
};

/** What the query found; with an empty box this tab's paper, what is to be read, what was saved last. */
export function PapersView(props: Props) {
  const { found, status, trouble, tabPaper, entries } = props;
  const text = useText();
  const hasNotice = status !== null && status.papers === 0;
  if (found.query.trim() !== '') {
    return (
      <div class="popup-scroll">
        <NothingFound found={found} status={status} onRetryImport={props.onRetryImport} />
        <Also corrected={found.findings?.corrected} />
        <Rows {...props} />
      </div>
    );
  }
  const isRefused = trouble !== undefined || status?.code === 'refused';
  // Drawn in one go when all of it is known, so that nothing is pushed down.
  const isKnown = entries !== undefined && tabPaper !== undefined && props.tabSaved !== undefined;
  if (trouble === undefined && (!isKnown || status === null)) return null;
  return (
    <>
      {tabPaper && !isRefused && (
        <TabPaper
          paper={tabPaper}
          saved={props.tabSaved ?? null}
          lists={props.lists}
          reader={props.reader}
          acts={props.acts}
          factsOf={props.factsOf}
          onOpenBeside={props.onOpenBeside}
        />
      )}
      <div class="popup-scroll">
        {trouble !== undefined && <TroubleNotice trouble={trouble} onReload={props.onReload} />}
        {hasNotice && trouble === undefined && (
          <DatasetNotice status={status} onRetry={props.onRetryImport} />
        )}
        {found.count > 0 && <Rows {...props} />}
        {found.count === 0 && !hasNotice && trouble === undefined && (
          <p class="teach">{text('popup_teach')}</p>
        )}
      </div>
    </>
  );
}

function Also({ corrected }: { corrected: string | undefined }) {
  const text = useText();
  return corrected === undefined ? null : (
    <p class="popup-also">{text('search_corrected', { query: corrected.trim() })}</p>
  );
}

function Rows({ found, savedIds, onOpen, onToggleSaved }: Props) {
  return (
    <Choices
      groups={found.groups}
      active={found.active}
      savedIds={savedIds}
      onOpen={onOpen}
      onToggleSaved={onToggleSaved}
    />
  );
}

type NothingProps = Pick<Props, 'found' | 'status' | 'onRetryImport'>;

/** Why a query has no hits: nothing here matches, there is nothing here yet, or the search failed. */
function NothingFound({ found, status, onRetryImport }: NothingProps) {
  const text = useText();
  if (found.failed) return <p class="teach">{text('popup_search_failed')}</p>;
  if (found.findings === null || found.findings.hits.length > 0 || status === null) return null;
  if (status.papers === 0) return <DatasetNotice status={status} onRetry={onRetryImport} />;
  return <p class="teach">{noHitsText(text, found.query, status)}</p>;
}
