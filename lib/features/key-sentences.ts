import { absSlots } from '@/lib/page/mount';
import { plainAbstract } from '@/lib/page/read-abs';
import { defineFeature } from './feature';
import { KeyLines } from './key-lines';

/** Lines under the sentences of the abstract that say what the paper does, and what it found. */
export const keySentences = defineFeature({
  id: 'key-sentences',
  on: ['abs'],
  examples: ['https://arxiv.org/abs/2210.02414', 'https://arxiv.org/abs/2106.00001'],

  async run({ document, reading, signal }) {
    const read = await reading.facts();
    const abstract = absSlots(document).factsAfter;
    if (read && abstract) new KeyLines(document, signal).draw(abstract, read, plainAbstract(document));
  },
});
