import { linkTarget, showCards } from './cards';
import { defineFeature } from './feature';

/** A card on links to papers: what is known here of the paper. */
export const paperCards = defineFeature({
  id: 'paper-cards',
  on: ['abs', 'list', 'author', 'search'],
  examples: ['https://arxiv.org/abs/2210.02414', 'https://arxiv.org/list/cs.CL/new'],

  run(scope) {
    showCards(scope, (link) => linkTarget(scope, link));
  },
});
