import { linkTarget, showCards } from './cards';
import { defineFeature } from './feature';

/** A card on each link to another paper, wherever arXiv has one: what is known here of it. */
export const linkCards = defineFeature({
  id: 'link-cards',
  on: ['abs', 'list', 'author', 'search', 'other'],
  examples: [
    'https://arxiv.org/abs/2210.02414',
    'https://arxiv.org/list/cs.CL/new',
    'https://arxiv.org/a/tang_j_1',
    'https://arxiv.org/search/?query=scaling+laws&searchtype=all',
    'https://arxiv.org/archive/astro-ph',
  ],

  async run(scope) {
    // Whatever is drawn for all to see comes first.
    await scope.calm;
    if (!scope.signal.aborted) showCards(scope, (link) => linkTarget(scope, link));
  },
});
