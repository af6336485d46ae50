import type { Mark } from '@/lib/core/reading';
import type { Text } from '../make-text';
import type { RowMark } from './row-marks';

export type RowShown = {
  marks: readonly (RowMark & { words: string })[];
  /** Null until the background has said: then there is room for Save, and no word. */
  mark: Mark | null;
  problem: string | null;
};

export type RowControls = { show: (shown: RowShown) => void };

/**
 * The end of a listing row's id line: what the row states, whether it was seen, and Save. Plain
 * nodes, without Preact: there may be two thousand of them on a page.
 */
export function buildRowControls(
  root: ParentNode & Node,
  text: Text,
  title: string,
  onToggleSaved: () => void,
): RowControls {
  const document = root.ownerDocument ?? globalThis.document;
  const brand = document.createElement('span');
  brand.className = 'brand';
  brand.title = text('page_brand_title');
  const marks = document.createElement('span');
  marks.className = 'marks';
  const save = document.createElement('button');
  save.type = 'button';
  save.addEventListener('click', onToggleSaved);
  root.append(brand, marks, save);
  return {
    show: ({ marks: stated, mark, problem }) => {
      const isSaved = mark?.saved === true;
      save.className = isSaved ? 'save saved' : 'save';
      save.style.visibility = mark ? '' : 'hidden';
      save.textContent = isSaved ? text('page_saved') : text('page_save');
      const name = isSaved ? text('page_unsave_title', { title }) : text('page_save_title', { title });
      save.setAttribute('aria-label', name);
      const seen = mark?.seen === true ? [wordNode(document, text('page_seen'), 'seen')] : [];
      const nodes = stated.map((one) => markNode(document, one));
      marks.replaceChildren(...(problem === null ? [...seen, ...nodes] : [problemNode(document, problem)]));
    },
  };
}

function markNode(
  document: Document,
  { label, isPromise, link, words }: RowMark & { words: string },
): HTMLElement {
  if (link === null) {
    const node = wordNode(document, label, isPromise ? 'promised' : 'stated');
    node.title = words;
    return node;
  }
  const node = document.createElement('a');
  node.href = link;
  node.rel = 'noopener noreferrer';
  node.textContent = label;
  node.title = link;
  return node;
}

function wordNode(document: Document, label: string, className: string): HTMLElement {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = label;
  return node;
}

function problemNode(document: Document, problem: string): HTMLElement {
  const node = wordNode(document, problem, 'problem');
  node.setAttribute('role', 'alert');
  return node;
}
