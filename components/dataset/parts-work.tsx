import { useEffect, useRef, useState } from 'preact/hooks';
import { countText } from '../format';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { PartProgress } from './datasets';

type Parts = { done: number; total: number; waits?: true };

export type PartsWork<T> = {
  running: Parts | null;
  /** Of what ended last. */
  outcome: T | null;
  start: (
    acts: Acts,
    work: (progress: PartProgress, signal: AbortSignal, waits: () => void) => Promise<T>,
  ) => void;
  stop: () => void;
};

/** Work on a dataset part by part, that can be stopped between two of them, and is when the panel goes away. */
export function usePartsWork<T>(): PartsWork<T> {
  const [running, setRunning] = useState<Parts | null>(null);
  const [outcome, setOutcome] = useState<T | null>(null);
  const controller = useRef<AbortController | null>(null);
  const stop = () => controller.current?.abort();
  useEffect(() => stop, []);
  return {
    running,
    outcome,
    stop,
    start: (acts, work) => {
      const own = new AbortController();
      controller.current = own;
      setOutcome(null);
      setRunning({ done: 0, total: 0 });
      acts.attempt(async () => {
        const progress: PartProgress = (done, total) => setRunning({ done, total });
        const waits = () => setRunning({ done: 0, total: 0, waits: true });
        setOutcome(await work(progress, own.signal, waits).finally(() => setRunning(null)));
      });
    },
  };
}

/** How far it is, with a way to stop. */
export function PartsProgress({
  work,
  words,
}: {
  work: Pick<PartsWork<unknown>, 'running' | 'stop'>;
  words: string;
}) {
  const text = useText();
  const { done, total, waits } = work.running ?? { done: 0, total: 0 };
  const told = waits ? text('dataset_waiting') : words;
  const known = total > 0 ? { max: total, value: done } : {};
  return (
    <div class="parts-work">
      <progress class="progress-bar" aria-label={told} {...known} />
      <span class="progress-words">
        {total > 0 ? text('dataset_progress', { done: countText(done), total: countText(total) }) : told}
      </span>
      <button type="button" class="button-text" onClick={work.stop}>
        {text('dataset_stop')}
      </button>
    </div>
  );
}
