import { categoryName } from '@/lib/core/categories';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { DatasetNotice, ImportProgress, isComing } from '../dataset/dataset-notice';
import { adviceOf } from '../dataset/dataset-words';
import { bytesText } from '../byte-size';
import { countText, dayText } from '../format';
import type { Text } from '../make-text';
import { useText } from '../text';

/** What a pack counts papers under whose source named no category. */
const UNKNOWN = 'unknown';

type Props = { status: CorpusStatus; bytesUsed: number | null; onRetry: () => void };

/** What can be searched: how many papers, to which day, of which archives and years. */
export function DatasetPanel({ status, bytesUsed, onRetry }: Props) {
  const text = useText();
  if (status.papers === 0) return <DatasetNotice status={status} onRetry={onRetry} />;
  const { archives = {}, years = {} } = status.coverage ?? {};
  return (
    <div class="sheet">
      <h2 class="sheet-title">{text('dataset_title')}</h2>
      <p class="sheet-intro">{text('dataset_intro')}</p>
      <dl class="figures">
        <Figure name={text('dataset_papers')} value={countText(status.papers)} />
        {status.date !== null && <Figure name={text('dataset_to')} value={dayText(status.date)} />}
        <Figure name={text('dataset_state')} value={stateText(text, status)} />
        {bytesUsed !== null && <Figure name={text('dataset_bytes')} value={bytesText(bytesUsed)} />}
      </dl>
      {isComing(status) && <ImportProgress status={status} />}
      {status.code !== undefined && (
        <section class="notice">
          <h3 class="notice-title">{adviceOf(text, status.code).what}</h3>
          <p>{adviceOf(text, status.code).todo}</p>
          <button type="button" class="button" onClick={onRetry}>
            {text('dataset_retry')}
          </button>
        </section>
      )}
      <Bars
        title={text('dataset_by_archive')}
        rows={Object.entries(archives)
          .sort(([, a], [, b]) => b - a)
          .map(([code, count]) =>
            code === UNKNOWN
              ? { name: text('dataset_archive_unknown'), code: '', count }
              : { name: categoryName(code), code, count },
          )}
      />
      <Bars
        title={text('dataset_by_year')}
        rows={Object.entries(years)
          .sort(([a], [b]) => Number(b) - Number(a))
          .map(([year, count]) => ({ name: year, code: '', count }))}
      />
    </div>
  );
}

function stateText(text: Text, status: CorpusStatus): string {
  if (isComing(status)) return text('dataset_state_importing');
  return status.code === undefined ? text('dataset_state_ready') : text('dataset_state_old');
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

type Bar = { name: string; code: string; count: number };

/** Counts as a table whose last column is also drawn: the widest bar is the largest count. */
function Bars({ title, rows }: { title: string; rows: readonly Bar[] }) {
  const text = useText();
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <table class="bars">
      <caption class="bars-title">{title}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{text('dataset_papers')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, code, count }) => (
          <tr key={name + code}>
            <th scope="row">
              {name}
              {code !== '' && code !== name && <span class="bars-code"> {code}</span>}
            </th>
            <td>
              <span class="bar" style={{ inlineSize: `${(count / most) * 100}%` }} />
              <span class="bar-count">{countText(count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
