import { citedBy } from '@/lib/page/references';
import { linkTarget, showCards } from './cards';
import { defineFeature } from './feature';
import { followTheme } from './theme';

/** A card on each citation of an HTML paper: its entry in the bibliography, and what is known here of it. */
export const citationCards = defineFeature({
  id: 'citation-cards',
  on: ['html'],
  examples: ['https://arxiv.org/html/2210.02414v2'],

  async run(scope) {
    const { document, calm, signal } = scope;
    await calm;
    if (signal.aborted) return;
    const host = showCards(scope, (link) => {
      const reference = citedBy(document, link.getAttribute('href') ?? '');
      return reference ? { quote: reference.text, reference } : linkTarget(scope, link);
    });
    followTheme(document, host, signal);
  },
});
