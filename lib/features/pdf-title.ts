import { defineFeature } from './feature';

/** The tab of a PDF says which paper it is, as that of its abstract page does. Firefox lets no extension into its viewer. */
export const pdfTitle = defineFeature({
  id: 'pdf-title',
  on: ['pdf'],
  examples: ['https://arxiv.org/pdf/2210.02414v2'],

  async run({ document, page: { id }, call, signal }) {
    // A PDF that is not there is a page of its own, which says so.
    if (document.contentType !== 'application/pdf') return;
    const reference = { text: '', links: [`https://arxiv.org/abs/${id}`] };
    const [card] = await call('cards', { references: [reference], byTitle: false });
    if (!card || signal.aborted) return;
    const before = document.title;
    document.title = `[${id}] ${card.title}`;
    signal.addEventListener('abort', () => (document.title = before), { once: true });
  },
});
