import { defineFeature } from './feature';
import { addPageStyle } from './page-style';
import { RowDrawing } from './row-drawing';

// Laid over the empty end of a line, so that nothing moves; in a narrow page the line itself keeps a
// place for Save, from before the first paint.
const LAID_OVER = `
#dlpage dl > dt, #dlpage .list-title, li.arxiv-result > .title, li.arxiv-result > .is-size-7 { position: relative; }
#dlpage dl > dt:hover, #dlpage dl > dt:focus-within { --gloss-near: visible; }
@media (max-width: 768px) { #dlpage dl > dt, li.arxiv-result > .is-size-7:not(.comments) { padding-inline-end: 4em; } }`;

/** Seen and saved, what a row states, and Save, at the end of a line of each row. */
export const listingMarks = defineFeature({
  id: 'listing-marks',
  on: ['list', 'author', 'search'],
  examples: [
    'https://arxiv.org/list/cs.CL/new',
    'https://arxiv.org/catchup/math.AG/2026-11-19',
    'https://arxiv.org/a/tang_j_1',
    'https://arxiv.org/search/?query=scaling+laws&searchtype=all',
  ],

  async run(scope) {
    const { document, rows, calm, signal } = scope;
    if (!rows) return;
    addPageStyle(document, LAID_OVER, signal);
    await calm;
    if (!signal.aborted) new RowDrawing({ ...scope, rows });
  },
});
