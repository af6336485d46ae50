import { useLayoutEffect, useState } from 'preact/hooks';

export type Latest<A> = {
  /** Of the newest question that was answered, kept until a newer one is. */
  answer: A | undefined;
  /** The question it answers. */
  of: string | undefined;
  failed: boolean;
};

/**
 * Asks whenever the question changes. One question is under way: asking the next one aborts it, and
 * an answer that comes in all the same is dropped, so an older one never replaces a newer one.
 */
export function useLatest<A>(
  question: string,
  ask: (question: string, signal: AbortSignal) => Promise<A>,
): Latest<A> {
  const [latest, setLatest] = useState<Latest<A>>({ answer: undefined, of: undefined, failed: false });
  // Before the browser draws: an effect that waits for it would put off every answer by a frame.
  useLayoutEffect(() => {
    const asked = new AbortController();
    ask(question, asked.signal).then(
      (answer) => {
        if (!asked.signal.aborted) setLatest({ answer, of: question, failed: false });
      },
      () => {
        if (!asked.signal.aborted) setLatest({ answer: undefined, of: question, failed: true });
      },
    );
    return () => asked.abort();
  }, [question, ask]);
  return latest;
}
