/**
 * Follows the parser through a document. A mutation callback runs before anything the parser has
 * just put in is painted, so what is added there moves nothing the reader has seen.
 */
export type Parsing = {
  /**
   * The first answer of `find` that is not undefined; asked at once, then after every batch of new
   * nodes. `ended` says that there will be no more: then undefined is an answer too. An aborted
   * page is not asked again.
   */
  until<T>(find: (ended: boolean) => T | undefined): Promise<T | undefined>;
};

/** True when the parser has left `element`: its end tag was seen, and something after it. */
export function isParsed(element: Element, ended: boolean): boolean {
  return ended || element.nextSibling !== null;
}

/** `began` is told of each batch before it is looked at. */
export function followParsing(document: Document, signal: AbortSignal, began: () => void): Parsing {
  const looks = new Set<(ended: boolean) => void>();
  let isObserving = false;
  const hasEnded = (): boolean => document.readyState !== 'loading';
  const lookAgain = (): void => {
    began();
    const ended = hasEnded() || signal.aborted;
    for (const look of [...looks]) look(ended);
    if (ended) stop();
    else observe();
  };
  const observer = new MutationObserver(lookAgain);
  /** Only while somebody waits: each node of the page would be noted for nothing. */
  const observe = (): void => {
    const isWanted = looks.size > 0;
    if (isWanted === isObserving) return;
    isObserving = isWanted;
    if (isWanted) observer.observe(document, { childList: true, subtree: true });
    else observer.disconnect();
  };
  const stop = (): void => {
    looks.clear();
    observe();
    document.removeEventListener('readystatechange', lookAgain);
  };
  if (!hasEnded()) {
    document.addEventListener('readystatechange', lookAgain);
    signal.addEventListener('abort', lookAgain, { once: true });
  }
  const until = <T>(find: (ended: boolean) => T | undefined): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const look = (ended: boolean): void => {
        try {
          const found = signal.aborted ? undefined : find(ended);
          if (found === undefined && !ended) return;
          resolve(found);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        looks.delete(look);
      };
      looks.add(look);
      look(hasEnded() || signal.aborted);
      observe();
    });
  return { until };
}
