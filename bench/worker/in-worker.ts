import type { Asked } from '../peers/peer';

/** What a page asks of the worker: a query's ids with the time it took inside, or the memory outside of JavaScript's heap. */
export type Question = { ask: string } | { outside: true };
export type Reply = { ids: readonly string[]; ms: number } | { bytes: number } | { error: string };

/** Answers pages in a service worker. Opened at the first question, as a worker is that was stopped before. */
export function serve(open: () => Promise<Asked>): void {
  let opening: Promise<Asked> | undefined;
  const answer = async (question: Question): Promise<Reply> => {
    opening ??= open();
    const opened = await opening;
    if ('outside' in question) return { bytes: opened.outside?.() ?? 0 };
    const start = performance.now();
    const ids = await opened.search(question.ask);
    return { ids, ms: performance.now() - start };
  };
  // Only the page of this extension asks, and it asks what `Question` says.
  chrome.runtime.onMessage.addListener((question, _sender, reply: (to: Reply) => void) => {
    answer(question as Question).then(reply, (error: unknown) => reply({ error: String(error) }));
    return true;
  });
}
