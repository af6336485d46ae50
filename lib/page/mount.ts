import { ABS } from './selectors';

/** Where things go on an abstract page. An anchor is undefined until the parser has passed its place. */
export type AbsSlots = {
  /** The abstract: facts go after it. */
  factsAfter: Element | undefined;
  /** The "Access Paper" box of the right column: the side block goes after it. */
  sideAfter: Element | undefined;
};

export function absSlots(document: Document): AbsSlots {
  const first = (css: string): Element | undefined => document.querySelector(css) ?? undefined;
  return {
    factsAfter: first(`${ABS.root.css} ${ABS.abstract.css}`),
    sideAfter: first(ABS.fullText.css),
  };
}
