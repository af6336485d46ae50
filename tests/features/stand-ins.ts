import { JSDOM } from 'jsdom';
import { vi } from 'vitest';

const FROM_THE_PAGE = [
  'document',
  'Node',
  'Element',
  'HTMLElement',
  'Event',
  'InputEvent',
  'KeyboardEvent',
  'MutationObserver',
  'AbortController',
  'StaticRange',
] as const;

export type PageStandIn = {
  /** The words marked in the page on a choice of the reader's. */
  marked: () => Range[];
  /** Rows come near the view: these, or all. */
  bringIntoView: (elements?: readonly Element[]) => void;
  /** They go out of it again. */
  takeOutOfView: (elements: readonly Element[]) => void;
  /** The reader's clipboard. */
  copied: string[];
  /** The browser is about to paint. */
  beginFrame: () => void;
  /** The last markup has come. */
  endLoading: () => void;
};

/**
 * An empty page at `path`, being loaded, as this file's own `document`; with stand-ins for what
 * jsdom lacks: nothing is laid out or painted. The test undoes it by `vi.unstubAllGlobals()`.
 */
export function standInForPage(path: string, contentType = 'text/html'): PageStandIn {
  const { window } = new JSDOM('<!doctype html>', {
    url: `https://arxiv.org${path}`,
    pretendToBeVisual: true,
  });
  for (const name of FROM_THE_PAGE) vi.stubGlobal(name, window[name]);
  Object.defineProperty(window.document, 'contentType', { value: contentType });
  // jsdom loads its empty page by itself, at a time of its own.
  let readyState: DocumentReadyState = 'loading';
  Object.defineProperty(window.document, 'readyState', { get: () => readyState });
  const highlights = new Map<string, Set<AbstractRange>>();
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal('Highlight', HighlightStandIn);
  vi.stubGlobal('ResizeObserver', ResizeStandIn);
  window.Range.prototype.getBoundingClientRect = () => ({ ...NOWHERE, toJSON: () => NOWHERE });
  window.Element.prototype.scrollIntoView = () => undefined;
  const shows = new Set<Show>();
  vi.stubGlobal('IntersectionObserver', intersectionStandIn(shows));
  let asked: FrameRequestCallback[] = [];
  window.requestAnimationFrame = (callback) => asked.push(callback);
  const copied: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } });
  return {
    marked: () =>
      [...highlights.values()].flatMap((ranges) =>
        [...ranges].filter((range) => range instanceof window.Range),
      ),
    bringIntoView: (elements) => shows.forEach((show) => show(true, elements)),
    takeOutOfView: (elements) => shows.forEach((show) => show(false, elements)),
    copied,
    beginFrame: () => {
      const callbacks = asked;
      asked = [];
      for (const callback of callbacks) callback(0);
    },
    endLoading: () => {
      readyState = 'interactive';
      document.dispatchEvent(new Event('readystatechange'));
    },
  };
}

const NOWHERE = { x: 0, y: 0, top: 0, bottom: 0, left: 0, right: 0, width: 0, height: 0 };

class HighlightStandIn extends Set<AbstractRange> {
  constructor(...ranges: AbstractRange[]) {
    super(ranges);
  }
}

class ResizeStandIn {
  observe = (): void => undefined;
  disconnect = (): void => undefined;
}

type Seen = { target: Element; isIntersecting: boolean };
type Show = (isIntersecting: boolean, elements?: readonly Element[]) => void;

function intersectionStandIn(shows: Set<Show>): unknown {
  return class {
    private readonly observed = new Set<Element>();
    constructor(callback: (entries: Seen[]) => void) {
      shows.add((isIntersecting, elements) => {
        const seen = [...this.observed].filter((one) => elements?.includes(one) ?? true);
        if (seen.length > 0) callback(seen.map((target) => ({ target, isIntersecting })));
      });
    }
    observe = (element: Element): void => void this.observed.add(element);
    unobserve = (element: Element): void => void this.observed.delete(element);
    disconnect = (): void => this.observed.clear();
  };
}
