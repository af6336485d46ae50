import type { FactsAnswer } from '@/lib/rpc/contract';
import { rangesOf } from '@/lib/page/field-text';
import { absSlots } from '@/lib/page/mount';
import { defineFeature } from './feature';

const NAMES = { does: 'gloss-does', found: 'gloss-found' } as const;
// Lines under words, quieter than a link's; forced colours make them the text's own.
const LOOK = `
::highlight(${NAMES.does}) { text-decoration: underline 1px #8a9bb0; text-underline-offset: 3px; }
::highlight(${NAMES.found}) { text-decoration: underline 1px dotted #5d7290; text-underline-offset: 3px; }
@media print { ::highlight(${NAMES.does}), ::highlight(${NAMES.found}) { text-decoration: none; } }`;

/**
 * A quiet line under the sentence of the abstract that says what the paper does, and a dotted one under
 * what it found. By custom highlights, which change no node of the page; found again when MathJax has.
 */
export const keySentences = defineFeature({
  id: 'key-sentences',
  on: ['abs'],
  examples: ['https://arxiv.org/abs/2210.02414', 'https://arxiv.org/abs/2106.00001'],

  async run({ document, reading, signal }) {
    const read = await reading.facts();
    const abstract = absSlots(document).factsAfter;
    if (!read || !abstract || signal.aborted || (!read.does && !read.found)) return;
    const style = document.createElement('style');
    style.dataset['gloss'] = 'key-sentences';
    style.textContent = LOOK;
    (document.head ?? document.documentElement).append(style);
    const underline = (): void => mark(document, read);
    underline();
    const observer = new MutationObserver(underline);
    observer.observe(abstract, { childList: true, subtree: true });
    signal.addEventListener(
      'abort',
      () => {
        observer.disconnect();
        style.remove();
        for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
      },
      { once: true },
    );
  },
});

function mark(document: Document, read: Pick<FactsAnswer, 'does' | 'found'>): void {
  for (const which of ['does', 'found'] as const) {
    const at = read[which];
    const ranges = at ? rangesOf(document, at.field, at) : [];
    if (ranges.length > 0) CSS.highlights.set(NAMES[which], new Highlight(...ranges));
    else CSS.highlights.delete(NAMES[which]);
  }
}
