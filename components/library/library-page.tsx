import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { PaperId } from '@/lib/core/paper-id';
import type { Datasets } from '../dataset/datasets';
import type { Exchange } from '../exchange/exchange';
import { ExchangePanel } from '../exchange/exchange-panel';
import { SafetyNotice } from '../exchange/safety-notice';
import type { Explorer } from '../explore/explorer';
import { LazyExplore } from '../explore/lazy-explore';
import { NoticeBar } from '../notice-bar';
import type { Reader, Where } from '../shown';
import { useText } from '../text';
import { useNotice } from '../use-notice';
import { DatasetPanel } from './dataset-panel';
import { LibraryPanel, type FilterOf } from './library-panel';
import { SettingsPanel, type SettingsProps } from './settings-panel';

export const PANELS = ['library', 'explore', 'exchange', 'dataset', 'settings'] as const;
export type Panel = (typeof PANELS)[number];

export type LibraryPageProps = {
  panel: Panel;
  reader: Reader;
  exchange: Exchange;
  /** Null while it is not known. */
  status: CorpusStatus | null;
  /** What this browser stores for Gloss; null where it does not say. */
  bytesUsed: number | null;
  datasets: Datasets;
  explorer: Explorer;
  /** Null while they are not known. */
  settings: SettingsProps | null;
  filterOf: FilterOf;
  onOpen: (address: string, where: Where) => void;
  onCopyBibtex: (ids: readonly PaperId[]) => Promise<unknown>;
  onRetryImport: () => void;
  /** Opens everything anew: a database that was refused is asked again. */
  onReload: () => void;
};

/** The full page: the reader's library, the dataset, the settings. Panels are addresses, so links reach them. */
export function LibraryPage(props: LibraryPageProps) {
  const { panel, reader, status } = props;
  const text = useText();
  const { notice, acts, dismiss } = useNotice();
  const words = {
    library: text('popup_library'),
    explore: text('explore_title'),
    exchange: text('exchange_title'),
    dataset: text('dataset_title'),
    settings: text('library_settings'),
  };
  return (
    <div class="page">
      <header class="page-head">
        <h1 class="page-name">
          {text('page_brand')} <span class="page-for">{text('library_for_arxiv')}</span>
        </h1>
        <nav class="page-tabs" aria-label={text('popup_views')}>
          {PANELS.map((name) => (
            <a
              key={name}
              class="page-tab"
              href={`#${name}`}
              aria-current={name === panel ? 'page' : undefined}
            >
              {words[name]}
            </a>
          ))}
        </nav>
      </header>
      <main class="page-main">
        {panel === 'library' && <SafetyNotice exchange={props.exchange} reader={reader} acts={acts} />}
        {panel === 'library' && (
          <LibraryPanel
            reader={reader}
            acts={acts}
            filterOf={props.filterOf}
            exchange={props.exchange}
            onOpen={props.onOpen}
            onCopyBibtex={props.onCopyBibtex}
            onReload={props.onReload}
          />
        )}
        {panel === 'explore' && status !== null && (
          <LazyExplore
            explorer={props.explorer}
            status={status}
            reader={reader}
            acts={acts}
            onOpen={props.onOpen}
            onRetryImport={status.code === 'refused' ? props.onReload : props.onRetryImport}
          />
        )}
        {panel === 'exchange' && <ExchangePanel exchange={props.exchange} reader={reader} acts={acts} />}
        {panel === 'dataset' && status !== null && (
          <DatasetPanel
            status={status}
            bytesUsed={props.bytesUsed}
            datasets={props.datasets}
            acts={acts}
            onRetry={status.code === 'refused' ? props.onReload : props.onRetryImport}
          />
        )}
        {panel === 'settings' && props.settings !== null && <SettingsPanel {...props.settings} acts={acts} />}
      </main>
      <NoticeBar notice={notice} onDismiss={dismiss} onUndo={acts.takeBack} />
    </div>
  );
}
