import type { Mark, RowNote } from '@/lib/core/reading';
import { clipped } from '../format';
import type { Text } from '../make-text';
import { MOST_MARKS, type RowMark } from './row-marks';

export type RowShown = {
  stated: readonly (RowMark & { words: string })[];
  /** Null until the background has said: then there is room for Save, and no word. */
  mark: Mark | null;
  note: RowNote | null;
  /** The reader is done down to this row. */
  done: { on: string; canUndo: boolean } | null;
  /** Whether the background would know of "done to here". */
  canMark: boolean;
  problem: string | null;
};

type Acts = {
  toggleSaved: () => void;
  /** Null where rows stand in no order. */
  done: (() => void) | null;
};

export type RowControls = { show: (shown: RowShown) => void };

const LONGEST = 32;

/**
 * The end of a row's line: what the row states, whether it was seen, and Save. Plain nodes, without
 * Preact: there may be two thousand of them on a page.
 */
export function buildRowControls(
  root: ParentNode & Node,
  text: Text,
  title: string,
  { toggleSaved, done: doneToHere }: Acts,
): RowControls {
  const document = root.ownerDocument ?? globalThis.document;
  const node = (tag: string, className: string): HTMLElement => {
    const element = document.createElement(tag);
    element.className = className;
    return element;
  };
  const button = (className: string, act: () => void): HTMLElement => {
    const element = node('button', className);
    element.setAttribute('type', 'button');
    element.addEventListener('click', act);
    return element;
  };
  const word = (label: string, className: string, hint = ''): HTMLElement => {
    const element = node('span', className);
    // Not text: `window.find` of the page finds that in closed roots too, and says in which row.
    element.dataset['says'] = label;
    if (hint !== '') element.title = hint;
    return element;
  };
  const statedNode = ({ label, tone, link, words }: RowShown['stated'][number]): HTMLElement => {
    if (link === null) return word(label, tone === 'promised' ? tone : 'stated', words);
    const element = document.createElement('a');
    element.href = link;
    element.rel = 'noopener noreferrer';
    element.textContent = label;
    element.title = link;
    return element;
  };

  const brand = node('span', 'brand');
  brand.title = text('page_brand_title');
  const marks = node('span', 'marks');
  const save = button('save', toggleSaved);
  const done = doneToHere && button('done', doneToHere);
  root.append(brand, marks, ...(done ? [done] : []), save);
  return {
    show: ({ stated, mark, note, done: here, canMark, problem }) => {
      const isSaved = mark?.saved === true;
      save.className = isSaved ? 'save saved' : 'save';
      save.style.visibility = mark ? '' : 'hidden';
      save.dataset['says'] = isSaved ? text('page_saved') : text('page_save');
      const name = isSaved ? text('page_unsave_title', { title }) : text('page_save_title', { title });
      save.setAttribute('aria-label', name);
      if (done) {
        const isUndo = here?.canUndo === true;
        done.hidden = !canMark || (here !== null && !isUndo);
        const act = isUndo ? text('page_done_undo') : text('page_done');
        done.dataset['says'] = act;
        done.setAttribute('aria-label', act);
        done.title = isUndo ? '' : text('page_done_title');
      }
      const standing: HTMLElement[] = [];
      if (here) standing.push(word(text('page_done_on', { date: here.on }), 'here'));
      else if (mark?.seen === true) standing.push(word(text('page_seen'), 'seen'));
      const found: HTMLElement[] = [];
      if (note?.near) {
        const why = text('page_row_near', { why: clipped(note.near.why, LONGEST) });
        found.push(word(why, 'stated', note.near.why));
      }
      if (note && note.watch !== null) {
        const watch = text('page_row_watch', { what: clipped(note.watch, LONGEST) });
        found.push(word(watch, 'watch'));
      }
      // From the right, in the order they come to be known, so that none moves: what comes late has the room left.
      const facts = [...found, ...stated.slice(0, MOST_MARKS - found.length).map(statedNode)];
      if (note?.venue && facts.length < MOST_MARKS)
        facts.splice(found.length, 0, word(clipped(note.venue.label, LONGEST), 'stated', note.venue.words));
      const trouble = problem === null ? [] : [word(problem, 'problem')];
      trouble[0]?.setAttribute('role', 'alert');
      marks.replaceChildren(...(problem === null ? [...standing, ...facts] : trouble));
    },
  };
}
