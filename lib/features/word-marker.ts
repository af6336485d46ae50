/** Marks words of the page itself. At most one set of words is marked at a time. */
export type WordMarker = { mark: (ranges: readonly Range[]) => void; clear: () => void };

const NAME = 'gloss-words';
// Colours of tokens.css, which the page itself has not; under forced colours they are the system's.
const LOOK = `::highlight(${NAME}) { background-color: #fdeeb1; color: #1d1e20; }
@media (forced-colors: active) { ::highlight(${NAME}) { background-color: Highlight; color: HighlightText; } }`;

/**
 * Marks by a custom highlight, which changes no node of the page: MathJax, other extensions and the
 * reader's own selection go on as if nothing were there.
 */
export function addWordMarker(document: Document, signal: AbortSignal): WordMarker {
  const style = document.createElement('style');
  style.dataset['gloss'] = 'words';
  style.textContent = LOOK;
  const clear = (): void => {
    CSS.highlights.delete(NAME);
  };
  const remove = (): void => {
    clear();
    style.remove();
  };
  signal.addEventListener('abort', remove, { once: true });
  return {
    clear,
    mark: (ranges) => {
      clear();
      if (ranges.length === 0 || signal.aborted) return;
      if (!style.isConnected) (document.head ?? document.documentElement).append(style);
      CSS.highlights.set(NAME, new Highlight(...ranges));
      bringIntoView(ranges, document);
    },
  };
}

/** Scrolls only when none of the words can be seen. */
function bringIntoView(ranges: readonly Range[], document: Document): void {
  const height = document.documentElement.clientHeight;
  const isSeen = (range: Range): boolean => {
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= height;
  };
  if (ranges.some(isSeen)) return;
  const start = ranges[0]?.startContainer;
  const element = start?.nodeType === Node.ELEMENT_NODE ? start : start?.parentElement;
  if (element instanceof Element) element.scrollIntoView({ block: 'nearest' });
}
