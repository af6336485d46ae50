import { rangesOf } from '@/lib/page/field-text';
import { defineFeature } from './feature';

const CLASS = 'gloss-short';
// The long form is laid over the page when the keyboard comes to it; the pointer has the browser's own hint.
const LOOK = `
.${CLASS} { text-decoration: underline dotted 1px #9aa3ad; text-underline-offset: 3px; cursor: help; position: relative; }
.${CLASS}:focus-visible { outline: 2px solid #1a5fb4; outline-offset: 1px; }
.${CLASS}:focus-visible::after {
  content: attr(title); position: absolute; inset: 100% auto auto 0; z-index: 5; width: max-content; max-width: 16em;
  padding: 2px 6px; border: 1px solid #8a9099; background: #fff; color: #1d1e20; font-size: 13px; line-height: 18px;
}
@media print { .${CLASS} { text-decoration: none; } }`;

/**
 * What a short form in the abstract is short for, on hover and on focus, wherever it stands after the
 * place that explains it. Its letters are put into an element of ours, which a highlight could not do.
 */
export const shortForms = defineFeature({
  id: 'short-forms',
  on: ['abs'],
  examples: ['https://arxiv.org/abs/2208.07638', 'https://arxiv.org/abs/2106.00001'],

  async run({ document, reading, signal }) {
    const read = await reading.facts();
    if (!read || signal.aborted) return;
    const style = document.createElement('style');
    style.dataset['gloss'] = 'short-forms';
    style.textContent = LOOK;
    (document.head ?? document.documentElement).append(style);
    signal.addEventListener('abort', () => undo(document, style), { once: true });
    // From the last to the first, so that a text node is cut behind what is still to be found in it.
    for (const { at, long } of read.shortForms.toReversed()) {
      const [range, ...others] = rangesOf(document, at.field, at);
      if (range && others.length === 0 && isPlain(range)) wrap(document, range, long);
    }
  },
});

/** Within one text node, and in nothing that leads or belongs to someone else. */
function isPlain({ startContainer, endContainer }: Range): boolean {
  const { nodeType, parentElement } = startContainer;
  return (
    startContainer === endContainer &&
    nodeType === Node.TEXT_NODE &&
    parentElement?.closest('a, .MathJax, script') === null
  );
}

function wrap(document: Document, range: Range, long: string): void {
  const element = document.createElement('abbr');
  element.className = CLASS;
  element.dataset['gloss'] = 'short-form';
  element.title = long;
  element.tabIndex = 0;
  range.surroundContents(element);
}

function undo(document: Document, style: Element): void {
  style.remove();
  for (const element of document.querySelectorAll(`.${CLASS}`)) {
    const { parentNode } = element;
    element.replaceWith(...element.childNodes);
    parentNode?.normalize();
  }
}
