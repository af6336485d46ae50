/** A page that takes longer to load is waited for no longer: what it leaves idle is used. In milliseconds. */
const LONG = 300;
/** One that is busy for this much longer has to share. */
const BUSY = 1_000;

/**
 * Resolves before anything the parser has put in meanwhile is painted, and as late as that: the parser may go on till
 * then, and the page may have loaded. A page that nobody sees is not painted: there, when it is calm.
 */
export function beforePaint(document: Document, calm: Promise<void>): Promise<void> {
  const frame = new Promise<void>((resolve) => {
    document.defaultView?.requestAnimationFrame(() => resolve());
  });
  return Promise.race([frame, calm]);
}

/**
 * Resolves when what is done need not keep the page from loading: in the task after its load event; on a page that
 * takes long, when the page itself has nothing to do.
 */
export function calmOf(document: Document): Promise<void> {
  const { defaultView, readyState } = document;
  if (!defaultView || readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    const inIdle = (): void => void defaultView.requestIdleCallback(() => resolve(), { timeout: BUSY });
    const timer = setTimeout(inIdle, LONG);
    const loaded = (): void => {
      clearTimeout(timer);
      setTimeout(resolve);
    };
    defaultView.addEventListener('load', loaded, { once: true });
  });
}
