// Both browsers have it; the compiler's library does not name it yet.
declare const scheduler: {
  postTask(task: () => void, options: { priority: 'background' }): Promise<void>;
};

/** Resolves when nothing else waits to be done in this context. */
export function idleTurn(): Promise<void> {
  return scheduler.postTask(() => undefined, { priority: 'background' });
}
