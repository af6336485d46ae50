import type { CorpusStatus, PackShown } from '@/lib/core/corpus-status';
import { AddPack } from '../dataset/add-pack';
import { CoveragePart } from '../dataset/coverage-part';
import { AdviceNotice, DatasetNotice, ImportProgress, isComing } from '../dataset/dataset-notice';
import { adviceOf } from '../dataset/dataset-words';
import type { Datasets } from '../dataset/datasets';
import { PackList } from '../dataset/pack-list';
import { bytesText } from '../byte-size';
import { countText, dayText } from '../format';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';

type Props = {
  status: CorpusStatus;
  bytesUsed: number | null;
  datasets: Datasets;
  acts: Acts;
  /** Goes on with the packaged dataset, or puts it back. */
  onRetry: () => void;
};

/** What can be searched, to which day, and of what; and everything that can be done about it. */
export function DatasetPanel({ status, bytesUsed, datasets, acts, onRetry }: Props) {
  const text = useText();
  const packs = useWatched('packs', datasets.packs).value ?? NONE;
  return (
    <div class="sheet">
      <h2 class="sheet-title">{text('dataset_title')}</h2>
      <p class="sheet-intro">{text('dataset_intro')}</p>
      {status.papers === 0 && !status.removed && <DatasetNotice status={status} onRetry={onRetry} />}
      <dl class="figures">
        <Figure name={text('dataset_papers')} value={countText(status.papers)} />
        {status.date !== null && <Figure name={text('dataset_to')} value={dayText(status.date)} />}
        <Figure name={text('dataset_state')} value={stateText(text, status)} />
      </dl>
      {status.papers > 0 && isComing(status) && <ImportProgress status={status} />}
      {status.papers > 0 && status.code !== undefined && (
        <AdviceNotice advice={adviceOf(text, status.code)} act={text('dataset_retry')} onAct={onRetry} />
      )}
      {packs.length > 0 && (
        <section class="sheet-part">
          <h3 class="sheet-subtitle">{text('dataset_packs')}</h3>
          {packs.length > 1 && <p>{text('dataset_packs_hint')}</p>}
          <PackList packs={packs} datasets={datasets} acts={acts} onPutBack={onRetry} />
          <p>{spaceText(text, packs, bytesUsed)}</p>
        </section>
      )}
      <AddPack datasets={datasets} acts={acts} />
      {status.coverage !== null && <CoveragePart coverage={status.coverage} papers={status.papers} />}
    </div>
  );
}

const NONE: readonly never[] = [];

function stateText(text: Text, status: CorpusStatus): string {
  if (status.papers === 0) return text('dataset_state_none');
  if (isComing(status)) return text('dataset_state_importing');
  return status.code === undefined ? text('dataset_state_ready') : text('dataset_state_old');
}

/** Our own count of what was shipped, and the browser's of all that it keeps, which is another thing. */
function spaceText(text: Text, packs: readonly PackShown[], bytesUsed: number | null): string {
  const stored = packs.reduce(
    (sum, { bytes, done, parts, state }) => sum + (state === 'ready' ? bytes : (bytes * done) / parts),
    0,
  );
  const own = text('dataset_space_own', { size: bytesText(stored) });
  if (bytesUsed === null) return own;
  return `${own} ${text('dataset_space_browser', { size: bytesText(bytesUsed) })}`;
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
