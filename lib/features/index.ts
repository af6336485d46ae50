import type { AnyFeature } from './feature';
import { keySentences } from './key-sentences';
import { listingBar } from './listing-bar';
import { listingMarks } from './listing-marks';
import { relatedPapers } from './related-papers';
import { shortForms } from './short-forms';
import { sideBlock } from './side-block';
import { statedFacts } from './stated-facts';

/** Every feature of pages other than HTML papers, in the order they run. */
export const features: readonly AnyFeature[] = [
  statedFacts,
  keySentences,
  shortForms,
  sideBlock,
  relatedPapers,
  listingBar,
  listingMarks,
];
