import { LIST } from '@/lib/page/selectors';
import { defineFeature } from './feature';
import { Listing } from './listing';
import { rowsAsParsed } from './listing-rows';

// Laid over the empty end of the id line, so that nothing moves; in a narrow page the line itself
// keeps a place for Save, from before the first paint.
const PAGE_STYLE = `
#dlpage dl > dt { position: relative; }
.gloss-seen, .gloss-seen a { color: #6b6f75 !important; }
@media (max-width: 768px) { #dlpage dl > dt { padding-inline-end: 4em; } }
@media print { .gloss-seen { color: inherit !important; } }`;

/** Seen and saved, what a row states, and Save, on the id line of each row of a listing. */
export const listingMarks = defineFeature({
  id: 'listing-marks',
  on: ['list'],
  examples: ['https://arxiv.org/list/cs.CL/new', 'https://arxiv.org/catchup/math.AG/2026-11-19'],

  async run(scope) {
    const { document, parsing, signal } = scope;
    addPageStyle(document, signal);
    const listing = new Listing(scope);
    const parsed = rowsAsParsed(document);
    await parsing.until((ended) => {
      if (signal.aborted) return 'switched off';
      listing.add(parsed(ended), ended);
      return undefined;
    });
    if (signal.aborted || listing.size > 0 || !document.querySelector(LIST.entry.css)) return;
    throw new Error('the markup of these rows is not as expected');
  },
});

function addPageStyle(document: Document, signal: AbortSignal): void {
  const style = document.createElement('style');
  style.dataset['gloss'] = 'listing';
  style.textContent = PAGE_STYLE;
  (document.head ?? document.documentElement).append(style);
  signal.addEventListener('abort', () => style.remove(), { once: true });
}
