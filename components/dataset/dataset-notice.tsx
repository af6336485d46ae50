import type { CorpusStatus } from '@/lib/core/corpus-status';
import { countText } from '../format';
import { useText } from '../text';
import { adviceOf, type Advice } from './dataset-words';

type Props = { status: CorpusStatus; onRetry: () => void };

/** Why there is nothing to search yet, and what to do: drawn when no dataset answers. */
export function DatasetNotice({ status, onRetry }: Props) {
  const text = useText();
  if (status.state === 'importing') {
    return (
      <section class="notice">
        <h2 class="notice-title">{text('dataset_importing')}</h2>
        <ImportProgress status={status} />
        <p>{text('dataset_importing_meanwhile')}</p>
      </section>
    );
  }
  const code = status.code ?? 'stopped';
  if (status.state === 'failed') {
    return <AdviceNotice advice={adviceOf(text, code)} act={text('dataset_retry')} onAct={onRetry} />;
  }
  const [todo, act] = status.removed
    ? [text('dataset_removed'), text('dataset_put_back')]
    : [text('dataset_empty_todo'), text('dataset_start')];
  return <AdviceNotice advice={{ what: text('dataset_empty'), todo }} act={act} onAct={onRetry} />;
}

/** True while a dataset comes in, be it the first or one that is to replace what answers. */
export function isComing({ state, done, code }: CorpusStatus): boolean {
  return code === undefined && (state === 'importing' || done !== undefined);
}

/** Says what is wrong and what helps, with the one button that may. */
export function AdviceNotice({ advice, act, onAct }: { advice: Advice; act: string; onAct: () => void }) {
  return (
    <section class="notice">
      <h2 class="notice-title">{advice.what}</h2>
      <p>{advice.todo}</p>
      <button type="button" class="button" onClick={onAct}>
        {act}
      </button>
    </section>
  );
}

/** How far the import is, as words and as a bar. */
export function ImportProgress({ status }: { status: CorpusStatus }) {
  const text = useText();
  const { done = 0, total = 0 } = status;
  const words = text('dataset_progress', { done: countText(done), total: countText(total) });
  return (
    <div class="progress">
      <ImportBar status={status} />
      {total > 0 && <span class="progress-words">{words}</span>}
    </div>
  );
}

/** The bar alone; before it is known how much there is to do, one that only says that something is done. */
export function ImportBar({ status }: { status: CorpusStatus }) {
  const text = useText();
  const { done = 0, total = 0 } = status;
  const known = total > 0 ? { max: total, value: done } : {};
  return <progress class="progress-bar" aria-label={text('dataset_importing')} {...known} />;
}
